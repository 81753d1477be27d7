"""Remember what one has seen: a card's tabs, a board, everything. Visitors may too."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from tafla.core.fields import Id
from tafla.sync.needs import Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, Me, On, verb
from tafla.sync.work import Work

Instant = Annotated[int, Field(ge=0, le=2**53)]
# Marks bear the server's time. Should its clock be set back, one can still be done with later ones.
AHEAD_MS = 86_400_000


class SeeCard(Args):
    """at: the time of the newest change one has seen. tab: where; without it on all of the card, save its
    chat (`chat.seen`).
    """

    card_id: Id
    at: Instant
    tab: Literal["details", "checklist", "files"] | None = None


class SeeBoard(Args):
    """at: the time of the newest change one has seen. tab: only the board's own attachments."""

    board_id: Id
    at: Instant
    tab: Literal["files"] | None = None


class SeeAll(Args):
    """at: the time of the newest change one has seen."""

    at: Instant


@verb(
    "marks.see_card",
    Me(),
    At("cards", "card_id", "read"),
    rest="PUT /me/cards/{card_id}/seen",
    undoable=False,
)
def see_card(work: Work, args: SeeCard) -> None:
    """Remember that one has seen a card's tab up to now; never less than before."""
    tabs = (args.tab,) if args.tab else ("details", "checklist", "files")
    row_id = _id(work, args.card_id)
    known = work.row("card_seen", row_id)
    fresh = {"id": row_id, "person_id": work.actor, "card_id": args.card_id, "at": work.now}
    row: Values = known or fresh | {"details_at": 0, "checklist_at": 0, "files_at": 0}
    seen = {f"{tab}_at": _seen_at(work, args.at) for tab in tabs}
    later = {field: at for field, at in seen.items() if at > row[field]}
    if not later:
        return
    if known is None:
        work.put("card_seen", row | later)
    else:
        work.patch("card_seen", row_id, at=work.now, **later)


@verb(
    "marks.see_board",
    Me(),
    On("board", "board_id", "read"),
    rest="PUT /me/boards/{board_id}/seen",
    undoable=False,
)
def see_board(work: Work, args: SeeBoard) -> None:
    """Mark a board as read: with its cards and chats, or only its attachments."""
    _see(work, args.board_id, "files_at" if args.tab else "seen_at", args.at)


@verb("marks.see_all", Me(), rest="PUT /me/seen", undoable=False)
def see_all(work: Work, args: SeeAll) -> None:
    """Mark all boards as read."""
    _see(work, "all", "seen_at", args.at)


def _see(work: Work, board_id: str, field: str, at: int) -> None:
    row_id, at = _id(work, board_id), _seen_at(work, at)
    known = work.row("board_seen", row_id)
    fresh = {"id": row_id, "person_id": work.actor, "board_id": board_id}
    row: Values = known or fresh | {"seen_at": 0, "files_at": 0}
    if at <= row[field]:
        return
    if known is None:
        work.put("board_seen", row | {field: at})
    else:
        work.patch("board_seen", row_id, **{field: at})


def _seen_at(work: Work, at: int) -> int:
    # What is not yet there cannot have been seen.
    return min(at, work.now + AHEAD_MS)


def _id(work: Work, what: str) -> str:
    return f"{work.actor}.{what}"


@see_card.needs
def card_needs(work: Work, args: SeeCard) -> Iterable[Need]:
    """What one has seen of the card so far."""
    yield Row("card_seen", _id(work, args.card_id))


@see_board.needs
def board_needs(work: Work, args: SeeBoard) -> Iterable[Need]:
    """What one has seen of the board so far."""
    yield Row("board_seen", _id(work, args.board_id))


@see_all.needs
def all_needs(work: Work, _args: SeeAll) -> Iterable[Need]:
    """Up to when one has marked everything as read."""
    yield Row("board_seen", _id(work, "all"))
