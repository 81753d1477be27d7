"""What happens to cards when their column is deleted, and when a person leaves."""

from collections.abc import Iterable

from tafla.accounts import hooks as accounts
from tafla.boards import hooks as boards
from tafla.cards.rules import check_room, completion, room_needs
from tafla.core.refusals import Refusal
from tafla.sync.needs import Beside, Fact, Need, Row, Rows
from tafla.sync.work import Work

# A command changes at most 500 rows (S23); a larger column is emptied by several commands first.
MOST_CARDS = 499


def _cards_of(column_id: str) -> Rows:
    return Rows("cards", "column_id", column_id, MOST_CARDS + 1)


def empty_needs(work: Work, column_id: str, target_id: str | None) -> Iterable[Need]:
    """The column's cards and the end of the one they go to."""
    if target_id:
        yield _cards_of(column_id)
        yield Beside("cards", target_id, None, 1)
        yield from room_needs(work, target_id)


def empty_column(work: Work, column_id: str, target_id: str | None) -> None:
    """Move a column's cards to the end of another."""
    if target_id is None:
        return
    cards = work.rows(_cards_of(column_id))
    if len(cards) > MOST_CARDS:
        raise Refusal("too_many", limit=MOST_CARDS)
    target = work.must("columns", target_id)
    if target["kind"] == "deleted":
        raise Refusal("column_fixed")
    check_room(work, target, len(cards))
    if cards:
        places = work.places_between("cards", target_id, None, None, len(cards))
        for card, rank in zip(cards, places, strict=True):
            facts = completion(work, card, target)
            work.patch("cards", card["id"], column_id=target_id, rank=rank, **facts)


def leave_needs(work: Work, board_id: str, person_id: str) -> Iterable[Need]:
    """The board's cards that this person has."""
    fact = Fact("assigned_cards", f"{board_id} {person_id}")
    yield fact
    for card_id in work.copy.found.get(fact) or ():
        yield Row("cards", card_id)


def leave(work: Work, board_id: str, person_id: str) -> None:
    """Drop a person's assignments on a board."""
    # Also cards that were given to them a moment ago, in the same batch.
    now = [card["id"] for card in work.seen("cards") if card["board_id"] == board_id]
    stored = work.fact(Fact("assigned_cards", f"{board_id} {person_id}")) or ()
    for card_id in dict.fromkeys([*stored, *now]):
        card = work.row("cards", card_id)
        if card and card["board_id"] == board_id and person_id in card["assignee_ids"]:
            work.patch(
                "cards", card_id, assignee_ids=[other for other in card["assignee_ids"] if other != person_id]
            )


boards.empty_column.append((empty_needs, empty_column))
accounts.person_leaves.append((leave_needs, leave))
