"""The working copy: the rows a batch has loaded, and what its commands have made of them (S16 steps 3 and 4).

`Copy` belongs to the batch. Each command works in a `Work` on top of it; a refused command's Work is dropped
and leaves nothing.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tafla.core import ranks
from tafla.core.refusals import Refusal
from tafla.sync.needs import Count, Fact, Rows
from tafla.sync.tables import TABLES, Row

Key = tuple[str, str]


class NotLoaded(KeyError):  # noqa: N818 — it asks for another round
    """A verb asked for what its needs did not name, or could not name yet."""


@dataclass
class Copy:
    """What the batch knows: loaded rows (None: known to be absent), sets, counts, ranks, facts."""

    rows: dict[Key, Row | None] = field(default_factory=dict)
    found: dict[Any, Any] = field(default_factory=dict)
    # Known ranks of a group of siblings, rising. Between two neighbours here that were loaded side by side
    # lies no unknown row.
    ranks: dict[Key, list[str]] = field(default_factory=dict)
    # Counted rows by (table, field, value), kept right while commands of the batch run.
    counts: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def learn_rank(self, table: str, group: str, rank: str) -> None:
        """Remember that a sibling has this rank."""
        known = self.ranks.setdefault((table, group), [])
        at = bisect_left(known, rank)
        if at == len(known) or known[at] != rank:
            known.insert(at, rank)


class Work:
    """One command's view of the copy, and its changes.

    now: milliseconds; actor: the person's id; command_id. Reading a row that no need named is a programming
    error and raises NotLoaded.
    """

    def __init__(self, copy: Copy, now: int, actor: str, command_id: str) -> None:
        self.copy = copy
        self.now = now
        self.actor = actor
        self.command_id = command_id
        self.changed: dict[Key, Row | None] = {}
        # The rows as they were before this command, for those it changed; filled when it is kept.
        self.originals: dict[Key, Row | None] = {}
        self.regrounded: set[str] = set()
        self.quiet: set[Key] = set()
        self.forgotten: list[tuple[str, str]] = []
        self.new_ranks: list[tuple[str, str, str]] = []

    # reading

    def row(self, table: str, row_id: str) -> Row | None:
        """A row, or None when there is none. Do not change it: use patch."""
        key = (table, row_id)
        if key in self.changed:
            return self.changed[key]
        if key not in self.copy.rows:
            raise NotLoaded(key)
        return self.copy.rows[key]

    def must(self, table: str, row_id: str) -> Row:
        """A row that has to exist, else refused as not found."""
        row = self.row(table, row_id)
        if row is None:
            raise Refusal("not_found")
        return row

    def peek(self, table: str, row_id: str) -> Row | None:
        """A row if it is loaded already; for verbs that name further needs."""
        key = (table, row_id)
        return self.changed[key] if key in self.changed else self.copy.rows.get(key)

    def rows(self, need: Rows) -> list[Row]:
        """The rows of a `Rows` need as they are now, in this command's eyes, in order of rank where they have
        one.
        """
        table, name, value = need.table, need.field, need.value
        ids = dict.fromkeys(self._found(need))
        for (changed_table, row_id), row in self._overlay(table):
            if changed_table == table and row and row[name] == value:
                ids[row_id] = None
        rows = [row for row in (self.row(table, row_id) for row_id in ids) if row and row[name] == value]
        if TABLES[table].order:
            rows.sort(key=lambda row: (row["rank"], row["id"]))
        return rows

    def count(self, need: Count) -> int:
        """The number a `Count` need asked for, with this batch's changes."""
        table, name, value = need.table, need.field, need.value
        if (table, name, value) not in self.copy.counts:
            raise NotLoaded(need)
        total = self.copy.counts[table, name, value]
        for (changed_table, row_id), row in self.changed.items():
            if changed_table == table:
                old = self.copy.rows.get((table, row_id))
                total += int(bool(row and row[name] == value)) - int(bool(old and old[name] == value))
        return total

    def fact(self, need: Fact) -> Any:
        """What a `Fact` need found."""
        return self._found(need)

    def _found(self, need: Rows | Fact) -> Any:
        if need not in self.copy.found:
            raise NotLoaded(need)
        return self.copy.found[need]

    def _overlay(self, table: str) -> Iterable[tuple[Key, Row | None]]:
        yield from list(self.copy.rows.items())
        yield from list(self.changed.items())

    # writing

    def put(self, table: str, row: Row, *, derived: bool = False) -> None:
        """Add a row, whole. The id must be free; a taken one is refused (S20). A derived id belongs to this
        command and needs no look.
        """
        if derived:
            self.copy.rows.setdefault((table, row["id"]), None)
        if self.row(table, row["id"]) is not None:
            raise Refusal("id_taken")
        self.changed[table, row["id"]] = row

    def patch(self, table: str, row_id: str, **fields: Any) -> None:
        """Set fields of a row."""
        self.changed[table, row_id] = {**self.must(table, row_id), **fields}

    def remove(self, table: str, row_id: str) -> None:
        """Take a row away."""
        self.must(table, row_id)
        self.changed[table, row_id] = None

    def access_changed(self, ground: str) -> None:
        """Say that who may do what on this ground is different now (S10)."""
        self.regrounded.add(ground)

    def forget(self, table: str, row_id: str, home: str) -> None:
        """Say that a row's content is to be blanked wherever the log and stored answers hold it (S22); `home`
        is its scope's id.
        """
        self.forgotten.append((TABLES[table].scope + ":" + home, row_id))

    # order of siblings

    def places_between(
        self, table: str, group: str, after: str | None, before: str | None, count: int = 1
    ) -> list[str]:
        """`count` ranks after the sibling `after`, else before the sibling `before`, else at the end of the
        group.
        """
        low, high = self._bounds(table, group, after, before)
        made = ranks.spread(count, low, high) if count > 1 else [ranks.between(low, high)]
        for rank in made:
            self.new_ranks.append((table, group, rank))
        return made

    def free_rank(self, table: str, group: str, rank: str) -> str:
        """This rank, or the nearest above it when a sibling has it by now; needs `Spot`."""
        known = self._known(table, group)
        at = bisect_left(known, rank)
        if at < len(known) and known[at] == rank:
            rank = ranks.between(rank, known[at + 1] if at + 1 < len(known) else None)
        self.new_ranks.append((table, group, rank))
        return rank

    def _bounds(
        self, table: str, group: str, after: str | None, before: str | None
    ) -> tuple[str | None, str | None]:
        known = self._known(table, group)
        low = self._rank_in(table, group, after)
        if low is not None:
            at = bisect_right(known, low)
            return low, known[at] if at < len(known) else None
        high = self._rank_in(table, group, before)
        if high is not None:
            at = bisect_left(known, high)
            return known[at - 1] if at else None, high
        return known[-1] if known else None, None

    def _rank_in(self, table: str, group: str, row_id: str | None) -> str | None:
        row = self.peek(table, row_id) if row_id else None
        return row["rank"] if row and row[TABLES[table].order or ""] == group else None

    def _known(self, table: str, group: str) -> list[str]:
        known = self.copy.ranks.get((table, group), [])
        mine = [
            rank
            for made_table, made_group, rank in self.new_ranks
            if (made_table, made_group) == (table, group)
        ]
        if not mine:
            return known
        both = list(known)
        for rank in mine:
            insort(both, rank)
        return both

    # the end

    def keep(self) -> None:
        """Make this command's changes part of the copy, for the commands after it."""
        for (table, row_id), row in self.changed.items():
            old = self.originals[table, row_id] = self.copy.rows.get((table, row_id))
            self._drift(table, old, row)
            self.copy.rows[table, row_id] = row
        for made in self.new_ranks:
            self.copy.learn_rank(*made)

    def _drift(self, table: str, old: Row | None, new: Row | None) -> None:
        for counted in self.copy.counts:
            counted_table, name, value = counted
            if counted_table == table:
                self.copy.counts[counted] += int(bool(new and new[name] == value)) - int(
                    bool(old and old[name] == value)
                )
