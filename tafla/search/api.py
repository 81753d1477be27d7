"""Search over everything one may read."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tafla.cards.verbs.set_facts import Status
from tafla.core.fields import Date, Id
from tafla.search.filtering import Filters
from tafla.search.queries import search
from tafla.search.terms import ask
from tafla.sync.db import current

router = Router(tags=["search"])


class Where(Schema):
    """What answers: a title, details, an item of the checklist, a message, a file, a board's name.

    `marks` are [from, to] in the passage, in UTF-16 units. `id`: of the card, the item, the message, the
    attachment, the board.
    """

    kind: Literal["title", "details", "checklist", "chat", "file", "name"]
    id: str
    passage: str
    marks: list[tuple[int, int]]


class FoundCard(Schema):
    card_id: str
    board_id: str
    board_name: str
    number: int
    title: str
    column_id: str
    column_name: str
    column_kind: str
    where: list[Where]


class FoundBoard(Schema):
    id: str
    name: str
    account_id: str
    state: str
    where: list[Where]


class FoundPerson(Schema):
    id: str
    name: str
    photo: str


class Answer(Schema):
    """`more`: there are more cards. `is_cut`: more was typed than is looked for."""

    cards: list[FoundCard]
    boards: list[FoundBoard]
    people: list[FoundPerson]
    more: bool
    is_cut: bool


class Asked(Schema):
    """board, column, tag, person, status, from, to narrow what is found; `here` is the board to come first.

    `column`: an id, `completed` or `deleted`; cards in Deleted are found only so. `tag`: a name, on whichever
    board. `person`: who has the card, or `me`. `from`, `to`: first and last day on which the card is due.
    `archived`: boards in the archive too.
    """

    q: str = ""
    board: Id | None = None
    here: Id | None = None
    column: Id | Literal["completed", "deleted"] | None = None
    person: Id | Literal["me"] | None = None
    tag: str | None = None
    status: Status | None = None
    from_: Date | None = Field(None, alias="from")
    to: Date | None = None
    archived: bool = False


@router.get("/search", response=Answer, operation_id="search", summary="Find cards, boards and people")
def find(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """Everything a person may read at this moment, and nothing else, whatever is typed. Up to 20 cards with
    passages, the better ones first; numbers (`#12`) before words. Without words a person, a tag or a column
    lists its cards; nothing else does.
    """
    person_id = str(request.user.pk)
    return search(current(), person_id, ask(asked.q), _filters(person_id, asked))


def _filters(person_id: str, asked: Asked) -> Filters:
    given = asked.dict(exclude={"q", "archived", "from_", "to"})
    given["person"] = person_id if asked.person == "me" else asked.person
    return Filters(**given, since=asked.from_, until=asked.to, is_archived=asked.archived)
