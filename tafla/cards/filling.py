"""The sample cards of a board made from a template."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tafla.boards import hooks as boards
from tafla.boards.templates import TemplateCard, TemplateItem
from tafla.cards.depending import tie
from tafla.cards.due import due_instant
from tafla.cards.verbs.add_cards import card_row, take_numbers
from tafla.core import ranks
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def fill_board(work: Work, new: boards.NewBoard) -> None:
    """Put a template's cards on a new board; their days count from today, where the board is made."""
    if not new.template.cards:
        return
    first = number = take_numbers(work, new.id, len(new.template.cards))
    for column_id, column in zip(new.column_ids, new.template.columns, strict=True):
        number = _fill_column(work, new, column_id, column.cards, number)
    _fill_column(work, new, new.completed_id, new.template.completed, number)
    made = [work.must("cards", _card_id(work, first + at)) for at in range(len(new.template.cards))]
    for row, card in zip(made, new.template.cards, strict=True):
        for place in card.waits_for:
            tie(work, row, "blocked_by", made[place], derived=True)


def _card_id(work: Work, number: int) -> str:
    return work.derived_id(f"card {number}")


def _fill_column(
    work: Work, new: boards.NewBoard, column_id: str, cards: list[TemplateCard], number: int
) -> int:
    column = {"id": column_id, "board_id": new.id}
    for card, rank in zip(cards, ranks.spread(len(cards), None, None), strict=True):
        card_id = _card_id(work, number)
        row = card_row(work, column, card_id, title=card.title, rank=rank, number=number)
        row |= {"status": card.status, "priority": card.priority}
        row |= {"tag_ids": sorted(new.tag_ids[name] for name in card.tags)}
        row |= {"start_on": _day(work, new, card.start_in_days)} | _due(work, new, card.due_in_days)
        if column_id == new.completed_id:
            row |= {"completed_at": work.now, "completed_by": work.actor}
        work.put("cards", row | _add_checklist(work, new, card_id, card.checklist), derived=True)
        _describe(work, card_id, card.details)
        number += 1
    return number


def _add_checklist(work: Work, new: boards.NewBoard, card_id: str, items: list[TemplateItem]) -> Values:
    """Put a card's items; what its face counts of them."""
    open_due: list[int] = []
    for index, (item, rank) in enumerate(zip(items, ranks.spread(len(items), None, None), strict=True)):
        row: Values = {"id": work.derived_id(f"item {card_id} {index}"), "card_id": card_id, "rank": rank}
        row |= {"text": item.text, "done": item.done, "assignee_ids": []}
        row |= {"due_time": None} | _due(work, new, item.due_in_days)
        row |= {"created_at": work.now, "created_by": work.actor}
        work.put("checklist_items", row, derived=True)
        if row["due_at"] is not None and not item.done:
            open_due.append(row["due_at"])
    return {
        "checklist_done": sum(item.done for item in items),
        "checklist_total": len(items),
        "checklist_due_at": min(open_due, default=None),
    }


def _day(work: Work, new: boards.NewBoard, in_days: int | None) -> str | None:
    if in_days is None:
        return None
    today = datetime.fromtimestamp(work.now / 1000, UTC).astimezone(ZoneInfo(new.due_zone)).date()
    return (today + timedelta(days=in_days)).isoformat()


def _due(work: Work, new: boards.NewBoard, in_days: int | None) -> Values:
    due_on = _day(work, new, in_days)
    zone = new.due_zone if due_on else None
    return {"due_on": due_on, "due_zone": zone, "due_at": due_instant(due_on, None, zone)}


def _describe(work: Work, card_id: str, details: str) -> None:
    if not details:
        return
    work.put("card_texts", {"id": card_id, "details": details, "version": 1}, derived=True)
    version: Values = {"id": f"{card_id}.1", "card_id": card_id, "details": details}
    work.put("card_text_versions", version | {"at": work.now, "by": work.actor}, derived=True)


boards.fill_board.append(fill_board)
