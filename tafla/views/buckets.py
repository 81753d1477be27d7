"""Where the buckets of views begin and end, for one reader, now. Pure: no database, no clock.

The words of due dates are those of filters (`due_windows`), so that a view and a highlight agree.
"""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tafla.cards.due import due_instant
from tafla.cards.nearest import NEVER
from tafla.views.matches import Reading, due_windows

DATES = ("overdue", "today", "this_week", "next_week", "this_month", "later", "none")
DONE = ("today", "this_week", "last_week", "this_month", "last_month")


class Span(NamedTuple):
    """A bucket: instants after `low` and up to `high`; None: without end. Empty where they are equal."""

    id: str
    low: int | None
    high: int | None


def date_spans(reading: Reading) -> list[Span]:
    """The buckets of open cards by what they are due: each holds what those before it left. Cards without a
    date are due at NEVER, and come last.
    """
    known = due_windows(reading)
    spans, low = [], None
    for word in DATES[:-2]:
        high = known[word][1] or 0
        high = high if low is None else max(low, high)
        spans.append(Span(word, low, high))
        low = high
    return [*spans, Span("later", low, NEVER - 1), Span("none", NEVER - 1, None)]


def done_spans(reading: Reading) -> list[Span]:
    """The buckets of done cards by when, the newest first: each ends where the one before it begins."""
    today = datetime.fromtimestamp(reading.now / 1000, UTC).astimezone(ZoneInfo(reading.zone)).date()
    week = today - timedelta(days=(today.isoweekday() - reading.week_start) % 7)
    month = today.replace(day=1)
    last_month = (month - timedelta(days=1)).replace(day=1)
    spans, high = [], None
    for word, day in zip(DONE, (today, week, week - timedelta(days=7), month, last_month), strict=True):
        # A day begins with its midnight: what was done then belongs to it.
        low = _begin(day, reading.zone) - 1
        low = low if high is None else min(low, high)
        spans.append(Span(word, low, high))
        high = low
    return spans


def _begin(day: date, zone: str) -> int:
    return due_instant(day.isoformat(), "00:00", zone) or 0
