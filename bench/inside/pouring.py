"""Rows straight into the tables, as fast as the database takes them: for worlds of a million rows."""

from typing import Any

from django.db import connection, models
from django.db.models.fields import NOT_PROVIDED

AT_ONCE = 10_000
Values = list[Any]


class Pourer:
    """Gathers rows by table and writes them in sets; `close` writes what is left."""

    def __init__(self) -> None:
        connection.ensure_connection()
        self.raw = connection.connection
        self.is_sqlite = connection.vendor == "sqlite"
        self.waiting: dict[type[models.Model], list[Values]] = {}
        self.counts: dict[str, int] = {}
        if self.is_sqlite:
            # A world that a power cut destroys is built again.
            for pragma in ("synchronous=OFF", "cache_size=-400000", "temp_store=MEMORY"):
                self.raw.execute(f"PRAGMA {pragma}")
            self.raw.execute("BEGIN IMMEDIATE")
        else:
            self.raw.autocommit = False

    def add(self, model: type[models.Model], **given: Any) -> None:
        """One row; fields not given get their defaults."""
        row = [given.get(name, default) for name, default in _fields(model)]
        rows = self.waiting.setdefault(model, [])
        rows.append(row)
        if len(rows) >= AT_ONCE:
            self._write(model)

    def _write(self, model: type[models.Model]) -> None:
        rows, table = self.waiting.pop(model, []), model._meta.db_table  # noqa: SLF001 — Django's documented reflection
        names = ",".join(f'"{name}"' for name, _ in _fields(model))
        self.counts[table] = self.counts.get(table, 0) + len(rows)
        if self.is_sqlite:
            places = ",".join("?" * len(rows[0]))
            self.raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
            return
        with self.raw.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def close(self) -> dict[str, int]:
        """Rows written, by table."""
        for model in list(self.waiting):
            self._write(model)
        self.raw.execute("COMMIT") if self.is_sqlite else self.raw.commit()
        if self.is_sqlite:
            # One file without a log beside it, so that a copy is whole. No statistics: none are made there.
            self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            self.raw.autocommit = True
            self.raw.execute("VACUUM ANALYZE")
        return self.counts


_known: dict[type[models.Model], list[tuple[str, Any]]] = {}


def _fields(model: type[models.Model]) -> list[tuple[str, Any]]:
    if model not in _known:
        _known[model] = [
            (str(field.column), None if field.default is NOT_PROVIDED else field.default)
            for field in model._meta.concrete_fields  # noqa: SLF001
            if not isinstance(field, models.AutoField)
        ]
    return _known[model]
