"""Snapshots: the rows of a scope and where they stand, read in one transaction."""

from collections.abc import Callable, Iterable
from typing import Any

import orjson

from tafla.sync.db import Db
from tafla.sync.reading import Head, head_of
from tafla.sync.tables import TABLES, Table
from tafla.sync.windows import Page, part_of

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
        tables = {name: _table(db, name, scope_id, firsts.get(name)) for name in names}
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


def read_page(db: Db, scope: str, page: Page) -> tuple[Head, dict[str, Any]]:
    """Earlier rows of a scope with windows, as a snapshot holds them, and where the scope stands."""
    kind, _, scope_id = scope.partition(":")
    names = [
        table.name for table in TABLES.values() if table.scope == kind and (table.window or table.beside)
    ]
    db.begin_read()
    try:
        return head_of(db, scope), {name: _table(db, name, scope_id, page=page) for name in names}
    finally:
        db.rollback()


def _table(
    db: Db, name: str, scope_id: str, groups: Iterable[str] | None = None, page: Page | None = None
) -> dict[str, Any]:
    """Rows of a scope's table: the first of each of these groups, a page, or all that a snapshot holds."""
    table = TABLES[name]
    columns = ",".join(table.wire_names)
    order = f" ORDER BY {table.order}, rank, id" if table.order else ""
    if groups is None:
        part, values = part_of(table, scope_id, page)
        found = db.query(f"SELECT {columns} FROM {table.db} WHERE {part}{order}", values)
    else:
        found = _first_of(db, table, groups)
    return {"fields": table.wire_names, "rows": _arrays(db, table, found)}


def _arrays(db: Db, table: Table, found: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows as arrays, what the database stores in its own way made what the wire carries."""
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
