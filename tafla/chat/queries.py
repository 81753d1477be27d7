"""Reads about chats."""

from typing import Any

from tafla.chat.rows import WINDOW
from tafla.core.refusals import Refusal
from tafla.sync.db import current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_scope
from tafla.sync.snapshot import read_page
from tafla.sync.windows import Page

MOST = 200


def earlier_messages(
    reader: Reader, subject_id: str, before: str | None, limit: int = WINDOW
) -> dict[str, Any] | None:
    """Messages of a talk that are older than `before` (time and id, joined by a dot), the newest of them,
    oldest first, with their reactions, and where the scope stands; None where this reader has no talk.
    """
    db = current()
    scope = f"chat:{subject_id}"
    try:
        access_scope(db, held_gate(), reader, scope)
    except Refusal:
        return None
    time, _, message_id = (before or "").partition(".")
    head, tables = read_page(db, scope, Page((int(time), message_id) if before else None, min(limit, MOST)))
    messages, reactions = _objects(tables["messages"]), _objects(tables["reactions"])
    messages.sort(key=lambda row: (row["at"], row["id"]))
    return {"epoch": head.epoch, "seq": head.seq, "messages": messages, "reactions": reactions}


def _objects(table: dict[str, Any]) -> list[dict[str, Any]]:
    return [dict(zip(table["fields"], row, strict=True)) for row in table["rows"]]
