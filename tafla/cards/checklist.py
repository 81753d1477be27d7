"""Checklists: what a card counts of its items, and what becomes of them when people or cards go elsewhere."""

from collections.abc import Iterable

from tafla.accounts import acts as accounts
from tafla.accounts import hooks as leaving
from tafla.cards import hooks
from tafla.cards.rules import check_editable, editable_needs
from tafla.core.refusals import Refusal
from tafla.sync.needs import Fact, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

# A command changes about 500 rows (S23), and deleting a card for ever takes its whole checklist.
MOST_ITEMS = 500
# Items that one command reads to count them anew, on all its cards together: no longer than 50 ms (S23).
MOST_COUNTED = 2_000


def items_of(card_id: str) -> Rows:
    """Every item of a card, in order."""
    return Rows("checklist_items", "card_id", card_id)


def roll_up(work: Work, card_ids: Iterable[str]) -> None:
    """Bring up to date what these cards count of their items; refuse a checklist that is too long."""
    for card_id in dict.fromkeys(card_ids):
        items = work.rows(items_of(card_id))
        if len(items) > MOST_ITEMS:
            raise Refusal("too_many", limit=MOST_ITEMS)
        dates = [item["due_at"] for item in items if not item["done"] and item["due_at"] is not None]
        done = sum(item["done"] for item in items)
        counts = {"checklist_done": done, "checklist_total": len(items)}
        work.patch("cards", card_id, **counts, checklist_due_at=min(dates, default=None))


def list_needs(work: Work, card_ids: Iterable[str]) -> Iterable[Need]:
    """What `roll_up` must see, and whether these cards may be changed."""
    for card_id in card_ids:
        yield Row("cards", card_id)
        yield items_of(card_id)
        yield from editable_needs(work, [card_id])


def item_needs(work: Work, item_ids: Iterable[str]) -> Iterable[Need]:
    """The same for the cards of these items, unless they have too many."""
    items = (work.peek("checklist_items", item_id) for item_id in item_ids)
    card_ids = list(dict.fromkeys(item["card_id"] for item in items if item))
    for card_id in card_ids:
        yield Row("cards", card_id)
        yield from editable_needs(work, [card_id])
    if is_countable(work, card_ids):
        yield from list_needs(work, [card_id for card_id in card_ids if work.peek("cards", card_id)])


def is_countable(work: Work, card_ids: list[str]) -> bool:
    """Whether the items of these cards are few enough to be counted while the writer waits."""
    cards = filter(None, (work.peek("cards", card_id) for card_id in card_ids))
    return len(card_ids) == 1 or sum(card["checklist_total"] for card in cards) <= MOST_COUNTED


# A card goes to another board: its items keep only the people who are there.


def _cross_needs(work: Work, card: Values, board_id: str) -> Iterable[Need]:
    now = work.peek("cards", card["id"])
    if now and now["board_id"] != board_id and now["checklist_total"]:
        yield items_of(card["id"])
        yield accounts.team_of(board_id)


def _cross(work: Work, card: Values, board_id: str) -> None:
    if card["checklist_total"]:
        team = accounts.assignable_team(work, board_id)
        for item in work.rows(items_of(card["id"])):
            _keep_people(work, item, team)


def _keep_people(work: Work, item: Values, team: set[str]) -> None:
    staying = [person for person in item["assignee_ids"] if person in team]
    if staying != item["assignee_ids"]:
        work.patch("checklist_items", item["id"], assignee_ids=staying)


# A person leaves a board.


def _leave_needs(work: Work, board_id: str, person_id: str) -> Iterable[Need]:
    fact = Fact("assigned_items", f"{board_id} {person_id}")
    yield fact
    for item_id in work.copy.found.get(fact) or ():
        yield Row("checklist_items", item_id)
        item = work.peek("checklist_items", item_id)
        if item:
            yield Row("cards", item["card_id"])


def _leave(work: Work, board_id: str, person_id: str) -> None:
    # Also items that were given to them a moment ago, in the same batch.
    now = [item["id"] for item in work.seen("checklist_items") if person_id in item["assignee_ids"]]
    stored = work.fact(Fact("assigned_items", f"{board_id} {person_id}")) or ()
    for item_id in dict.fromkeys([*stored, *now]):
        item = work.row("checklist_items", item_id)
        card = work.peek("cards", item["card_id"]) if item else None
        if item and card and card["board_id"] == board_id:
            _keep_people(work, item, {*item["assignee_ids"]} - {person_id})


# Undo puts items back, or takes them away.


def item_undo_needs(work: Work, item: Values) -> Iterable[Need]:
    """The card with its other items, and whether the item's people are still there."""
    yield from list_needs(work, [item["card_id"]])
    card = work.peek("cards", item["card_id"])
    for person_id in item["assignee_ids"] if card else ():
        yield accounts.member_need(card["board_id"], person_id)  # type: ignore[index]


def end_undo(work: Work, item_ids: list[str]) -> None:
    """A frozen card's items stay as they are, people who have left do not come back, and the card counts
    anew.
    """
    items = [item for item in (work.row("checklist_items", item_id) for item_id in item_ids) if item]
    gone = [item for item in (work.before("checklist_items", item_id) for item_id in item_ids) if item]
    for card_id in dict.fromkeys(item["card_id"] for item in items + gone):
        card, stood = work.must("cards", card_id), work.before("cards", card_id)
        # A card that moves in this undo is judged by its own rules.
        if stood and stood["column_id"] == card["column_id"]:
            check_editable(work, card)
        for item in items:
            if item["card_id"] == card_id:
                _keep_people(work, item, _welcome(work, item, card, stood))
        roll_up(work, [card_id])


def _welcome(work: Work, item: Values, card: Values, stood: Values | None) -> set[str]:
    """Those of an item's people who had it before the undo, or may have it."""
    if stood and stood["board_id"] != card["board_id"]:
        return accounts.assignable_team(work, card["board_id"])
    before = work.before("checklist_items", item["id"])
    had = set(before["assignee_ids"]) if before else set()
    return had | {
        person
        for person in item["assignee_ids"]
        if person not in had and accounts.is_assignable(work, card["board_id"], person)
    }


hooks.card_moves.append((_cross_needs, _cross))
leaving.person_leaves.append((_leave_needs, _leave))
