"""Whose a checklist item is, and when it is due."""

from tafla.accounts import acts as accounts
from tafla.cards.checklist import item_needs, roll_up
from tafla.cards.due import due_fields
from tafla.cards.verbs.checklist import ITEMS, check_items
from tafla.core.fields import Date, Id, Ids, TimeOfDay, Zone
from tafla.core.refusals import Refusal
from tafla.sync.verbs import Args, verb
from tafla.sync.work import Work


class AssignItems(Args):
    item_ids: Ids
    person_id: Id


class SetItemsDue(Args):
    """due_on none: no due date. due_time none: the end of that day. due_zone: where the setter is."""

    item_ids: Ids
    due_on: Date | None
    due_time: TimeOfDay | None = None
    due_zone: Zone = "UTC"


@verb("checklist.assign", ITEMS, rest="POST /checklist/assignees")
def assign_items(work: Work, args: AssignItems) -> None:
    """Give items to a person, beside those who have them already. Their cards become that person's too."""
    for card_id in check_items(work, args.item_ids):
        card = work.must("cards", card_id)
        if not accounts.is_assignable(work, card["board_id"], args.person_id):
            raise Refusal("not_assignable")
        work.patch("cards", card_id, assignee_ids=sorted({*card["assignee_ids"], args.person_id}))
    for item_id in args.item_ids:
        item = work.must("checklist_items", item_id)
        people = sorted({*item["assignee_ids"], args.person_id})
        work.patch("checklist_items", item_id, assignee_ids=people)


@verb("checklist.unassign", ITEMS, rest="DELETE /checklist/assignees")
def unassign_items(work: Work, args: AssignItems) -> None:
    """Take items from a person, who keeps the card."""
    check_items(work, args.item_ids)
    for item_id in args.item_ids:
        item = work.must("checklist_items", item_id)
        people = [person for person in item["assignee_ids"] if person != args.person_id]
        work.patch("checklist_items", item_id, assignee_ids=people)


@verb("checklist.set_due", ITEMS, rest="PUT /checklist/due")
def set_items_due(work: Work, args: SetItemsDue) -> None:
    """Set or clear the due date of items."""
    cards = check_items(work, args.item_ids)
    for item_id in args.item_ids:
        work.patch("checklist_items", item_id, **due_fields(args.due_on, args.due_time, args.due_zone))
    roll_up(work, cards)


@unassign_items.needs
@set_items_due.needs
def needs(work: Work, args: AssignItems | SetItemsDue):  # type: ignore[no-untyped-def]
    yield from item_needs(work, args.item_ids)


@assign_items.needs
def assign_needs(work: Work, args: AssignItems):  # type: ignore[no-untyped-def]
    yield from item_needs(work, args.item_ids)
    items = (work.peek("checklist_items", item_id) for item_id in args.item_ids)
    for card_id in dict.fromkeys(item["card_id"] for item in items if item):
        card = work.peek("cards", card_id)
        if card:
            yield accounts.member_need(card["board_id"], args.person_id)
