"""How values of a board are told in an export: words, names, days and times of the reader's zone."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tafla.core.settings import load
from tafla.exchange.reading import Board, Card
from tafla.sync.tables import Row

STATUSES = {
    "normal": "Normal",
    "ready": "Ready",
    "in_progress": "In progress",
    "needs_review": "Needs review",
    "needs_rework": "Needs rework",
    "blocked": "Blocked",
    "on_hold": "On hold",
}
PRIORITIES = {"normal": "Normal", "high": "High priority", "critical": "Critical"}
# Aspects of history whose name alone would not do.
_ASPECTS = {"wip_mode": "WIP limits", "column_limit": "WIP limit of a column", "due": "Due date"}
_START = datetime(1970, 1, 1, tzinfo=UTC)
# What an entry of history needs no words for.
_MUTE = ("id", "kind", "at")


def local(at: int | None, zone: ZoneInfo) -> datetime | None:
    """An instant (ms) as a clock in this zone shows it; None where no calendar reaches."""
    if at is None:
        return None
    try:
        return (_START + timedelta(milliseconds=at)).astimezone(zone).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return None


def day(text: str | None) -> date | None:
    """A day as it is stored."""
    return date.fromisoformat(text) if text else None


def due(row: Row, zone: ZoneInfo) -> date | datetime | None:
    """When a card or an item is due: a day stays the day that was set, a time is told in this zone."""
    return local(row["due_at"], zone) if row["due_time"] else day(row["due_on"])


def is_overdue(row: Row, column: Row, now: int) -> bool:
    """Whether a card is late; what is done or deleted is not."""
    return bool(row["due_at"] is not None and row["due_at"] < now and column["kind"] == "normal")


def column_name(column: Row) -> str:
    """What a column is called. Deleted is called so on every board, and Completed unless an admin says
    otherwise.
    """
    return "Deleted" if column["kind"] == "deleted" else column["name"] or "Completed"


def names(ids: Iterable[str], known: Mapping[str, str]) -> str:
    """People by name."""
    return ", ".join(sorted(known[one] for one in ids if one in known))


def tag_names(board: Board, card: Card) -> str:
    return ", ".join(board.tags[one]["name"] for one in card.row["tag_ids"] if one in board.tags)


def file_names(hanging: Iterable[Row]) -> str:
    return ", ".join(called(one) for one in hanging)


def called(attachment: Row) -> str:
    """What an attachment is called."""
    return str(attachment["name"] or attachment["title"] or attachment["url"] or "")


def address(board_id: str, card_id: str | None = None) -> str:
    """Where a board or a card is found."""
    return f"{load().site}/b/{board_id}" + (f"/c/{card_id}" if card_id else "")


def aspect(what: str) -> str:
    """What an entry of history is about."""
    return _ASPECTS.get(what) or what.replace("_", " ").capitalize()


def told(value: Any, known: Mapping[str, str]) -> str:
    """A value of history (docs/topics/history.md) in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(told(one, known) for one in value)
    if isinstance(value, dict):
        if "on" in value:
            return " ".join(filter(None, (value["on"], value.get("time"), value.get("zone"))))
        parts = (told(one, known) for name, one in value.items() if name not in _MUTE)
        return ": ".join(filter(None, parts))
    return known.get(str(value)) or STATUSES.get(str(value)) or str(value)
