"""Marks: of one board, how many on each, and the cards of a board that nobody touches."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from tafla.core.clock import now_ms
from tafla.core.refusals import Refusal
from tafla.marks import queries
from tafla.people.models import Person
from tafla.sync.db import Db, current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_scope

router = Router(tags=["marks"])


class Marks(Schema):
    """marks: what others changed since one looked, by card (or the board itself) and aspect, and when (ms
    since 1970 UTC). floor: up to when one has seen the board; none where one has neither joined it nor
    marked it as read, and so has no marks. is_behind: more may come within a second.
    """

    marks: dict[str, dict[str, int]]
    floor: int | None
    is_behind: bool


class Counts(Schema):
    """boards: how many cards and chats of each board have marks; `most` stands for that many and more."""

    boards: dict[str, int]
    most: int
    is_behind: bool


class Quiet(Schema):
    cards: list[str]


@router.get(
    "/boards/{uuid:board_id}/marks",
    response=Marks,
    operation_id="board.marks",
    summary="What others changed on a board since one looked",
)
def board_marks(request: HttpRequest, board_id: UUID) -> dict[str, Any]:
    person_id = str(request.user.pk)
    db = _access(Reader(person_id), str(board_id))
    return queries.of_board(db, person_id, str(board_id))


@router.get(
    "/marks", response=Counts, operation_id="marks.counts", summary="How many marks each of one's boards has"
)
def counts(request: HttpRequest) -> dict[str, Any]:
    return queries.counts(current(), str(request.user.pk))


@router.get(
    "/boards/{uuid:board_id}/quiet",
    auth=None,  # whoever holds a board's link reads without signing in
    response=Quiet,
    operation_id="board.quiet",
    summary="Cards in progress that nobody has changed for seven days",
)
def quiet(request: HttpRequest, board_id: UUID, link: str | None = None) -> dict[str, Any]:
    person = request.user.id if isinstance(request.user, Person) else None
    db = _access(Reader(person, link[:64] if link else None), str(board_id))
    return {"cards": queries.quiet(db, str(board_id), now_ms())}


def _access(reader: Reader, board_id: str) -> Db:
    """The database, for whoever may read the board; for everybody else it is not there."""
    db = current()
    try:
        access_scope(db, held_gate(), reader, f"board:{board_id}")
    except Refusal:
        raise Http404 from None
    return db
