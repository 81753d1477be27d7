"""Reading the log by global position (S15): what every process and listener follows, so that nothing is
skipped.

On SQLite the row number is the position. On PostgreSQL rows of a running transaction may appear below ones
already seen, so readers stop below the oldest transaction still running.
"""

from dataclasses import dataclass
from typing import Any

from tafla.sync.db import Db


@dataclass(frozen=True)
class Position:
    """A place in the log; without numbers the one before all, also before what was moved below zero."""

    xid: int = -(2**62)
    pos: int = 0


def end_of(db: Db, table: str) -> Position:
    """The position behind everything that is certain now."""
    if db.vendor == "sqlite":
        return Position(0, db.query(f"SELECT coalesce(max(pos), 0) FROM {table}")[0][0])
    return Position(db.query("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1")[0][0], 2**62)


def read_after(
    db: Db, table: str, columns: str, after: Position, limit: int = 1_000
) -> tuple[list[tuple[Any, ...]], Position]:
    """(rows of `columns`, the position behind the last of them)."""
    if db.vendor == "sqlite":
        where, values = "pos > ?", [after.pos]
    else:
        where = "(xid, pos) > (?, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
        values = [after.xid, after.pos]
    rows = db.query(
        f"SELECT xid, pos, {columns} FROM {table} WHERE {where} ORDER BY xid, pos LIMIT {limit}", values
    )
    found = [tuple(row[2:]) for row in rows]
    return found, Position(*rows[-1][:2]) if rows else after


def read_visible(
    db: Db, table: str, columns: str, after: Position, limit: int = 10_000
) -> tuple[list[tuple[Any, ...]], Position, frozenset[int]]:
    """Like `read_after`, without waiting for transactions that still run: for what must not be late and may
    be read twice (S10).

    Returns (rows of `pos, columns`, the position everything certain ends at, the `pos` of rows behind it).
    """
    if db.vendor == "sqlite":
        where, certain, values = "pos > ?", "1", [after.pos]
    else:
        where = "(xid, pos) > (?, ?)"
        certain = "xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
        values = [after.xid, after.pos]
    rows = db.query(
        f"SELECT {certain}, xid, pos, {columns} FROM {table} WHERE {where} ORDER BY xid, pos LIMIT {limit}",
        values,
    )
    settled = [row for row in rows if row[0]]
    position = Position(*settled[-1][1:3]) if settled else after
    return [tuple(row[2:]) for row in rows], position, frozenset(row[2] for row in rows if not row[0])
