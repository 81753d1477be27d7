"""Whom a text mentions: `@[Name](person:ID)`, or everybody: `@[all](person:all)` (docs/topics/texts.md)."""

import re
from collections.abc import Iterable

from tafla.accounts import acts as accounts
from tafla.core.ids import is_id
from tafla.sync.needs import Need, Row
from tafla.sync.work import Work

MOST = 100
_MENTION = re.compile(r"@\[(?:[^\[\]\\\n]|\\.){1,400}\]\(person:(all|[0-9a-f-]{36})\)")


def mentioned(work: Work, text: str, board_id: str) -> dict[str, object]:
    """The fields that say whom a message mentions: people of the board who may read its chat, and whether
    everybody.
    """
    roles = {"admin", "member"}
    if work.must("board_privacy", board_id)["visitors_chat"]:
        roles.add("visitor")
    members = {name: work.row("members", accounts.member_id(board_id, name)) for name in _people(text)}
    ids = sorted(name for name, row in members.items() if row and row["role"] in roles)
    return {"mention_ids": ids, "everyone": "all" in _MENTION.findall(text)}


def mention_needs(text: str, board_id: str) -> Iterable[Need]:
    """What `mentioned` must see."""
    yield Row("board_privacy", board_id)
    for person_id in _people(text):
        yield accounts.member_need(board_id, person_id)


def _people(text: str) -> list[str]:
    return [name for name in dict.fromkeys(_MENTION.findall(text)) if is_id(name)][:MOST]
