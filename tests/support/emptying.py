"""One PostgreSQL database for test after test, emptied in between: a tenth of what making a new one costs."""

import secrets

import psycopg

from tests.support.postgres import Server

TEMPLATE = "template_tafla"
# Emptying leaves dead rows in the catalogues; after this many times a new database is quicker.
USES = 50
TABLES = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
SEQUENCES = "SELECT quote_ident(sequencename), coalesce(last_value, 0) FROM pg_sequences ORDER BY 1"
# What a test may have changed besides rows; then the database is thrown away.
SHAPE = """SELECT
  (SELECT array_agg((oid, relname, relnatts, relchecks) ORDER BY oid)::text FROM pg_class WHERE oid >= 16384),
  (SELECT count(*) FROM pg_statistic WHERE starelid >= 16384),
  (SELECT count(*) FROM pg_proc WHERE oid >= 16384), (SELECT count(*) FROM pg_trigger WHERE oid >= 16384),
  (SELECT array_agg(setconfig)::text FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
    WHERE d.datname = current_database())"""
OTHERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()"""


class Reused:
    """`take` a database that is as migrated, and `give_back` whatever the test made of it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.name = ""
        self.uses = 0

    def take(self) -> str:
        """The address of a database with what the migrations wrote and nothing else."""
        if not self.name:
            self.name, self.uses = f"test_{secrets.token_hex(6)}", 0
            self.server.run(f"CREATE DATABASE {self.name} TEMPLATE {TEMPLATE}")
            with self._connect() as connection:
                told = {name: rows(connection, name) for (name,) in connection.execute(TABLES).fetchall()}
                self.free = [name for name, text in told.items() if not text]
                self.filled = {name: text for name, text in told.items() if text}
                self.sequences = dict(connection.execute(SEQUENCES).fetchall())
                self.shape = connection.execute(SHAPE).fetchone()
        self.uses += 1
        return self.server.url(self.name)

    def give_back(self) -> None:
        """Empty it, or throw it away if it is old or more than its rows was changed."""
        if self.uses >= USES or not self._is_empty_again():
            self.drop()

    def drop(self) -> None:
        if self.name:
            self.server.run(f"DROP DATABASE {self.name} WITH (FORCE)")
        self.name = ""

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(self.server.url(self.name), autocommit=True)

    def _is_empty_again(self) -> bool:
        try:
            with self._connect() as connection:
                connection.execute(OTHERS)
                connection.execute("SET lock_timeout = '5s'")
                if connection.execute(SHAPE).fetchone() != self.shape:
                    return False
                self._empty(connection)
                self._fill(connection)
                return True
        except psycopg.Error:
            return False

    def _empty(self, connection: psycopg.Connection) -> None:
        asked = connection.execute(
            f"SELECT {', '.join(f'EXISTS (SELECT FROM {name})' for name in self.free)}"
        )
        used = [name for name, is_used in zip(self.free, asked.fetchone() or (), strict=True) if is_used]
        if used:
            connection.execute(f"TRUNCATE {', '.join(used)} RESTART IDENTITY CASCADE")

    def _fill(self, connection: psycopg.Connection) -> None:
        """Put back what the migrations wrote, and have ids begin where they began."""
        for name, text in self.filled.items():
            if rows(connection, name) != text:
                connection.execute(f"DELETE FROM {name}")
                with connection.cursor().copy(f"COPY {name} FROM STDIN") as copy:
                    copy.write(text)
        for name, value in connection.execute(SEQUENCES).fetchall():
            if value != (last := self.sequences[name]):
                connection.execute("SELECT setval(%s, %s, %s)", (name, max(last, 1), last > 0))


def rows(connection: psycopg.Connection, table: str) -> bytes:
    """Everything in a table, as PostgreSQL copies it."""
    with connection.cursor().copy(f"COPY (SELECT * FROM {table} ORDER BY 1) TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)
