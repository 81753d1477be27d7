"""Copy cards: to a place in a column, which may be another board's."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Annotated

from pydantic import Field

from tafla.accounts import acts as accounts
from tafla.boards import acts as boards
from tafla.cards import hooks
from tafla.cards.checklist import items_of
from tafla.cards.rules import check_room, completion, room_needs
from tafla.cards.undo import keep_version
from tafla.cards.verbs.add_cards import card_row, take_numbers
from tafla.cards.weighing import weight, weight_needs
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row, siblings
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work

# S23; one card goes whole, whatever hangs on it.
MOST_ROWS = 500
_KEPT = ("title", "status", "priority", "due_on", "due_time", "due_zone", "due_at", "start_on")


class Copying(Args):
    card_id: Id
    new_id: Id


class CopyCard(Args):
    """The copies go, in the order given, after one neighbour, else before the other, else to the end of the
    column.
    """

    copies: Annotated[list[Copying], Field(min_length=1, max_length=200)]
    column_id: Id
    after: Id | None = None
    before: Id | None = None

    @property
    def card_ids(self) -> list[str]:
        """The cards to be copied, which have to be readable."""
        return [one.card_id for one in self.copies]


@verb(
    "card.copy",
    At("cards", "card_ids", "read"),
    At("columns", "column_id", "write"),
    rest="POST /cards/copy",
)
def copy_card(work: Work, args: CopyCard) -> None:
    """Copy cards with details, dates, tags, checklists and attachments, and with those of their people who
    are on the board; without chat and history.
    """
    column = work.must("columns", args.column_id)
    if column["kind"] == "deleted":
        raise Refusal("column_fixed")
    _check_size(work, args)
    check_room(work, column, len(args.copies))
    places = work.places_between("cards", args.column_id, args.after, args.before, len(args.copies))
    number = take_numbers(work, column["board_id"], len(args.copies))
    carry = boards.tag_carrier(work, column["board_id"]) if _is_crossing(work, args, column) else list
    for at, (one, rank) in enumerate(zip(args.copies, places, strict=True)):
        card = work.must("cards", one.card_id)
        facts = {name: card[name] for name in _KEPT} | {"rank": rank, "number": number + at}
        facts |= {"assignee_ids": _staying(work, card["assignee_ids"], column["board_id"])}
        facts |= {"tag_ids": carry(card["tag_ids"])}
        row = card_row(work, column, one.new_id, **facts)
        _copy(work, card, row | completion(work, row, column))
    if len(work.changed) > MOST_ROWS and len(args.copies) > 1:
        raise Refusal("too_many", limit=MOST_ROWS)


def _check_size(work: Work, args: CopyCard) -> None:
    """Refuse what checklists and attachments alone make too much: it must not even be read while the writer
    waits.
    """
    cards = filter(None, (work.peek("cards", card_id) for card_id in args.card_ids))
    rows = sum(1 + card["checklist_total"] for card in cards) + weight(work, args.card_ids)
    if len(args.copies) > 1 and rows > MOST_ROWS:
        raise Refusal("too_many", limit=MOST_ROWS)


def _is_crossing(work: Work, args: CopyCard, column: Values) -> bool:
    return any(work.must("cards", card_id)["board_id"] != column["board_id"] for card_id in args.card_ids)


def _staying(work: Work, person_ids: list[str], board_id: str) -> list[str]:
    return [one for one in person_ids if accounts.is_assignable(work, board_id, one)]


def _copy(work: Work, card: Values, row: Values) -> None:
    # What hangs on the card comes before it: undo goes from the end, and what hangs on a card that it has
    # put into Deleted is left there with it.
    text = work.row("card_texts", card["id"])
    if text and text["details"]:
        work.put("card_texts", {"id": row["id"], "details": text["details"], "version": 1}, derived=True)
        keep_version(work, work.must("card_texts", row["id"]))
    for item in work.rows(items_of(card["id"])):
        _copy_item(work, item, row)
    for _, copy in hooks.card_copied:
        copy(work, card, row)
    work.put("cards", row | _counts(work, card))


def _copy_item(work: Work, item: Values, row: Values) -> None:
    """An item of the copy: it is to be done once more."""
    people = _staying(work, item["assignee_ids"], row["board_id"])
    item_id = work.derived_id(f"item {row['id']} {item['id']}")
    new = {**item, "id": item_id, "card_id": row["id"], "done": False, "assignee_ids": people}
    work.put("checklist_items", new | {"created_at": work.now, "created_by": work.actor}, derived=True)


def _counts(work: Work, card: Values) -> Values:
    items = work.rows(items_of(card["id"]))
    dates = [item["due_at"] for item in items if item["due_at"] is not None]
    return {"checklist_total": len(items), "checklist_due_at": min(dates, default=None)}


@copy_card.needs
def needs(work: Work, args: CopyCard) -> Iterable[Need]:
    """The cards with what hangs on them, and the place they are copied to."""
    column = work.peek("columns", args.column_id)
    if column:
        yield Row("boards", column["board_id"])
    yield from weight_needs(args.card_ids)
    yield from room_needs(work, args.column_id)
    yield from siblings(work, "cards", args.column_id, "column_id", args.after, args.before)
    with suppress(Refusal):
        _check_size(work, args)
        yield from _copy_needs(work, args, column)


def _copy_needs(work: Work, args: CopyCard, column: Values | None) -> Iterable[Need]:
    for one in args.copies:
        yield Row("cards", one.new_id)
        card = work.peek("cards", one.card_id)
        if column and card:
            yield Row("card_texts", one.card_id)
            yield items_of(one.card_id)
            yield from _card_needs(work, card, column["board_id"])


def _card_needs(work: Work, card: Values, board_id: str) -> Iterable[Need]:
    people = set(card["assignee_ids"])
    for item_id in work.copy.found.get(items_of(card["id"])) or ():
        item = work.peek("checklist_items", item_id)
        people.update(item["assignee_ids"] if item else ())
    for person in people:
        yield accounts.member_need(board_id, person)
    if card["board_id"] != board_id:
        yield from boards.carry_needs(card["tag_ids"], board_id)
    for see, _ in hooks.card_copied:
        yield from see(work, card)
