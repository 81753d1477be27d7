"""Sweeping: what is left of a ground that was deleted for ever (S22).

Whoever deletes a ground takes away the row its circle is made of, and with it everybody's way in. Its rows,
their log and the heads of their scopes are then deleted here, in slices, beside the writer: no command can
reach them any more, so they need no batch. Safe to repeat, and to stop half-way.
"""

import time

from tafla.sync import listing
from tafla.sync.db import Db
from tafla.sync.gate import CIRCLES, READERS
from tafla.sync.tables import TABLES, Table

SLICE = 500
REST_S = 0.02


def sweep(db: Db, kind: str, ground_id: str) -> int:
    """Delete every row of a ground (`board`, `account`) and its log; how many rows there were."""
    count = 0
    tables = [table for table in TABLES.values() if _root(table) == kind]
    for table in sorted(tables, key=_depth, reverse=True):
        while ids := _some(db, table, ground_id):
            _delete(db, table, ids)
            count += len(ids)
            time.sleep(REST_S)
    _delete_log(db, [f"{name}:{ground_id}" for name in READERS])
    return count


def sweep_scope(db: Db, scope: str) -> None:
    """Delete every row of a scope whose subject was deleted for ever, and its log."""
    kind, _, scope_id = scope.partition(":")
    for table in [table for table in TABLES.values() if table.scope == kind]:
        rows = f"SELECT id FROM {table.db} WHERE {table.home} = ? LIMIT {SLICE}"
        _delete_slices(db, table.db, "id", rows, scope_id)
    _delete_slices(
        db, "sync_change", "pos", f"SELECT pos FROM sync_change WHERE scope = ? LIMIT {SLICE}", scope
    )
    db.run("DELETE FROM sync_scope WHERE id = ?", (scope,))


def _delete_slices(db: Db, table: str, key: str, some: str, value: str) -> None:
    while db.query(some, (value,)):
        db.run(f"DELETE FROM {table} WHERE {key} IN ({some})", (value,))
        time.sleep(REST_S)


def _root(table: Table) -> str:
    kind = table.ground[0]
    return kind if kind in CIRCLES else _root(TABLES[kind])


def _depth(table: Table) -> int:
    kind = table.ground[0]
    return 0 if kind in CIRCLES else 1 + _depth(TABLES[kind])


def _some(db: Db, table: Table, ground_id: str) -> list[str]:
    sql = f"SELECT id FROM {table.db} WHERE {_inside(table)} LIMIT {SLICE}"
    return [row_id for (row_id,) in db.query(sql, (ground_id,))]


def _inside(table: Table) -> str:
    """The condition that a row of this table stands on a ground, directly or through another row."""
    kind, at = table.ground
    if kind in CIRCLES:
        return f"{at} = ?"
    return f"{at} IN (SELECT id FROM {TABLES[kind].db} WHERE {_inside(TABLES[kind])})"


def _delete(db: Db, table: Table, ids: list[str]) -> None:
    """These rows, and the log of the scopes that are named by them."""
    scopes = [f"{name}:{row_id}" for name in READERS for row_id in ids]
    _delete_log(db, scopes)
    listing.clear(db, table, table.lists, ids)
    db.run(f"DELETE FROM {table.db} WHERE {db.within('id')}", (db.members(ids),))


def _delete_log(db: Db, scopes: list[str]) -> None:
    asked = (db.members(scopes),)
    db.run(f"DELETE FROM sync_change WHERE {db.within('scope')}", asked)
    db.run(f"DELETE FROM sync_scope WHERE {db.within('id')}", asked)
