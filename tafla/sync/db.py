"""The engine's statements on the two databases, over Django's own connection (one SQLite library per
process).

Statements are written with `?`. Sets travel as one parameter, so a batch costs the same number of statements
whatever its size.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, Protocol

import orjson
from django.db import connection, transaction

Values = Sequence[Any]

# How often a writer asks whether the others are done.
ASK_AGAIN_S = 0.0005


class Db(Protocol):
    """What the engine asks of a database."""

    vendor: str

    def together(self) -> AbstractContextManager[Any]: ...
    def begin(self) -> None: ...
    def begin_read(self) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def query(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]: ...
    def run(self, sql: str, values: Values = ()) -> None: ...
    def within(self, column: str) -> str: ...
    def members(self, ids: Iterable[str]) -> Any: ...
    def each(self, name: str) -> str: ...
    def insert(
        self,
        table: str,
        columns: Sequence[tuple[str, str]],
        rows: Sequence[Values],
        *,
        is_placed: bool = False,
    ) -> None: ...
    def update(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None: ...
    def lock(self) -> str: ...
    def sync_later(self) -> None: ...


def current() -> Db:
    """This thread's database, outside any transaction of Django's.

    Raises RuntimeError inside `atomic()`: a command is its own transaction (S2).
    """
    if connection.in_atomic_block or not transaction.get_autocommit():
        raise RuntimeError("commands run outside atomic()")
    leave_moved_file()
    connection.ensure_connection()
    return Sqlite() if connection.vendor == "sqlite" else Postgres()


class _Opened(threading.local):
    """The file this thread's connection has open. SQLite goes on writing into one that was moved away."""

    raw: Any = None
    path = ""
    mark: tuple[int, int] | None = None


_opened = _Opened()


def remember_file(**_: object) -> None:
    """Note which file this thread's new connection has open."""
    if connection.vendor == "sqlite":
        _opened.raw = connection.connection
        _opened.path = _opened.raw.execute("PRAGMA database_list").fetchone()[2]
        _opened.mark = _mark(_opened.path)


def compile_nothing(**_: object) -> None:
    """Have PostgreSQL run its plans as they are: what it compiles takes longer than what these reads run."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")


def leave_moved_file(**_: object) -> None:
    """Close this thread's connection when its file no longer lies where it was opened: what it wrote there
    would be acknowledged and lost (S2). The next use opens what lies there now, or says that nothing does.
    """
    raw = connection.connection
    is_known = raw is not None and raw is _opened.raw and not connection.in_atomic_block
    if is_known and _mark(_opened.path) != _opened.mark:
        connection.close()


def _mark(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 — one call for each batch
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Sqlite:
    """The standard library's sqlite3, as Django opened it."""

    vendor = "sqlite"

    def __init__(self) -> None:
        self.raw = connection.connection

    def begin(self) -> None:
        """Take the writer's turn. Raises sqlite3.OperationalError when others keep it for too long.

        SQLite's own waits grow to 100 ms each, and whoever asks again at once comes first: beside three
        others that write for 4 ms now and then, one batch in a hundred would wait half a second.
        """
        (patience_ms,) = self.raw.execute("PRAGMA busy_timeout").fetchone()
        give_up_at = time.monotonic() + patience_ms / 1000
        self.raw.execute("PRAGMA busy_timeout=0")
        try:
            while not self._may_write(give_up_at):
                time.sleep(ASK_AGAIN_S)
        finally:
            self.raw.execute(f"PRAGMA busy_timeout={patience_ms}")

    def _may_write(self, give_up_at: float) -> bool:
        try:
            self.raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > give_up_at:
                raise
            return False
        return True

    def begin_read(self) -> None:
        self.raw.execute("BEGIN")

    def commit(self) -> None:
        self.raw.execute("COMMIT")

    def rollback(self) -> None:
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")

    def query(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        return self.raw.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def run(self, sql: str, values: Values = ()) -> None:
        self.raw.execute(sql, values)

    def within(self, column: str) -> str:
        return f"{column} IN (SELECT value FROM json_each(?))"

    def members(self, ids: Iterable[str]) -> str:
        return orjson.dumps(list(ids)).decode()

    def each(self, name: str) -> str:
        return f"(SELECT value AS id FROM json_each(?)) AS {name}"

    def together(self) -> AbstractContextManager[Any]:
        return nullcontext()

    def insert(
        self,
        table: str,
        columns: Sequence[tuple[str, str]],
        rows: Sequence[Values],
        *,
        is_placed: bool = False,
    ) -> None:
        self.raw.executemany(_sqlite_insert(table, tuple(name for name, _ in columns), is_placed), rows)

    def update(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None:
        names = tuple(name for name, _ in columns[1:])
        self.raw.executemany(_sqlite_update(table, names), [(*row[1:], row[0]) for row in rows])

    def lock(self) -> str:
        return ""  # BEGIN IMMEDIATE holds the only writer there is

    def sync_later(self) -> None:
        """Until this connection closes, wait for no disk: the next commit of another's brings these along."""
        self.raw.execute("PRAGMA synchronous=NORMAL")


@cache
def _sqlite_insert(table: str, names: tuple[str, ...], is_placed: bool) -> str:
    column, value = ("xid,", "0,") if is_placed else ("", "")
    return f"INSERT INTO {table} ({column}{','.join(names)}) VALUES ({value}{','.join('?' * len(names))})"


@cache
def _sqlite_update(table: str, names: tuple[str, ...]) -> str:
    return f"UPDATE {table} SET {','.join(name + '=?' for name in names)} WHERE id=?"


class Postgres:
    """psycopg 3 with server-side parameters, as Django opened it."""

    vendor = "postgresql"

    def __init__(self) -> None:
        # Imported here and nowhere else: the embedded product runs without it.
        import psycopg  # noqa: PLC0415

        self.raw = connection.connection
        # The engine's few statements come again and again; Django leaves preparing off.
        self.raw.prepare_threshold = 2
        self.cursor = psycopg.Cursor(self.raw)

    def begin(self) -> None:
        self.cursor.execute("BEGIN")

    def begin_read(self) -> None:
        self.cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def commit(self) -> None:
        self.cursor.execute("COMMIT")

    def rollback(self) -> None:
        if not self.raw.closed:
            self.cursor.execute("ROLLBACK")

    def query(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        self.cursor.execute(_percent(sql), values or None, binary=True)
        return self.cursor.fetchall()

    def run(self, sql: str, values: Values = ()) -> None:
        self.cursor.execute(_percent(sql), values or None)

    def within(self, column: str) -> str:
        return f"{column} = ANY(?)"

    def members(self, ids: Iterable[str]) -> list[str]:
        return list(ids)

    def each(self, name: str) -> str:
        return f"unnest(?::text[]) AS {name}(id)"

    def together(self) -> AbstractContextManager[Any]:
        # Statements inside are sent without waiting for each other's results.
        return self.raw.pipeline()  # type: ignore[no-any-return]

    def insert(
        self,
        table: str,
        columns: Sequence[tuple[str, str]],
        rows: Sequence[Values],
        *,
        is_placed: bool = False,
    ) -> None:
        self.cursor.execute(_pg_insert(table, tuple(columns), is_placed), _turned(rows))

    def update(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None:
        self.cursor.execute(_pg_update(table, tuple(columns)), _turned(rows))

    def lock(self) -> str:
        return " FOR UPDATE"

    def sync_later(self) -> None:
        """Until this connection closes, wait for no disk; what is lost by a crash is lost in order."""
        self.raw.execute("SET synchronous_commit = off")


def _turned(rows: Sequence[Values]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


_PG_TYPES = {"text": "text", "rank": "text", "ids": "text", "int": "bigint", "bool": "boolean"}


@cache
def _percent(sql: str) -> str:
    return sql.replace("?", "%b")


def _unnest(columns: tuple[tuple[str, str], ...]) -> str:
    return ",".join(f"%b::{_PG_TYPES[kind]}[]" for _, kind in columns)


@cache
def _pg_insert(table: str, columns: tuple[tuple[str, str], ...], is_placed: bool) -> str:
    names = ",".join(name for name, _ in columns)
    column, value = ("xid,", "pg_current_xact_id()::text::bigint, ") if is_placed else ("", "")
    source = f"unnest({_unnest(columns)}) AS v({names})"
    return f"INSERT INTO {table} ({column}{names}) SELECT {value}v.* FROM {source}"


@cache
def _pg_update(table: str, columns: tuple[tuple[str, str], ...]) -> str:
    names = [name for name, _ in columns]
    sets = ",".join(f"{name}=v.{name}" for name in names[1:])
    return (
        f"UPDATE {table} AS t SET {sets} FROM unnest({_unnest(columns)}) AS v({','.join(names)}) "
        "WHERE t.id=v.id"
    )


def failure_kind(error: BaseException) -> str:
    """What a failed statement means: `again` (lost a race: once more), `storage` (nothing can be written
    now), or `fault`.
    """
    # A statement of ours that is wrong stays wrong; only a missing table may come back with its file.
    if getattr(error, "sqlite_errorname", "") == "SQLITE_ERROR" and "no such table" not in str(error):
        return "fault"
    # A DatabaseError of no closer kind: the file is damaged, or is none.
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        return "storage"
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"SerializationFailure", "DeadlockDetected", "UniqueViolation"} or isinstance(
        error, sqlite3.IntegrityError
    ):
        return "again"
    # Read-only: a server that has become a standby.
    return "storage" if names & {"OperationalError", "InterfaceError", "ReadOnlySqlTransaction"} else "fault"
