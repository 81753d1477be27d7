"""Pages about boards: home, and the gallery of templates."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from tafla.boards import queries
from tafla.boards.templates import gallery

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
