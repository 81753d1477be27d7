"""The history of a card and of a board, a page at a time."""

import re
from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import AfterValidator

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.history import queries
from tafla.history.models import Entry
from tafla.sync.db import Db, current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_ground, ground_of

router = Router(tags=["history"])

_PLACE = re.compile(r"(\d{1,18})\.(-?\d{1,9})")


def _is_place(text: str) -> str:
    if not _PLACE.fullmatch(text):
        raise ValueError("no entry's id")
    return text


Before = Annotated[str, AfterValidator(_is_place)]
Limit = Annotated[int, Query(ge=1, le=200)]


class EntryOut(Schema):
    """One thing that one command changed. `what` and the shapes of old and new: docs/topics/history.md."""

    id: str
    at: int
    by: str | None
    verb: str
    what: str
    old: Any
    new: Any
    board_id: str
    card_id: str | None


class HistoryPerson(Schema):
    id: str
    name: str
    photo: str


class HistoryCard(Schema):
    id: str
    title: str


class History(Schema):
    """Entries, newest first. `next` asks for the page after this one. People and cards are those the
    entries name; a card that stands on another board now is not among them.
    """

    entries: list[EntryOut]
    next: str | None
    people: list[HistoryPerson]
    cards: list[HistoryCard]


@router.get("/cards/{card_id}/history", response=History, operation_id="card.history")
def card_history(
    request: HttpRequest, card_id: str, before: Before | None = None, limit: Limit = 50
) -> dict[str, Any]:
    """What became of a card, on whichever board it stood, for everybody signed in who may read it now."""
    db = current()
    board_id = _access(db, request, "card", card_id)
    return _told(db, queries.of_card(db, card_id, _place(before), limit + 1), limit, board_id)


@router.get("/boards/{board_id}/history", response=History, operation_id="board.history")
def board_history(
    request: HttpRequest, board_id: str, before: Before | None = None, limit: Limit = 50, cards: bool = True
) -> dict[str, Any]:
    """What was done on a board and its cards; without `cards` only what changed the board itself."""
    db = current()
    _access(db, request, "board", board_id)
    found = queries.of_board(db, board_id, _place(before), limit + 1, is_own=not cards)
    return _told(db, found, limit, board_id)


def _access(db: Db, request: HttpRequest, kind: str, row_id: str) -> str:
    """The board, if the person may read its team."""
    try:
        ground, _ = ground_of(db, f"{kind}:{row_id}" if is_id(row_id) else "")
        access_ground(db, held_gate(), Reader(str(request.user.pk)), ground, "read_team")
    except Refusal as refusal:
        raise (PermissionDenied if refusal.code == "not_allowed" else Http404) from None
    return ground.split(":", 1)[1]


def _place(before: str | None) -> queries.Place | None:
    if before is None:
        return None
    pos, n = before.split(".")
    return int(pos), int(n)


def _told(db: Db, entries: list[Entry], limit: int, board_id: str) -> dict[str, Any]:
    """A page of the entries; there is a next one when there are more than asked for."""
    following = _id(entries[limit - 1]) if len(entries) > limit else None
    there = queries.cards_named(db, entries[:limit])
    shown = [entry for entry in entries[:limit] if entry.card_id is None or entry.card_id in there]
    return {
        "entries": [_out(entry) for entry in shown],
        "next": following,
        "people": queries.people_named(db, shown),
        "cards": [{"id": one, "title": title} for one, (home, title) in there.items() if home == board_id],
    }


def _id(entry: Entry) -> str:
    return f"{entry.pos}.{entry.n}"


def _out(entry: Entry) -> dict[str, Any]:
    fields = ("at", "by", "verb", "what", "old", "new", "board_id", "card_id")
    return {"id": _id(entry)} | {name: getattr(entry, name) for name in fields}
