"""The working copy: the rows a batch has loaded, and what its commands have made of them (S16 steps 3 and 4).

`Copy` belongs to the batch. Each command works in a `Work` on top of it; a refused command's Work is dropped
and leaves nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tafla.core.ids import derive_id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Around, Count, Fact, Need, Rows
from tafla.sync.siblings import BOTTOM, Gap, NotLoaded, Siblings, rerank
from tafla.sync.tables import TABLES, Row

Key = tuple[str, str]


@dataclass
class Copy:
    """What the batch knows: loaded rows (None: known to be absent), sets, counts, ranks, facts."""

    rows: dict[Key, Row | None] = field(default_factory=dict)
    found: dict[Any, Any] = field(default_factory=dict)
    # What is known of the ranks in a group of siblings, by (table, group).
    siblings: dict[Key, Siblings] = field(default_factory=dict)
    # Counted rows by (table, field, value), kept right while commands of the batch run.
    counts: dict[tuple[str, str, str], int] = field(default_factory=dict)
    # Ids of the rows that commands of the batch have changed, by table.
    touched: dict[str, dict[str, None]] = field(default_factory=dict)

    def ranks(self, table: str, group: str) -> Siblings:
        """What is known of a group's ranks, to be added to."""
        return self.siblings.setdefault((table, group), Siblings())


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
        # The ids among them by table: a set of rows must not be looked for among all that a bulk changes.
        self._touched: dict[str, dict[str, None]] = {}
        # The rows as they were before this command, for those it changed; filled when it is kept.
        self.originals: dict[Key, Row | None] = {}
        self.regrounded: set[str] = set()
        self.quiet: set[Key] = set()
        self.forgotten: list[tuple[str, str]] = []
        # Groups whose ranks this command has added to.
        self._siblings: dict[Key, Siblings] = {}

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

    def before(self, table: str, row_id: str) -> Row | None:
        """A row as it was before this command."""
        return self.copy.rows.get((table, row_id))

    def rows(self, need: Rows) -> list[Row]:
        """The rows of a `Rows` need as they are now, in this command's eyes, in order of rank where they have
        one.
        """
        table, name, value = need.table, need.field, need.value
        touched = [*self.copy.touched.get(table, ()), *self._touched.get(table, ())]
        ids = dict.fromkeys([*self._found(need), *touched])
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

    def seen(self, table: str) -> list[Row]:
        """Every row of a table that this batch has loaded or made, as it is now."""
        ids = {row_id: None for (name, row_id), _ in self._overlay() if name == table}
        return [row for row in (self.row(table, row_id) for row_id in ids) if row]

    def fact(self, need: Fact) -> Any:
        """What a `Fact` need found."""
        return self._found(need)

    def _found(self, need: Rows | Fact) -> Any:
        if need not in self.copy.found:
            raise NotLoaded(need)
        return self.copy.found[need]

    def _overlay(self) -> Iterable[tuple[Key, Row | None]]:
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
        self._set(table, row["id"], row)

    def derived_id(self, name: str) -> str:
        """An id for a row this command makes beyond those its arguments name: the same whenever it is run."""
        return derive_id(f"{self.actor}.{self.command_id}", name)

    def patch(self, table: str, row_id: str, **fields: Any) -> None:
        """Set fields of a row."""
        self._set(table, row_id, {**self.must(table, row_id), **fields})
        self.quiet.discard((table, row_id))

    def remove(self, table: str, row_id: str) -> None:
        """Take a row away."""
        self.must(table, row_id)
        self._set(table, row_id, None)

    def _set(self, table: str, row_id: str, row: Row | None) -> None:
        self.changed[table, row_id] = row
        self._touched.setdefault(table, {})[row_id] = None

    def access_changed(self, ground: str) -> None:
        """Say that who may do what on this ground is different now (S10)."""
        self.regrounded.add(ground)

    def forget(self, table: str, row_id: str, home: str) -> None:
        """Say that a row's content is to be blanked wherever the log holds it (S22), but for what is left of
        it when the command ends; `home` is its scope's id.
        """
        self.forgotten.append((TABLES[table].scope + ":" + home, row_id))

    # order of siblings (S11)

    def places_between(
        self, table: str, group: str, after: str | None, before: str | None, count: int = 1
    ) -> list[str]:
        """`count` ranks after the sibling `after`, else before the sibling `before`, else at the end of the
        group; needs `siblings`.
        """
        return self._make(table, group, self._gap(table, group, after, before), count)

    def places_on_top(self, table: str, group: str, count: int = 1) -> list[str]:
        """`count` ranks before all siblings; needs `top`."""
        return self._make(table, group, self._top(table, group), count)

    def free_rank(self, table: str, group: str, rank: str) -> str:
        """This rank, or the nearest above it when a sibling has it by now; needs `spot`."""
        gap = self._spot(table, group, rank)
        if gap:
            return self._make(table, group, gap, 1)[0]
        self._forked(table, group).learn(rank, is_closed=True)
        return rank

    def crowding(
        self,
        table: str,
        group: str,
        after: str | None,
        before: str | None,
        spot: str | None = None,
        *,
        is_top: bool = False,
    ) -> Iterable[Need]:
        """The neighbours of a place where ranks run out, once it is known that they do."""
        gap: Gap | None
        try:
            if is_top:
                gap = self._top(table, group)
            else:
                gap = self._spot(table, group, spot) if spot else self._gap(table, group, after, before)
        except NotLoaded:
            return
        if gap and gap.is_tight():
            yield Around(table, group, gap.low or gap.high or BOTTOM)

    def _make(self, table: str, group: str, gap: Gap, count: int) -> list[str]:
        made = gap.fill(count)
        known = self._forked(table, group)
        if made is None:
            self._check_crowd(table, group)
            rows = [row for row in self.seen(table) if row[TABLES[table].order or ""] == group]
            moved, made = rerank(known, rows, gap, count)
            for row_id, rank in moved.items():
                self._shift(table, row_id, rank)
        for rank in made:
            known.learn(rank)
        return made

    def _shift(self, table: str, row_id: str, rank: str) -> None:
        """Give a neighbour another rank; that is nobody's doing, so history and undo do not know of it."""
        is_quiet = (table, row_id) not in self.changed or (table, row_id) in self.quiet
        self.patch(table, row_id, rank=rank)
        if is_quiet:
            self.quiet.add((table, row_id))

    def _check_crowd(self, table: str, group: str) -> None:
        order = TABLES[table].order
        for need in self.copy.found:
            whole = isinstance(need, Rows) and (need.table, need.field, need.value) == (table, order, group)
            if whole or (isinstance(need, Around) and (need.table, need.group) == (table, group)):
                return
        raise NotLoaded((table, group))

    def _gap(self, table: str, group: str, after: str | None, before: str | None) -> Gap:
        known = self._ranks(table, group)
        low = self._rank_in(table, group, after)
        if low is not None:
            is_doubled = low in known.doubled
            return Gap(low, None if is_doubled else known.above(low), after=after, is_doubled=is_doubled)
        high = self._rank_in(table, group, before)
        if high is not None:
            is_doubled = high in known.doubled
            low = high if is_doubled else known.below(high)
            return Gap(low, high, before=before, is_doubled=is_doubled)
        return Gap(known.end(), None)

    def _top(self, table: str, group: str) -> Gap:
        return Gap(None, self._ranks(table, group).above(BOTTOM))

    def _spot(self, table: str, group: str, rank: str) -> Gap | None:
        """The gap right above a rank that is taken, or None when it is free."""
        known = self._ranks(table, group)
        if rank not in known.spots:
            raise NotLoaded((table, group, rank))
        return Gap(rank, known.above(rank)) if rank in known.ranks else None

    def _rank_in(self, table: str, group: str, row_id: str | None) -> str | None:
        row = self.peek(table, row_id) if row_id else None
        return row["rank"] if row and row[TABLES[table].order or ""] == group else None

    def _ranks(self, table: str, group: str) -> Siblings:
        return self._siblings.get((table, group)) or self.copy.siblings.get((table, group)) or Siblings()

    def _forked(self, table: str, group: str) -> Siblings:
        if (table, group) not in self._siblings:
            self._siblings[table, group] = self._ranks(table, group).fork()
        return self._siblings[table, group]

    # the end

    def keep(self) -> None:
        """Make this command's changes part of the copy, for the commands after it."""
        for (table, row_id), row in self.changed.items():
            old = self.originals[table, row_id] = self.copy.rows.get((table, row_id))
            self._drift(table, old, row)
            self.copy.rows[table, row_id] = row
            self.copy.touched.setdefault(table, {})[row_id] = None
        self.copy.siblings.update(self._siblings)
        self._settle_ranks()

    def _settle_ranks(self) -> None:
        """Siblings that left a place leave its rank, and wherever they came their rank is known."""
        placed = [key for key in self.changed if TABLES[key[0]].order]
        for rows, is_learnt in ((self.originals, False), (self.changed, True)):
            for key in placed:
                row, order = rows[key], TABLES[key[0]].order
                known = self.copy.siblings.get((key[0], row[order])) if row and order else None
                if known and row and is_learnt:
                    known.learn(row["rank"])
                elif known and row and row["rank"] not in known.doubled:
                    known.drop(row["rank"])

    def _drift(self, table: str, old: Row | None, new: Row | None) -> None:
        for counted in self.copy.counts:
            counted_table, name, value = counted
            if counted_table == table:
                self.copy.counts[counted] += int(bool(new and new[name] == value)) - int(
                    bool(old and old[name] == value)
                )
