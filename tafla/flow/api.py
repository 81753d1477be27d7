"""Flow of a board, and of one card."""

from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from tafla.core.fields import Zone
from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.flow import queries
from tafla.sync.db import Db, current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_scope

router = Router(tags=["flow"])

Days = Annotated[int, Query(ge=7, le=366)]


class Pace(Schema):
    """Of how many cards; how long half of them took at most, and 85 of 100 (ms)."""

    cards: int
    median: int
    promise: int


class FlowColumn(Schema):
    """How many cards stood in a column at the end of each day, and how long the completed ones had."""

    id: str
    name: str
    kind: str
    counts: list[int]
    pace: Pace | None


class FlowCard(Schema):
    """A completed card. Times in ms: from its making, from its beginning, and in each column by id. What the
    log does not tell is none, or left out.
    """

    id: str
    title: str
    number: int
    completed_at: int
    lead: int
    cycle: int | None
    columns: dict[str, int]


class Flow(Schema):
    """A board's last days, oldest first, where the reader is. `done`: cards completed each day; of the
    cards themselves the newest 200. Cards that were there before the log tells in which column are counted
    as `unknown`, and `known_from` (ms) is when the last of them was; none where there is none.
    """

    days: list[str]
    columns: list[FlowColumn]
    unknown: list[int]
    known_from: int | None
    done: list[int]
    lead: Pace | None
    cycle: Pace | None
    cards: list[FlowCard]


class Stay(Schema):
    """A card in a column; `column` is none where that column is not on its board now."""

    column_id: str
    column: str | None
    from_at: int
    to_at: int | None


class CardFlow(Schema):
    stays: list[Stay]
    lead: int | None
    cycle: int | None


@router.get("/boards/{board_id}/flow", response=Flow, operation_id="board.flow")
def board_flow(request: HttpRequest, board_id: str, zone: Zone = "UTC", days: Days = 30) -> dict[str, Any]:
    """How work flowed over a board, for everybody signed in who may read it now."""
    db = current()
    _access(db, request, f"board:{board_id}", board_id)
    return queries.board_flow(db, board_id, zone, days)


@router.get("/cards/{card_id}/flow", response=CardFlow, operation_id="card.flow")
def card_flow(request: HttpRequest, card_id: str) -> dict[str, Any]:
    """Where a card stood, on boards past too: their columns are told without names."""
    db = current()
    _access(db, request, f"card:{card_id}", card_id)
    found = queries.card_flow(db, card_id)
    if found is None:
        raise Http404
    return found


def _access(db: Db, request: HttpRequest, scope: str, row_id: str) -> None:
    try:
        access_scope(db, held_gate(), Reader(str(request.user.pk)), scope if is_id(row_id) else "")
    except Refusal as refusal:
        raise (PermissionDenied if refusal.code == "not_allowed" else Http404) from None
