"""Lists: who stands in a row's field of ids, one row of the database each (`Table.lists`).

They are written in the batch that changes the field, and cost nothing where it does not change.
"""

from collections.abc import Iterable, Sequence

from tafla.sync.db import Db
from tafla.sync.tables import Row, Table

_COLUMNS = (("value", "text"), ("row_id", "text"))


def clear(db: Db, table: Table, fields: Iterable[str], row_ids: Sequence[str]) -> None:
    """Take these rows out of the lists of these fields."""
    for field in fields:
        db.run(f"DELETE FROM {table.lists[field]} WHERE {db.within('row_id')}", (db.members(row_ids),))


def fill(db: Db, table: Table, fields: Iterable[str], rows: Sequence[Row]) -> None:
    """Put these rows into the lists of these fields; they stand in none of them."""
    for field in fields:
        listed = [[value, row["id"]] for row in rows for value in row[field]]
        if listed:
            db.insert(table.lists[field], _COLUMNS, listed)
