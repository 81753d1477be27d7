"""Pages about cards: what one is called, and the history of its description."""

from typing import Annotated, Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tafla.cards import queries
from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.sync.db import Db, current
from tafla.sync.dispatch import held_gate
from tafla.sync.reading import Reader, access_scope

router = Router(tags=["card"])

Before = Annotated[int | None, Query(None, ge=1, le=2**31 - 1), Field(description="Only older ones.")]
Limit = Annotated[int, Query(50, ge=1, le=200)]


class CardName(Schema):
    """What a link to a card may call itself."""

    id: str
    board_id: str
    number: int
    title: str


class CardElsewhere(CardName):
    """A card on another board, tied to one of this. Done: it is completed or deleted."""

    board: str
    due_on: str | None
    due_time: str | None
    due_zone: str | None
    due_at: int | None
    is_done: bool


class DetailsVersion(Schema):
    """One saved state of a card's details. `size` counts characters; `at` is ms since 1970 UTC."""

    version: int
    at: int
    by: str
    size: int


class DetailsVersions(Schema):
    """Newest first. `has_more`: ask again with `before` the last one's version."""

    versions: list[DetailsVersion]
    has_more: bool


class DetailsText(DetailsVersion):
    """A version with its text."""

    text: str


# Only ids: `POST /cards/move` and its like are verbs.
@router.get(
    "/cards/{uuid:card_id}", response=CardName, operation_id="card.read", summary="What a card is called"
)
def read_card(request: HttpRequest, card_id: UUID) -> dict[str, Any]:
    found = queries.card_name(_access(request, str(card_id)), str(card_id))
    if found is None:
        raise Http404
    return found


@router.get(
    "/cards/{card_id}/details/versions",
    response=DetailsVersions,
    operation_id="card.details_versions",
    summary="The history of a card's details",
)
def read_versions(request: HttpRequest, card_id: str, before: Before, limit: Limit) -> dict[str, Any]:
    found = queries.details_versions(_access(request, card_id), card_id, before, limit + 1)
    return {"versions": found[:limit], "has_more": len(found) > limit}


@router.get(
    "/cards/{card_id}/details/versions/{version}",
    response=DetailsText,
    operation_id="card.details_version",
    summary="One version of a card's details",
)
def read_version(request: HttpRequest, card_id: str, version: int) -> dict[str, Any]:
    found = queries.details_version(_access(request, card_id), card_id, version)
    if found is None:
        raise Http404
    return found


def _access(request: HttpRequest, card_id: str) -> Db:
    """The database, for whoever may read the card; for everybody else it is not there."""
    db = current()
    try:
        access_scope(db, held_gate(), Reader(str(request.user.pk)), f"card:{card_id}")
    except Refusal:
        raise Http404 from None
    return db


@router.get(
    "/boards/{board_id}/dependencies",
    response=list[CardElsewhere],
    operation_id="board.dependencies",
    summary="Cards on other boards that this board's cards block or wait for",
)
def board_dependencies(request: HttpRequest, board_id: str) -> list[dict[str, Any]]:
    """Those the person may read; of others nothing is told."""
    person_id, db = str(request.user.pk), current()
    try:
        access_scope(db, held_gate(), Reader(person_id), f"board:{board_id}" if is_id(board_id) else "")
    except Refusal:
        raise Http404 from None
    return queries.cards_elsewhere(db, person_id, board_id)
