"""What a client holds of a scope, and how changes are applied to it: the wire's rules (S5)."""

from dataclasses import dataclass, field
from typing import Any

from tafla.sync.tables import TABLES

Rows = dict[str, dict[str, Any]]


@dataclass
class Held:
    """A copy of one scope at one sequence number: table -> id -> row by field."""

    scope: str
    epoch: str
    seq: int
    tables: dict[str, Rows] = field(default_factory=dict)
    # Of a table with a window: the oldest row of the snapshot, where it may have left out older ones.
    floors: dict[str, tuple[int, str]] = field(default_factory=dict)

    def apply(self, change: list[Any]) -> bool:
        """Apply a change if it is the next one; False when it leaves a gap. Old ones are ignored."""
        scope, epoch, seq, _, _, _, patches = change
        assert scope == self.scope
        if epoch != self.epoch or seq > self.seq + 1:
            return False
        if seq == self.seq + 1:
            for patch in patches:
                self.patch(patch)
            self.seq = seq
        return True

    def patch(self, patch: list[Any]) -> None:
        kind, table, what, *rest = patch
        rows = self.tables.setdefault(table, {})
        if kind == "+":
            row = dict(zip(TABLES[table].wire_names, what, strict=True))
            rows[row["id"]] = row
        elif kind == "~":
            # Older than what this client holds of a long scope: says nothing.
            if what not in rows and (TABLES[table].window or TABLES[table].beside):
                return
            rows[what] = {**rows[what], **rest[0]}
        else:
            rows.pop(what, None)

    def above(self, floors: dict[str, tuple[int, str]]) -> dict[str, Rows]:
        """What the tables hold, without what is older than these floors and what hangs on it (S6)."""
        kept: dict[str, Rows] = {}
        for name, rows in self.tables.items():
            by, floor = TABLES[name].by, floors.get(name)
            kept[name] = {
                row_id: row for row_id, row in rows.items() if not floor or (row[by], row_id) >= floor
            }
        for name in kept:
            parent, at = TABLES[name].beside or ("", "")
            if parent in floors:
                kept[name] = {one: row for one, row in kept[name].items() if row[at] in kept[parent]}
        return {name: rows for name, rows in kept.items() if rows}


def are_equal(one: Held, other: Held) -> bool:
    """Whether two copies of a scope say the same: of a long one, from where both hold all (S6)."""
    found = [*one.floors.items(), *other.floors.items()]
    floors = {name: max(floor for table, floor in found if table == name) for name, _ in found}
    return (one.epoch, one.seq, one.above(floors)) == (other.epoch, other.seq, other.above(floors))


def fill(snapshot: dict[str, Any]) -> Held:
    """The copy that a snapshot makes."""
    tables = {
        name: {row[0]: dict(zip(part["fields"], row, strict=True)) for row in part["rows"]}
        for name, part in snapshot["tables"].items()
    }
    floors = {
        name: min((row[TABLES[name].by], row_id) for row_id, row in rows.items())
        for name, rows in tables.items()
        if TABLES[name].window is not None and len(rows) == TABLES[name].window
    }
    return Held(snapshot["scope"], snapshot["epoch"], snapshot["seq"], tables, floors)
