"""Pages about boards: home, the gallery of templates, and a whole board for programs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router, Schema

from tafla.boards import queries
from tafla.boards.templates import Template, TemplateCard, gallery
from tafla.boards.whole import board_model, whole_board
from tafla.core.ids import is_id

router = Router(tags=["home"])


class SampleTag(Schema):
    name: str
    hue: str


class SampleCard(Schema):
    title: str
    status: str
    priority: str
    tags: list[str]
    due_in_days: int | None
    checklist_done: int
    checklist_total: int


class SampleColumn(Schema):
    name: str
    kind: str
    wip_limit: int | None
    cards: list[SampleCard]


class TemplateOut(Schema):
    """category: `own` for an account's own templates, whose account is named."""

    id: str
    account_id: str | None = None
    name: str
    description: str
    category: str
    tags: list[SampleTag]
    columns: list[SampleColumn]


class HomeAccount(Schema):
    id: str
    name: str
    role: str


class HomeColumn(Schema):
    name: str
    kind: str
    count: int


class HomePerson(Schema):
    id: str
    name: str


class HomeBoard(Schema):
    id: str
    account_id: str
    name: str
    kind: str
    privacy: str
    state: str
    role: str
    favourite: bool
    opened_at: int | None
    columns: list[HomeColumn]
    people: list[HomePerson]
    overdue: int


class HomeOffer(Schema):
    """A board that somebody offers to the person, for an account of theirs."""

    board_id: str
    name: str
    by: str


class Home(Schema):
    accounts: list[HomeAccount]
    boards: list[HomeBoard]
    offers: list[HomeOffer]


@router.get("/templates", response=list[TemplateOut])
def templates(request: HttpRequest) -> list[dict[str, Any]]:
    """The gallery of boards to start from, and the templates of one's accounts, each with what its faces
    show. Completed is the last column.
    """
    own = [
        _preview(template) | {"account_id": account_id, "category": "own"}
        for account_id, template in queries.own_templates(str(request.user.pk))
    ]
    return own + [_preview(template) for template in gallery()]


def _preview(template: Template) -> dict[str, Any]:
    columns = [(each.name, "normal", each.wip_limit, each.cards) for each in template.columns]
    columns += [(template.completed_title, "completed", None, template.completed)]
    return template.model_dump(include={"id", "name", "description", "category", "tags"}) | {
        "columns": [
            {"name": name, "kind": kind, "wip_limit": limit, "cards": list(map(_face, cards))}
            for name, kind, limit, cards in columns
        ]
    }


def _face(card: TemplateCard) -> dict[str, Any]:
    return card.model_dump(include={"title", "status", "priority", "tags", "due_in_days"}) | {
        "checklist_done": sum(item.done for item in card.checklist),
        "checklist_total": len(card.checklist),
    }


@router.get("/home", response=Home)
def home(request: HttpRequest) -> dict[str, Any]:
    """The accounts and boards of the signed-in person, with what a tile shows."""
    return queries.home(str(request.user.pk))


@router.get(
    "/boards/{board_id}",
    response=board_model(),
    operation_id="board.read",
    tags=["board"],
    summary="A board with its columns and cards",
)
def read_board(request: HttpRequest, board_id: str) -> HttpResponse:
    """Columns come by rank, cards by column and rank. `seq` counts the board's changes: the same number, the
    same board.
    """
    body = whole_board(str(request.user.pk), board_id) if is_id(board_id) else None
    if body is None:
        raise Http404
    return HttpResponse(body, content_type="application/json")
