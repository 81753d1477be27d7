"""Add cards to a column, one or many."""

from typing import Annotated, Any

from pydantic import Field

from tafla.cards.rules import check_room, room_needs
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import Title
from tafla.sync.needs import Row, siblings
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class NewCard(Args):
    card_id: Id
    title: Title


class AddCards(Args):
    """after, before: neighbours at the place of the first; without them the end of the column."""

    column_id: Id
    cards: Annotated[list[NewCard], Field(min_length=1, max_length=200)]
    after: Id | None = None
    before: Id | None = None


@verb("card.add", At("columns", "column_id", "write"), rest="POST /columns/{column_id}/cards")
def add_cards(work: Work, args: AddCards) -> None:
    """Add cards to a column, in the order given."""
    column = work.must("columns", args.column_id)
    if column["kind"] != "normal":
        raise Refusal("column_fixed")
    check_room(work, column, len(args.cards))
    places = work.places_between("cards", args.column_id, args.after, args.before, len(args.cards))
    number = take_numbers(work, column["board_id"], len(args.cards))
    for offset, (new, rank) in enumerate(zip(args.cards, places, strict=True)):
        work.put(
            "cards", card_row(work, column, new.card_id, title=new.title, rank=rank, number=number + offset)
        )


def take_numbers(work: Work, board_id: str, count: int) -> int:
    """Take the board's next numbers; they are never given again."""
    first: int = work.must("boards", board_id)["next_number"]
    work.patch("boards", board_id, next_number=first + count)
    return first


def card_row(work: Work, column: Values, card_id: str, **facts: Any) -> Values:
    """A new card's row; `facts` are title, rank and number, and whatever differs from the usual."""
    row: Values = {
        "id": card_id,
        "board_id": column["board_id"],
        "column_id": column["id"],
        "status": "normal",
    }
    row |= {"priority": "normal", "assignee_ids": [], "tag_ids": []}
    row |= dict.fromkeys(("due_on", "due_time", "due_zone", "due_at", "start_on"))
    row |= {"checklist_done": 0, "checklist_total": 0, "checklist_due_at": None}
    row |= {"created_at": work.now, "created_by": work.actor}
    row |= dict.fromkeys(("completed_at", "completed_by", "deleted_at", "deleted_by", "deleted_from"))
    return row | facts


@add_cards.needs
def needs(work: Work, args: AddCards):  # type: ignore[no-untyped-def]
    for new in args.cards:
        yield Row("cards", new.card_id)
    column = work.peek("columns", args.column_id)
    if column:
        yield Row("boards", column["board_id"])
    yield from room_needs(work, args.column_id)
    yield from siblings(work, "cards", args.column_id, "column_id", args.after, args.before)
