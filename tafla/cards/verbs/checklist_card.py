"""Make a card of a checklist item."""

import re

from tafla.cards.checklist import item_needs, roll_up
from tafla.cards.rules import check_editable, check_room, room_needs
from tafla.cards.undo import keep_version
from tafla.cards.verbs.add_cards import card_row, take_numbers
from tafla.cards.verbs.checklist import ITEM
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Row, siblings
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work

_MARKS = re.compile(r"([\\`*_\[\]<>&~|])")
_KEPT = ("assignee_ids", "due_on", "due_time", "due_zone", "due_at")


class MakeCard(Args):
    """card_id: the new card's. column_id: a column of the same board; without it the card comes right after
    the one whose item it was.
    """

    item_id: Id
    card_id: Id
    column_id: Id | None = None


@verb(
    "checklist.make_card",
    ITEM,
    At("columns", "column_id", "write"),
    rest="POST /checklist/{item_id}/card",
)
def make_card(work: Work, args: MakeCard) -> None:
    """Replace an item by a card with its text, people and due date, whose details lead back."""
    item = work.must("checklist_items", args.item_id)
    card = work.must("cards", item["card_id"])
    check_editable(work, card)
    column = work.must("columns", args.column_id or card["column_id"])
    if column["kind"] != "normal":
        raise Refusal("column_fixed")
    if column["board_id"] != card["board_id"]:
        raise Refusal("column_elsewhere")
    check_room(work, column, 1)
    rank = work.places_between("cards", column["id"], card["id"], None)[0]
    number = take_numbers(work, column["board_id"], 1)
    facts = {name: item[name] for name in _KEPT}
    row = card_row(work, column, args.card_id, title=item["text"], rank=rank, number=number, **facts)
    work.put("cards", row)
    work.put("card_texts", {"id": args.card_id, "details": link_to(card), "version": 1})
    keep_version(work, work.must("card_texts", args.card_id))
    work.remove("checklist_items", args.item_id)
    roll_up(work, [card["id"]])


def link_to(card: Values) -> str:
    """A line of CommonMark that leads to a card. No words around it: nobody's language is known here."""
    title = _MARKS.sub(r"\\\1", card["title"])
    return f"[{title}](/b/{card['board_id']}/c/{card['id']})"


@make_card.needs
def needs(work: Work, args: MakeCard):  # type: ignore[no-untyped-def]
    yield Row("cards", args.card_id)
    yield Row("card_texts", args.card_id)
    yield from item_needs(work, [args.item_id])
    item = work.peek("checklist_items", args.item_id)
    card = work.peek("cards", item["card_id"]) if item else None
    if card:
        column_id = args.column_id or card["column_id"]
        yield Row("boards", card["board_id"])
        yield from siblings(work, "cards", column_id, "column_id", card["id"], None)
        yield from room_needs(work, column_id)
