"""The registry of scope tables: which rows clients hold, in which scope, and how they lie in the database.

A room declares its tables in `rows.py`; fields come from the Django model, so there is one truth. Rows are
plain dicts.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import models

from tafla.sync.models import IdsField, RankField

Row = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """A column of a table: `type` is text, int, bool, ids or rank."""

    name: str
    type: str
    null: bool
    wire: bool


@dataclass(frozen=True)
class Table:
    """A table whose rows live in scopes.

    scope: kind of scope; home: the field holding that scope's id. ground: how to find the board, account or
    person whose rules guard a row: a field of this table, or a table and the field here that names its row.
    order: the field that groups siblings, when rows have ranks. hidden: clients never get these rows.
    units: fields that make one value together (a day and its time); where one changes, records keep all.
    derived: fields that follow from other rows; undo leaves them to `undo_end`.
    undo_add(work, row): what undoing the making of a row does, in place of removing it. check_undo(work,
    row): refuses an undo that the table's rules forbid. undo_end(work, ids): what these rows ask for once all
    of a command is undone. undo_needs(work, row): what these three must see.
    lists: ids field -> table of the database that holds one row (`value`, `row_id`) for each id in it, so
    that reads across scopes find rows by it; written with the row.
    window, by: of a long scope, a snapshot holds only so many rows, the newest by this field (S6). beside: a
    windowed table and the field here that names its row: a snapshot holds these rows only beside that one.
    """

    name: str
    db: str
    scope: str
    home: str
    fields: tuple[Field, ...]
    ground: tuple[str, str]
    order: str | None = None
    hidden: bool = False
    units: tuple[tuple[str, ...], ...] = ()
    derived: tuple[str, ...] = ()
    undo_add: Callable[[Any, Row], None] | None = None
    check_undo: Callable[[Any, Row], None] | None = None
    undo_end: Callable[[Any, list[str]], None] | None = None
    undo_needs: Callable[[Any, Row], Iterable[Any]] | None = None
    lists: dict[str, str] = field(default_factory=dict)
    window: int | None = None
    by: str = ""
    beside: tuple[str, str] | None = None
    names: tuple[str, ...] = field(init=False)
    wire_names: tuple[str, ...] = field(init=False)
    wire_set: frozenset[str] = field(init=False)
    types: dict[str, str] = field(init=False)
    repairs: tuple[tuple[str, Callable[[Any], Any]], ...] = field(init=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "names", tuple(f.name for f in self.fields))
        put(self, "wire_names", tuple(f.name for f in self.fields if f.wire))
        put(self, "wire_set", frozenset(self.wire_names))
        put(self, "types", {f.name: f.type for f in self.fields})
        put(self, "repairs", tuple((f.name, _REPAIR[f.type]) for f in self.fields if f.type in _REPAIR))

    def kept(self, changed: Iterable[str]) -> Iterable[str]:
        """The fields whose old values a record keeps where these have changed: a rank says nothing without
        its group, nor half a unit without the other.
        """
        yield from changed
        if self.order and "rank" in changed:
            yield self.order
        for unit in self.units:
            if not set(unit).isdisjoint(changed):
                yield from unit

    def scope_of(self, row: Row) -> str:
        """The scope a row belongs to."""
        return f"{self.scope}:{row[self.home]}"

    def from_db(self, values: tuple[Any, ...]) -> Row:
        """A row as the database returned it, in field order, as a dict."""
        row = dict(zip(self.names, values, strict=True))
        for name, repair in self.repairs:
            row[name] = repair(row[name])
        return row

    def to_db(self, name: str, value: Any) -> Any:
        """A value as the database takes it."""
        return orjson.dumps(value).decode() if self.types[name] == "ids" else value

    def to_wire(self, row: Row) -> list[Any]:
        """A row as an array in wire order."""
        return [row[name] for name in self.wire_names]


def _ids(stored: Any) -> list[str]:
    return orjson.loads(stored) if stored else []


def _bool(stored: Any) -> bool | None:
    return None if stored is None else bool(stored)


# SQLite has no booleans, and no database here has sets.
_REPAIR: dict[str, Callable[[Any], Any]] = {"ids": _ids, "bool": _bool}

TABLES: dict[str, Table] = {}


def table(
    name: str,
    model: type[models.Model],
    *,
    lives: tuple[str, str],
    ground: tuple[str, str],
    server_only: Iterable[str] = (),
    lists: Mapping[str, type[models.Model]] | None = None,
    **more: Any,
) -> Table:
    """Declare a scope table.

    lives: the kind of scope its rows live in, and the field that holds that scope's id.
    ground: (kind, field), or (table, field) when a row is guarded through another row.
    server_only: fields that clients do not get.
    lists: ids field -> the model of its list.
    more: what else `Table` explains (order, hidden, window, undo_add, …).
    """
    unsent = frozenset(server_only)
    fields = tuple(
        Field(f.attname, _type_of(f), bool(f.null), f.attname not in unsent)
        for f in model._meta.concrete_fields  # the model's fields in the order they are written
    )
    listed = {field: listing._meta.db_table for field, listing in (lists or {}).items()}
    declared = Table(name, model._meta.db_table, *lives, fields, ground, lists=listed, **more)
    TABLES[name] = declared
    return declared


def _type_of(stored: models.Field) -> str:  # type: ignore[type-arg]
    for kind, name in _TYPES:
        if isinstance(stored, kind):
            return name
    raise TypeError(f"no wire type for {stored}")


_TYPES: tuple[tuple[type, str], ...] = (
    (RankField, "rank"),
    (IdsField, "ids"),
    (models.BooleanField, "bool"),
    (models.IntegerField, "int"),
    (models.CharField, "text"),
    (models.TextField, "text"),
)
