"""Needs: the rows a verb must see, loaded in sets (S16 step 3).

Tuples, because a batch compares thousands of them; the tag keeps kinds of equal content apart.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One row by id; it need not exist."""

    table: str
    id: str
    tag: str = "row"


class Rows(NamedTuple):
    """Every row whose `field` has this value, at most `limit`."""

    table: str
    field: str
    value: str
    limit: int = 501
    tag: str = "rows"


class Count(NamedTuple):
    """How many rows have this value in `field`."""

    table: str
    field: str
    value: str
    tag: str = "count"


class Beside(NamedTuple):
    """The rank of the sibling right after (side 1) or before (side -1) a row; for anchor None the last or the
    first of the group.
    """

    table: str
    group: str
    anchor: str | None
    side: int
    tag: str = "beside"


class Spot(NamedTuple):
    """Whether a sibling has this rank, and the next rank above it."""

    table: str
    group: str
    rank: str
    tag: str = "spot"


class Around(NamedTuple):
    """Up to `each` siblings on both sides of a rank, for re-ranking."""

    table: str
    group: str
    rank: str
    each: int = 100
    tag: str = "around"


class Fact(NamedTuple):
    """A value of another kind, loaded by a function the room registers under `kind` (see load.FACTS)."""

    kind: str
    key: str
    tag: str = "fact"


Need = Row | Rows | Count | Beside | Spot | Around | Fact


def siblings(
    work: Any, table: str, group: str, order: str, after: str | None, before: str | None
) -> Iterator[Need]:
    """What `Work.places_between` must see to put rows after or before a sibling, or at the end of a group."""
    anchored = False
    for anchor, side in ((after, 1), (before, -1)):
        if anchor:
            yield Row(table, anchor)
            yield Beside(table, group, anchor, side)
            row = work.peek(table, anchor)
            anchored = anchored or bool(row and row[order] == group)
    if not anchored:
        yield Beside(table, group, None, 1)
    yield from work.crowding(table, group, after, before)


def top(work: Any, table: str, group: str) -> Iterator[Need]:
    """What `Work.places_on_top` must see to put rows before all of a group."""
    yield Beside(table, group, None, -1)
    yield from work.crowding(table, group, None, None, is_top=True)


def spot(work: Any, table: str, group: str, rank: str) -> Iterator[Need]:
    """What `Work.free_rank` must see to put a row at a rank it had before."""
    yield Spot(table, group, rank)
    yield from work.crowding(table, group, None, None, spot=rank)
