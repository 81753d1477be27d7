"""A card's checklist: add items, rename, tick, order and remove them."""

from typing import Annotated, Any

from pydantic import Field

from tafla.cards.checklist import MOST_COUNTED, is_countable, item_needs, list_needs, roll_up
from tafla.cards.rules import check_editable
from tafla.core.fields import Id, Ids
from tafla.core.refusals import Refusal
from tafla.core.text import Title
from tafla.sync.needs import Row, siblings
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class NewItem(Args):
    item_id: Id
    text: Title
    done: bool = False


class AddItems(Args):
    """after, before: neighbours at the place of the first; without them the end of the list."""

    card_id: Id
    items: Annotated[list[NewItem], Field(min_length=1, max_length=200)]
    after: Id | None = None
    before: Id | None = None


class RenameItem(Args):
    item_id: Id
    text: Title


class SetDone(Args):
    item_ids: Ids
    done: bool


class MoveItems(Args):
    """The items go, in the order given, after one neighbour, else before the other, else to the end of their
    list.
    """

    item_ids: Ids
    after: Id | None = None
    before: Id | None = None


class SomeItems(Args):
    item_ids: Ids


ITEMS = At("checklist_items", "item_ids", "write")
ITEM = At("checklist_items", "item_id", "write")


@verb("checklist.add", At("cards", "card_id", "write"), rest="POST /cards/{card_id}/checklist")
def add_items(work: Work, args: AddItems) -> None:
    """Add items to a card's checklist, in the order given."""
    check_editable(work, work.must("cards", args.card_id))
    places = work.places_between("checklist_items", args.card_id, args.after, args.before, len(args.items))
    for new, rank in zip(args.items, places, strict=True):
        row: Values = {"id": new.item_id, "card_id": args.card_id, "rank": rank, "text": new.text}
        row |= {"done": new.done, "assignee_ids": [], "created_at": work.now, "created_by": work.actor}
        work.put("checklist_items", row | dict.fromkeys(("due_on", "due_time", "due_zone", "due_at")))
    roll_up(work, [args.card_id])


@verb("checklist.rename", ITEM, rest="PUT /checklist/{item_id}/text")
def rename_item(work: Work, args: RenameItem) -> None:
    """Give an item another text."""
    check_items(work, [args.item_id])
    work.patch("checklist_items", args.item_id, text=args.text)


@verb("checklist.set_done", ITEMS, rest="PUT /checklist/done")
def set_done(work: Work, args: SetDone) -> None:
    """Tick items, or take the ticks away."""
    cards = check_items(work, args.item_ids)
    for item_id in args.item_ids:
        work.patch("checklist_items", item_id, done=args.done)
    roll_up(work, cards)


@verb("checklist.move", ITEMS, rest="POST /checklist/move")
def move_items(work: Work, args: MoveItems) -> None:
    """Move items to another place of their checklist."""
    item_ids = list(dict.fromkeys(args.item_ids))
    card_id, *others = check_items(work, item_ids)
    if others:
        raise Refusal("items_on_several_cards")
    places = work.places_between("checklist_items", card_id, args.after, args.before, len(item_ids))
    for item_id, rank in zip(item_ids, places, strict=True):
        work.patch("checklist_items", item_id, rank=rank)


@verb("checklist.remove", ITEMS, rest="POST /checklist/remove")
def remove_items(work: Work, args: SomeItems) -> None:
    """Take items off their checklist. Undo brings them back; nothing else does."""
    cards = check_items(work, args.item_ids)
    for item_id in dict.fromkeys(args.item_ids):
        work.remove("checklist_items", item_id)
    roll_up(work, cards)


def check_items(work: Work, item_ids: list[str]) -> list[str]:
    """The ids of these items' cards, none of which may be frozen."""
    card_ids = list(dict.fromkeys(work.must("checklist_items", item_id)["card_id"] for item_id in item_ids))
    for card_id in card_ids:
        check_editable(work, work.must("cards", card_id))
    if not is_countable(work, card_ids):
        raise Refusal("too_many", limit=MOST_COUNTED)
    return card_ids


@add_items.needs
def add_needs(work: Work, args: AddItems):  # type: ignore[no-untyped-def]
    for new in args.items:
        yield Row("checklist_items", new.item_id)
    yield from list_needs(work, [args.card_id])
    yield from siblings(work, "checklist_items", args.card_id, "card_id", args.after, args.before)


@rename_item.needs
def rename_needs(work: Work, args: RenameItem):  # type: ignore[no-untyped-def]
    yield from item_needs(work, [args.item_id])


@set_done.needs
@remove_items.needs
def needs(work: Work, args: Any):  # type: ignore[no-untyped-def]
    yield from item_needs(work, args.item_ids)


@move_items.needs
def move_needs(work: Work, args: MoveItems):  # type: ignore[no-untyped-def]
    yield from item_needs(work, args.item_ids)
    item = work.peek("checklist_items", args.item_ids[0])
    if item:
        yield from siblings(work, "checklist_items", item["card_id"], "card_id", args.after, args.before)
