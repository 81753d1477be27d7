"""Pages about boards: home, the gallery of templates, and a whole board for programs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router, Schema

from tafla.boards import queries
from tafla.boards.templates import gallery
from tafla.boards.whole import board_model, whole_board
from tafla.core.ids import is_id

router = Router(tags=["home"])


class TemplateOut(Schema):
    id: str
    name: str
    description: str
    columns: list[str]


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


class Home(Schema):
    accounts: list[HomeAccount]
    boards: list[HomeBoard]


@router.get("/templates", response=list[TemplateOut])
def templates(request: HttpRequest) -> list[dict[str, Any]]:
    """The gallery of boards to start from."""
    return [
        {"id": t.id, "name": t.name, "description": t.description, "columns": list(t.columns)}
        for t in gallery().values()
    ]


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
