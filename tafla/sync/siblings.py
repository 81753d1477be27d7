"""Ranks of siblings as a batch knows them, and new ones where room runs out (S11).

A batch rarely knows a whole column: it knows the ranks beside the anchors its commands named. `closed` says
after which of them no unknown one can lie, so that a rank is never made in a gap that only looks empty.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field
from itertools import pairwise

from tafla.core import ranks
from tafla.sync.tables import Row

BOTTOM = ""
# A command re-ranks at most this many on each side.
EACH_SIDE = 100
# From here on the neighbours are loaded, for several ranks between these two would grow too long.
TIGHT = ranks.MAX_LENGTH - 4


class NotLoaded(KeyError):  # noqa: N818 — it asks for another round
    """A verb asked for what its needs did not name, or could not name yet."""


@dataclass
class Siblings:
    """One group's known ranks, rising. `closed`: ranks (or BOTTOM) whose next known one is truly the next.
    `doubled`: ranks that two siblings share. `spots`: ranks of which it is known whether they are taken.
    """

    ranks: list[str] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)

    def fork(self) -> "Siblings":
        """A copy that may be changed without changing this one."""
        return Siblings(copy(self.ranks), copy(self.closed), copy(self.doubled), copy(self.spots))

    def learn(self, rank: str, *, is_closed: bool = False) -> None:
        """A sibling has this rank. In a gap that is known to be empty it closes both halves."""
        at = bisect_left(self.ranks, rank)
        if at == len(self.ranks) or self.ranks[at] != rank:
            is_closed = is_closed or (self.ranks[at - 1] if at else BOTTOM) in self.closed
            self.ranks.insert(at, rank)
        if is_closed:
            self.closed.add(rank)

    def learn_run(self, run: list[str], *, from_bottom: bool, to_top: bool) -> None:
        """These ranks, rising, lie side by side."""
        for rank in run:
            self.learn(rank)
        self.doubled.update(rank for rank, next_rank in pairwise(run) if rank == next_rank)
        self.closed.update(run if to_top else run[:-1])
        if from_bottom:
            self.closed.add(BOTTOM)

    def drop(self, rank: str) -> None:
        """The only sibling of this rank has gone."""
        at = bisect_left(self.ranks, rank)
        if at == len(self.ranks) or self.ranks[at] != rank:
            return
        del self.ranks[at]
        self.doubled.discard(rank)
        if rank not in self.closed:
            self.closed.discard(self.ranks[at - 1] if at else BOTTOM)
        self.closed.discard(rank)

    def above(self, rank: str) -> str | None:
        """The next rank above. Raises NotLoaded when that is not known."""
        if rank not in self.closed:
            raise NotLoaded(rank)
        at = bisect_left(self.ranks, rank)
        at += int(at < len(self.ranks) and self.ranks[at] == rank)
        return self.ranks[at] if at < len(self.ranks) else None

    def below(self, rank: str) -> str | None:
        """The next rank below. Raises NotLoaded when that is not known."""
        at = bisect_left(self.ranks, rank)
        lower = self.ranks[at - 1] if at else BOTTOM
        if lower not in self.closed:
            raise NotLoaded(rank)
        return lower or None

    def end(self) -> str | None:
        """The highest rank. Raises NotLoaded when that is not known."""
        last = self.ranks[-1] if self.ranks else BOTTOM
        if last not in self.closed:
            raise NotLoaded(last)
        return last or None


@dataclass(frozen=True)
class Gap:
    """Where new siblings go: above the rank `low` and below `high`; right after the row `after` or before the
    row `before` where ranks alone do not say it.
    """

    low: str | None
    high: str | None
    after: str | None = None
    before: str | None = None
    is_doubled: bool = False

    def is_tight(self) -> bool:
        """Whether the neighbours should be at hand for re-ranking."""
        return self.is_doubled or len(ranks.between(self.low, self.high)) > TIGHT

    def fill(self, count: int) -> list[str] | None:
        """`count` ranks in this gap, or None when they do not fit."""
        if self.is_doubled:
            return None
        made = ranks.spread(count, self.low, self.high)
        return made if all(len(rank) <= ranks.MAX_LENGTH for rank in made) else None


def rerank(known: Siblings, rows: Iterable[Row], gap: Gap, count: int) -> tuple[dict[str, str], list[str]]:
    """(new rank by row id for the neighbours, `count` ranks for the gap among them)."""
    standing: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: str(row["id"])):
        standing.setdefault(row["rank"], []).append(row)
    under, floor = _walk(standing, gap.low, known.below)
    over, ceiling = _walk(standing, known.above(gap.low or BOTTOM), known.above)
    neighbours = sorted(under + over, key=lambda row: (row["rank"], row["id"]))
    at = _position(neighbours, gap, len(under))
    made = ranks.spread(len(neighbours) + count, floor, ceiling)
    kept = made[:at] + made[at + count :]
    for row in neighbours:
        known.drop(row["rank"])
    for rank in made:
        known.learn(rank)
    moved = {row["id"]: rank for row, rank in zip(neighbours, kept, strict=True) if row["rank"] != rank}
    return moved, made[at : at + count]


def _position(neighbours: list[Row], gap: Gap, otherwise: int) -> int:
    for place, row in enumerate(neighbours):
        if row["id"] in (gap.after, gap.before):
            return place + int(row["id"] == gap.after)
    return otherwise


def _walk(
    standing: dict[str, list[Row]], rank: str | None, step: Callable[[str], str | None]
) -> tuple[list[Row], str | None]:
    """(rows from a rank outwards, the rank behind them that stays)."""
    taken: list[Row] = []
    try:
        while rank is not None and rank in standing and len(taken) < EACH_SIDE:
            taken += standing[rank]
            rank = step(rank)
    except NotLoaded:
        # Nobody knows what comes next: the last one known stays where it is.
        return [row for row in taken if row["rank"] != rank], rank
    return taken, rank
