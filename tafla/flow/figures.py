"""Figures of flow, reckoned from stays: pure functions, instants in ms since 1970 UTC.

A *day* ends where the reader is; the last one ends now. *Lead time* runs from a card's making to its
completion, *cycle time* from when it first left the board's first column. Cards that were made further on
began when they were made.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

# How slow the slowest of seven cards is, roughly: what one may promise.
PROMISE = 0.85


class Spell(NamedTuple):
    """A card in a column from one instant to another, or until now (to_at none)."""

    card_id: str
    column_id: str
    from_at: int
    to_at: int | None


class Pace(NamedTuple):
    """How many there were, and how long they took: in the middle, and 85 of 100 at most; ms."""

    cards: int
    median: int
    promise: int


def days_until(now: int, zone: str, count: int) -> list[tuple[date, int]]:
    """The last `count` days there, oldest first, each with its last instant or `now`."""
    there = ZoneInfo(zone)
    today = datetime.fromtimestamp(now / 1000, there).date()
    days = [today - timedelta(days=back) for back in range(count - 1, -1, -1)]
    # Not 24 hours on: days are 23 or 25 hours long where clocks change.
    ends = [datetime.combine(day + timedelta(days=1), time(), there) for day in days]
    return [(day, min(int(end.timestamp() * 1000) - 1, now)) for day, end in zip(days, ends, strict=True)]


def standing(spells: Iterable[Spell], ends: Sequence[int]) -> dict[str, list[int]]:
    """Column id -> how many cards stood there at each of these instants, which are in order."""
    changes: dict[str, list[int]] = defaultdict(lambda: [0] * (len(ends) + 1))
    for spell in spells:
        first = bisect_left(ends, spell.from_at)
        last = len(ends) if spell.to_at is None else bisect_left(ends, spell.to_at)
        # Who came and left between two instants stood at none.
        if first < last:
            changes[spell.column_id][first] += 1
            changes[spell.column_id][last] -= 1
    return {column: _sums(steps[:-1]) for column, steps in changes.items()}


def _sums(steps: Iterable[int]) -> list[int]:
    total, found = 0, []
    for step in steps:
        total += step
        found.append(total)
    return found


def began_at(spells: Sequence[Spell], first_column: str | None, made_at: int) -> int:
    """When work on a card began: `spells` are its own, in order."""
    left = next((spell.from_at for spell in spells if spell.column_id != first_column), None)
    return made_at if left is None or not spells or spells[0].column_id != first_column else left


def per_column(spells: Iterable[Spell], now: int) -> dict[str, int]:
    """Column id -> how long a card stood there in all."""
    found: dict[str, int] = defaultdict(int)
    for spell in spells:
        found[spell.column_id] += (now if spell.to_at is None else spell.to_at) - spell.from_at
    return dict(found)


def pace(times: Iterable[int]) -> Pace | None:
    """What these times come to, or None of none."""
    ordered = sorted(times)
    if not ordered:
        return None
    at = min(len(ordered) - 1, int(PROMISE * len(ordered)))
    return Pace(len(ordered), int(median(ordered)), ordered[at])


def done_each_day(completed: Iterable[int], ends: Sequence[int]) -> list[int]:
    """How many of these completions fell on each day after the first; `ends` are the days' last instants."""
    found = [0] * len(ends)
    for at in completed:
        day = bisect_left(ends, at)
        if day < len(found):
            found[day] += 1
    return found[1:]
