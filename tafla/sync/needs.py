"""Needs: the rows a verb must see, loaded in sets (S16 step 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One row by id; it need not exist."""

    table: str
    id: str


@dataclass(frozen=True)
class Rows:
    """Every row whose `field` has this value, at most `limit`."""

    table: str
    field: str
    value: str
    limit: int = 501


@dataclass(frozen=True)
class Count:
    """How many rows have this value in `field`."""

    table: str
    field: str
    value: str


@dataclass(frozen=True)
class Beside:
    """The rank of the sibling right after (side 1) or before (side -1) a row; for anchor None the last of the
    group.
    """

    table: str
    group: str
    anchor: str | None
    side: int


@dataclass(frozen=True)
class Spot:
    """Whether a sibling has this rank, and the next rank above it."""

    table: str
    group: str
    rank: str


@dataclass(frozen=True)
class Around:
    """Up to `each` siblings on both sides of a rank, for re-ranking."""

    table: str
    group: str
    rank: str
    each: int = 100


@dataclass(frozen=True)
class Fact:
    """A value of another kind, loaded by a function the room registers under `kind` (see load.FACTS)."""

    kind: str
    key: str


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


def spot(work: Any, table: str, group: str, rank: str) -> Iterator[Need]:
    """What `Work.free_rank` must see to put a row at a rank it had before."""
    yield Spot(table, group, rank)
    yield from work.crowding(table, group, None, None, spot=rank)
