"""Snapshots: the rows of a scope and where they stand, read in one transaction."""

from collections.abc import Callable, Iterable
from typing import Any

import orjson

from tafla.sync.db import Db
from tafla.sync.reading import Head, head_of
from tafla.sync.tables import TABLES, Table

# kind of scope -> what its snapshot carries beside rows, read at the time (names of people)
EXTRAS: dict[str, Callable[[Db, str], dict[str, Any]]] = {}

# Rows of each group in the first screen.
HEAD_ROWS = 30
# SQLite takes at most 500 parts in one compound statement.
MOST_PARTS = 400


def read_snapshot(db: Db, scope: str, part: str) -> tuple[Head, bytes]:
    """The rows of a scope and where they stand, from one transaction. `part`: head (the first rows of each
    order) or all.
    """
    db.begin_read()
    try:
        head = head_of(db, scope)
        kind, _, scope_id = scope.partition(":")
        names = [table.name for table in TABLES.values() if table.scope == kind and not table.hidden]
        grouped = [name for name in names if TABLES[name].order not in (None, TABLES[name].home)]
        counts = {name: _counts(db, name, scope_id) for name in grouped}
        firsts = counts if part == "head" else {}
        tables = {
            name: {"fields": TABLES[name].wire_names, "rows": _rows(db, name, scope_id, firsts.get(name))}
            for name in names
        }
        extra = EXTRAS[kind](db, scope_id) if kind in EXTRAS else {}
    finally:
        db.rollback()
    body = {
        "scope": scope,
        "epoch": head.epoch,
        "seq": head.seq,
        "wire": 1,
        "part": part,
        "tables": tables,
        "counts": counts,
    }
    return head, orjson.dumps(body | extra)


def _rows(db: Db, name: str, scope_id: str, groups: Iterable[str] | None) -> list[list[Any]]:
    """Rows of a scope as arrays: all of them, or the first of each of these groups."""
    table = TABLES[name]
    columns = ",".join(table.wire_names)
    order = f" ORDER BY {table.order}, rank, id" if table.order else ""
    if groups is None:
        found = db.query(f"SELECT {columns} FROM {table.db} WHERE {table.home} = ?{order}", (scope_id,))
    else:
        found = _first_of(db, table, groups)
    rows: list[list[Any]] = [list(row) for row in found]
    for field, repair in _WIRE_REPAIR[db.vendor]:
        for at in [at for at, column in enumerate(table.wire_names) if table.types[column] == field]:
            for row in rows:
                if row[at] is not None:
                    row[at] = repair(row[at])
    return rows


def _first_of(db: Db, table: Table, groups: Iterable[str]) -> list[tuple[Any, ...]]:
    """The first rows of each group by rank; one statement, whose parts read the index from its start."""
    names = ",".join(table.wire_names)
    order = f"ORDER BY rank, id LIMIT {HEAD_ROWS}"
    part = f"SELECT * FROM (SELECT {names} FROM {table.db} WHERE {table.order} = ? {order}) AS h"
    found: list[tuple[Any, ...]] = []
    for some in _slices(list(groups)):
        found += db.query(" UNION ALL ".join([part] * len(some)), tuple(some))
    return found


def _slices(items: list[str]) -> list[list[str]]:
    return [items[at : at + MOST_PARTS] for at in range(0, len(items), MOST_PARTS)]


def _counts(db: Db, name: str, scope_id: str) -> dict[str, int]:
    table = TABLES[name]
    sql = f"SELECT {table.order}, count(*) FROM {table.db} WHERE {table.home} = ? GROUP BY {table.order}"
    return dict(db.query(sql, (scope_id,)))


# Sets are JSON already: they go into the answer as they lie.
_WIRE_REPAIR: dict[str, tuple[tuple[str, Callable[[Any], Any]], ...]] = {
    "sqlite": (("ids", orjson.Fragment), ("bool", bool)),
    "postgresql": (("ids", orjson.Fragment),),
}
