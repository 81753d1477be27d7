"""A filter as conditions of the database. What only the words of a title decide is left to `check`.

matches.py says the same of a card in memory; contracts/golden-filters/ is run through both.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import starmap
from typing import NamedTuple

from tafla.cards.nearest import NEVER
from tafla.sync.db import Db
from tafla.views.asking import DUE, OPEN, WAITS, Waiting
from tafla.views.buckets import Span
from tafla.views.conditions import ASSIGNEES, TAGS, Condition, Listing, has_status, quoted, stands_in
from tafla.views.filters import Filter
from tafla.views.matches import Reading, due_windows, folded, plain


class Matching(NamedTuple):
    """What the database decides, and whether a title has the words (None: it needs none)."""

    lists: list[Listing]
    conditions: list[Condition]
    check: Callable[[str], bool] | None
    waiting: Waiting | None = None


def matching(db: Db, wanted: Filter, reading: Reading) -> Matching:
    """The filter for cards `c`. `reading.tags` are those of the boards asked about."""
    people = tuple(reading.me if one == "me" else one for one in wanted.assignees if one != "none")
    lists, conditions = [], []
    if "none" in wanted.assignees:
        nobody = Condition("c.assignee_ids = '[]'")
        theirs = [stands_in(db, Listing(ASSIGNEES, people))] if people else []
        conditions.append(_either([nobody, *theirs]))
    elif people:
        lists.append(Listing(ASSIGNEES, people))
    if wanted.tags:
        lists.append(Listing(TAGS, tags_named(wanted, reading.tags)))
    if wanted.statuses:
        conditions += [Condition(OPEN), has_status(wanted.statuses)]
    if wanted.priorities:
        conditions.append(Condition(f"c.priority IN ({quoted(wanted.priorities)})"))
    if wanted.due:
        due = _either(_due(low, high) for low, high in windows(wanted, reading))
        conditions.append(Condition(f"{OPEN} AND {due.sql}", due.values))
    words = plain(wanted.text).split()
    is_waiting = wanted.statuses and set(wanted.statuses) <= set(WAITS)
    waiting = Waiting(wanted.statuses) if is_waiting else None
    return Matching(lists, conditions, (lambda title: _has(title, words)) if words else None, waiting)


def tags_named(wanted: Filter, tags: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the tags that have one of the filter's names, on whichever board."""
    names = {folded(name) for name in wanted.tags}
    is_wanted = {name: folded(name) in names for name in set(tags.values())}
    return tuple(tag_id for tag_id, name in tags.items() if is_wanted[name])


def windows(wanted: Filter, reading: Reading) -> list[tuple[int | None, int | None]]:
    """(after, until) of the dates a filter asks for; cards without one are due at NEVER."""
    known = due_windows(reading) | {"none": (NEVER - 1, None)}
    known["later"] = (known["later"][0], NEVER - 1)
    return [known[word] for word in wanted.due]


def narrowed(span: Span, wanted: Filter, reading: Reading) -> Span | None:
    """What of a bucket may be due when the filter asks for; None: nothing."""
    if not wanted.due:
        return span
    low, high = _ends(*span[1:])
    cuts = [(max(low, after), min(high, until)) for after, until in starmap(_ends, windows(wanted, reading))]
    some = [(after, until) for after, until in cuts if after < until]
    return Span(span.id, min(some)[0], max(until for _, until in some)) if some else None


def _ends(low: int | None, high: int | None) -> tuple[int, int]:
    return -NEVER if low is None else low, NEVER if high is None else high


def _has(title: str, words: list[str]) -> bool:
    return all(map(plain(title).__contains__, words))


def _due(low: int | None, high: int | None) -> Condition:
    bounds = [(sql, at) for sql, at in ((f"{DUE} > ?", low), (f"{DUE} <= ?", high)) if at is not None]
    return Condition(" AND ".join(sql for sql, _ in bounds), tuple(at for _, at in bounds))


def _either(conditions: Iterable[Condition]) -> Condition:
    some = list(conditions)
    sql = " OR ".join(f"({one.sql})" for one in some)
    return Condition(f"({sql})", tuple(value for one in some for value in one.values))
