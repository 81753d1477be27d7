"""The engine's statements on the two databases, over Django's own connection (one SQLite library per
process).

Statements are written with `?`. Sets travel as one parameter, so a batch costs the same number of statements
whatever its size.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Protocol

import orjson
from django.db import connection, transaction

Values = Sequence[Any]


class Db(Protocol):
    """What the engine asks of a database."""

    vendor: str

    def begin(self) -> None: ...
    def begin_read(self) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def query(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]: ...
    def within(self, column: str) -> str: ...
    def members(self, ids: Iterable[str]) -> Any: ...
    def each(self, name: str) -> str: ...
    def insert(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None: ...
    def update(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None: ...
    def lock(self) -> str: ...
    def transaction_id(self) -> int: ...


def current() -> Db:
    """This thread's database, outside any transaction of Django's.

    Raises RuntimeError inside `atomic()`: a command is its own transaction (S2).
    """
    if connection.in_atomic_block or not transaction.get_autocommit():
        raise RuntimeError("commands run outside atomic()")
    connection.ensure_connection()
    return Sqlite() if connection.vendor == "sqlite" else Postgres()


class Sqlite:
    """The standard library's sqlite3, as Django opened it."""

    vendor = "sqlite"

    def __init__(self) -> None:
        self.raw = connection.connection

    def begin(self) -> None:
        self.raw.execute("BEGIN IMMEDIATE")

    def begin_read(self) -> None:
        self.raw.execute("BEGIN")

    def commit(self) -> None:
        self.raw.execute("COMMIT")

    def rollback(self) -> None:
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")

    def query(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        return self.raw.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def within(self, column: str) -> str:
        return f"{column} IN (SELECT value FROM json_each(?))"

    def members(self, ids: Iterable[str]) -> str:
        return orjson.dumps(list(ids)).decode()

    def each(self, name: str) -> str:
        return f"(SELECT value AS id FROM json_each(?)) AS {name}"

    def insert(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None:
        self.raw.executemany(_sqlite_insert(table, tuple(name for name, _ in columns)), rows)

    def update(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None:
        names = tuple(name for name, _ in columns[1:])
        self.raw.executemany(_sqlite_update(table, names), [(*row[1:], row[0]) for row in rows])

    def lock(self) -> str:
        return ""  # BEGIN IMMEDIATE holds the only writer there is

    def transaction_id(self) -> int:
        return 0


@cache
def _sqlite_insert(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({','.join(names)}) VALUES ({','.join('?' * len(names))})"


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
        return self.cursor.fetchall() if self.cursor.description else []

    def within(self, column: str) -> str:
        return f"{column} = ANY(?)"

    def members(self, ids: Iterable[str]) -> list[str]:
        return list(ids)

    def each(self, name: str) -> str:
        return f"unnest(?::text[]) AS {name}(id)"

    def insert(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None:
        self.cursor.execute(_pg_insert(table, tuple(columns)), _turned(rows))

    def update(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Values]) -> None:
        self.cursor.execute(_pg_update(table, tuple(columns)), _turned(rows))

    def lock(self) -> str:
        return " FOR UPDATE"

    def transaction_id(self) -> int:
        return int(self.query("SELECT pg_current_xact_id()::text::bigint")[0][0])


def _turned(rows: Sequence[Values]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


_PG_TYPES = {"text": "text", "rank": "text", "ids": "text", "int": "bigint", "bool": "boolean"}


@cache
def _percent(sql: str) -> str:
    return sql.replace("?", "%s")


def _unnest(columns: tuple[tuple[str, str], ...]) -> str:
    return ",".join(f"%s::{_PG_TYPES[kind]}[]" for _, kind in columns)


@cache
def _pg_insert(table: str, columns: tuple[tuple[str, str], ...]) -> str:
    names = ",".join(name for name, _ in columns)
    return f"INSERT INTO {table} ({names}) SELECT * FROM unnest({_unnest(columns)})"


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
    if isinstance(error, sqlite3.OperationalError):
        return "storage"
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"SerializationFailure", "DeadlockDetected", "UniqueViolation"} or isinstance(
        error, sqlite3.IntegrityError
    ):
        return "again"
    return "storage" if names & {"OperationalError", "InterfaceError"} else "fault"
