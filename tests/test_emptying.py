"""What one test leaves in the shared PostgreSQL database, the next must not find."""

import psycopg
import pytest

from tests.support import postgres
from tests.support.emptying import TEMPLATE, Reused, rows

pytestmark = pytest.mark.postgres

MAKE = "INSERT INTO auth_group (name) VALUES ('trees') RETURNING id"
CHANGES = [
    MAKE,
    "UPDATE sync_cursor SET pos = 7",
    "UPDATE django_content_type SET model = model || 's'",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('a', 'b', now())",
]
BEYOND_ROWS = [
    "ANALYZE auth_permission",
    "CREATE TABLE left_behind (id int)",
    "ALTER TABLE auth_group ADD COLUMN left_behind int",
    "CREATE INDEX left_behind ON auth_group (name)",
]
TABLES = ("auth_group", "auth_permission", "django_content_type", "django_migrations", "sync_cursor")


@pytest.fixture(scope="module")
def reused(postgres_server: postgres.Server) -> Reused:
    return Reused(postgres_server)


def held(address: str) -> dict[str, bytes]:
    with psycopg.connect(address) as connection:
        return {name: rows(connection, name) for name in TABLES}


@pytest.mark.parametrize("change", CHANGES)
def test_rows_are_as_migrated_and_ids_begin_anew(reused: Reused, change: str) -> None:
    address = reused.take()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(change)
    reused.give_back()
    again = reused.take()
    assert held(again) == held(reused.server.url(TEMPLATE))
    with psycopg.connect(again, autocommit=True) as connection:
        assert connection.execute(MAKE).fetchone() == (1,)
        last = connection.execute("SELECT max(id) FROM django_migrations").fetchone()
        new = connection.execute(f"{CHANGES[-1]} RETURNING id - 1").fetchone()
        assert new == last
    reused.give_back()


@pytest.mark.parametrize("change", BEYOND_ROWS)
def test_what_is_more_than_rows_has_the_database_thrown_away(reused: Reused, change: str) -> None:
    address = reused.take()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(change)
    reused.give_back()
    assert reused.take() != address


def test_whoever_still_holds_it_is_cut_off(reused: Reused) -> None:
    address = reused.take()
    with psycopg.connect(address) as idle:
        idle.execute(MAKE)
        reused.give_back()
        assert held(reused.take()) == held(reused.server.url(TEMPLATE))
        with pytest.raises(psycopg.OperationalError):
            idle.execute("SELECT 1")
    reused.give_back()
