"""Whether a card is what a filter picks out, for this reader, now. Pure: no database, no clock.

`web/src/features/highlight/filter.ts` is the same in the browser, step for step; contracts/golden-filters/ is
run by both.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from tafla.cards.due import due_instant
from tafla.core.text import clean_line
from tafla.views.filters import Filter

Card = Mapping[str, Any]

# Marks that are left out as often as written: accents, and the vowels of Hebrew and Arabic. Those of Indian
# scripts are letters in their own right.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]")
# Letters that Unicode does not take apart, though people do.
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ς": "σ"}


@dataclass(frozen=True)
class Reading:
    """Who reads, when and where. now: milliseconds; week_start: 1 (Monday) to 7; tags: id -> name, of every
    board whose cards are asked about.
    """

    me: str
    now: int
    zone: str = "UTC"
    week_start: int = 1
    tags: Mapping[str, str] = field(default_factory=dict)


def matches(wanted: Filter, card: Card, reading: Reading) -> bool:
    """Whether the filter picks out this card. For many cards, make a `matcher` once."""
    return matcher(wanted, reading)(card)


def matcher(wanted: Filter, reading: Reading) -> Callable[[Card], bool]:
    """The filter as one test of a card, which looks up no dates and folds no words but the card's own.

    Status and due are facts of open cards: a card in Completed or Deleted has neither.
    """
    tests: list[Callable[[Card], bool]] = []
    if wanted.assignees:
        tests.append(_assignee_test(wanted, reading))
    if wanted.statuses:
        tests.append(lambda card: is_open(card) and card["status"] in wanted.statuses)
    if wanted.due:
        tests.append(_due_test(wanted, reading))
    if wanted.priorities:
        tests.append(lambda card: card["priority"] in wanted.priorities)
    if wanted.tags:
        names = {folded(name) for name in wanted.tags}
        tag_ids = {tag_id for tag_id, name in reading.tags.items() if folded(name) in names}
        tests.append(lambda card: not tag_ids.isdisjoint(card["tag_ids"]))
    words = plain(wanted.text).split()
    if words:
        tests.append(lambda card: _has_words(card, words))
    return lambda card: all(test(card) for test in tests)


def is_open(card: Card) -> bool:
    """Neither done nor deleted."""
    return card["completed_at"] is None and card["deleted_at"] is None


def due_of(card: Card) -> int | None:
    """When a card is due: it, or the first of its open items."""
    dates = [at for at in (card["due_at"], card["checklist_due_at"]) if at is not None]
    return min(dates, default=None)


def due_windows(reading: Reading) -> dict[str, tuple[int | None, int | None]]:
    """Due word -> the instants after which, and until which, it holds; none: without end.

    Midnight belongs to the day that it ends, as cards say it: a bare date is due at the end of its day. Words
    for what is now hold what is overdue too.
    """
    today = datetime.fromtimestamp(reading.now / 1000, UTC).astimezone(ZoneInfo(reading.zone)).date()
    week = today + timedelta(days=7 - (today.isoweekday() - reading.week_start) % 7)
    month = _next_month(today)
    day_end, next_day_end = (_end_before(today + timedelta(days=days), reading) for days in (1, 2))
    week_end, next_week_end = (_end_before(week + timedelta(days=days), reading) for days in (0, 7))
    month_end, next_month_end = (_end_before(first, reading) for first in (month, _next_month(month)))
    return {
        "overdue": (None, reading.now),
        "today": (None, day_end),
        "tomorrow": (day_end, next_day_end),
        "this_week": (None, week_end),
        "next_week": (week_end, next_week_end),
        "this_month": (None, month_end),
        "next_month": (month_end, next_month_end),
        "later": (next_month_end, None),
    }


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """A tag's name as it is compared, as where tags are made."""
    return clean_line(name).casefold()


def plain(text: str) -> str:
    """Text as it is searched: without capitals and accents."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).upper().lower()
    for letter, told in _PLAIN.items():
        # Faster than `translate`, which makes every letter anew.
        bare = bare.replace(letter, told)
    return unicodedata.normalize("NFC", bare)


def _assignee_test(wanted: Filter, reading: Reading) -> Callable[[Card], bool]:
    people = {reading.me if one == "me" else one for one in wanted.assignees if one != "none"}
    takes_nobody = "none" in wanted.assignees
    return lambda card: not people.isdisjoint(card["assignee_ids"]) if card["assignee_ids"] else takes_nobody


def _due_test(wanted: Filter, reading: Reading) -> Callable[[Card], bool]:
    known = due_windows(reading)
    windows = [known[word] for word in wanted.due if word != "none"]
    takes_none = "none" in wanted.due

    def test(card: Card) -> bool:
        if not is_open(card):
            return False
        at = due_of(card)
        if at is None:
            return takes_none
        return any((low is None or low < at) and (high is None or at <= high) for low, high in windows)

    return test


def _has_words(card: Card, words: list[str]) -> bool:
    title = plain(card["title"])
    return all(word in title for word in words)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _end_before(day: date, reading: Reading) -> int:
    """The instant at which a day begins, which ends the day before."""
    return (due_instant(day.isoformat(), "00:00", reading.zone)) or 0
