"""Due dates: what a date means as an instant."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo


def due_fields(due_on: str | None, due_time: str | None, due_zone: str) -> dict[str, Any]:
    """The fields of a row that is due then; without a day none of them is set."""
    if due_on is None:
        return dict.fromkeys(("due_on", "due_time", "due_zone", "due_at"))
    due_at = due_instant(due_on, due_time, due_zone)
    return {"due_on": due_on, "due_time": due_time, "due_zone": due_zone, "due_at": due_at}


def due_instant(due_on: str | None, due_time: str | None, zone: str | None) -> int | None:
    """Milliseconds since 1970 UTC of a due date; a bare date means the end of that day in its zone.

    A time that daylight saving skips counts with the offset before the jump, as zoneinfo does.
    """
    if due_on is None:
        return None
    there = ZoneInfo(zone or "UTC")
    day = date.fromisoformat(due_on)
    if due_time:
        return int(datetime.combine(day, time.fromisoformat(due_time), there).timestamp() * 1000)
    # Not midnight of the next day plus 24 hours: days are 23 or 25 hours long where clocks change.
    return int(datetime.combine(day + timedelta(days=1), time(), there).timestamp() * 1000) - 1
