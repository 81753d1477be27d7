"""Windows: of a long scope a client holds the newest rows, and asks for earlier ones page by page (S6)."""

from typing import NamedTuple

from tafla.sync.db import Values
from tafla.sync.tables import TABLES, Table


class Page(NamedTuple):
    """At most `limit` rows, the newest of those older than (time, id), or of all."""

    before: tuple[int, str] | None
    limit: int


def part_of(table: Table, scope_id: str, page: Page | None = None) -> tuple[str, Values]:
    """Which of a scope's rows are told: a condition, and its values. Those of the window or of a page; rows
    beside a windowed one go with it; of other tables all.
    """
    name, field = table.beside or (table.name, "id")
    if TABLES[name].window is None:
        return f"{table.home} = ?", (scope_id,)
    ids, values = _newest(TABLES[name], scope_id, page)
    return f"{field} IN ({ids})", values


def _newest(table: Table, scope_id: str, page: Page | None) -> tuple[str, Values]:
    """A query for ids that reads an index from one end: it costs the same however long the scope is."""
    before = page.before if page else None
    older, values = (f"AND ({table.by}, id) < (?, ?)", (scope_id, *before)) if before else ("", (scope_id,))
    order = f"ORDER BY {table.by} DESC, id DESC LIMIT {page.limit if page else table.window}"
    return f"SELECT id FROM {table.db} WHERE {table.home} = ? {older} {order}", values
