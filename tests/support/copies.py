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
            rows[what] = {**rows[what], **rest[0]}
        else:
            rows.pop(what, None)


def fill(snapshot: dict[str, Any]) -> Held:
    """The copy that a snapshot makes."""
    tables = {
        name: {row[0]: dict(zip(part["fields"], row, strict=True)) for row in part["rows"]}
        for name, part in snapshot["tables"].items()
    }
    return Held(snapshot["scope"], snapshot["epoch"], snapshot["seq"], tables)
