"""The log is followed by its order (S15), at a cost that does not grow with it."""

import pytest
from django.db import connection

from tafla.sync.db import current
from tafla.sync.feed import Position, read_after


@pytest.mark.postgres
def test_what_is_new_is_found_by_an_index(postgres_database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sync_change (xid, scope, seq, command_id, verb, at, patches, before) "
            "SELECT g, 'board:x', g, 'c', 'v', 1, '[]', '[]' FROM generate_series(1, 20000) g"
        )
        cursor.execute("ANALYZE sync_change")
    seen: list[str] = []

    class Explaining:
        vendor = "postgresql"

        def query(self, sql: str, values: tuple[int, ...]) -> list[tuple[str]]:
            seen.extend(line for (line,) in current().query(f"EXPLAIN {sql}", values))
            return []

    read_after(Explaining(), "sync_change", "scope", Position(19_000, 19_000))  # type: ignore[arg-type]
    assert "sync_change_order" in "\n".join(seen)
