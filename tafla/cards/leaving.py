"""What happens to cards when their column is deleted, when a person leaves, and when a board is made from a
template.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from tafla.accounts import hooks as accounts
from tafla.boards import hooks as boards
from tafla.boards.templates import Template
from tafla.cards.due import due_instant
from tafla.cards.rules import check_room, completion, room_needs
from tafla.cards.verbs.add_cards import card_row, take_numbers
from tafla.core import ranks
from tafla.core.refusals import Refusal
from tafla.sync.needs import Beside, Fact, Need, Row, Rows
from tafla.sync.tables import Row as Values
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


def fill_board(work: Work, board: Values, template: Template, columns: dict[str, str]) -> None:
    """Put a template's sample cards on a new board; due dates count in days from today."""
    number = take_numbers(work, board["id"], len(template.cards)) if template.cards else 1
    for name, column_id in columns.items():
        cards = [(index, card) for index, card in enumerate(template.cards) if card.column == name]
        for (index, card), rank in zip(cards, ranks.spread(len(cards), None, None), strict=True):
            facts = {key: value for key, value in card.facts.items() if key in ("status", "priority")}
            column = {"id": column_id, "board_id": board["id"]}
            card_id = work.derived_id(f"card {index}")
            row = card_row(work, column, card_id, title=card.title, rank=rank, number=number + index, **facts)
            work.put("cards", row | _due(work, card.facts.get("due_in_days")), derived=True)
            _describe(work, card_id, card.facts.get("details"))


def _due(work: Work, in_days: int | None) -> Values:
    if in_days is None:
        return {}
    due_on = (datetime.fromtimestamp(work.now / 1000, UTC) + timedelta(days=in_days)).date().isoformat()
    return {"due_on": due_on, "due_zone": "UTC", "due_at": due_instant(due_on, None, "UTC")}


def _describe(work: Work, card_id: str, details: str | None) -> None:
    if details:
        work.put("card_texts", {"id": card_id, "details": details, "version": 1}, derived=True)
        version = {
            "id": f"{card_id}.1",
            "card_id": card_id,
            "details": details,
            "at": work.now,
            "by": work.actor,
        }
        work.put("card_text_versions", version, derived=True)


boards.fill_board.append(fill_board)
boards.empty_column.append((empty_needs, empty_column))
accounts.person_leaves.append((leave_needs, leave))
