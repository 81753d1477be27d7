"""What cards have to be, as questions to the database (asking.py) say it of a card `c`."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tafla.sync.db import Db

ASSIGNEES, TAGS = "cards_cardassignee", "cards_cardtag"
# From so many values on, SQLite is kept from looking each of them up for every card.
MANY_VALUES = 10


class Condition(NamedTuple):
    """What a card `c` must be, and the values these words ask for."""

    sql: str
    values: Sequence[Any] = ()


class Listing(NamedTuple):
    """That a card stands in a list (`Table.lists`) under one of these values."""

    table: str
    values: tuple[str, ...]


def stands_in(db: Db, listing: Listing) -> Condition:
    """The list as a condition that is looked at card by card; `IS TRUE` keeps planners from joining it."""
    table, values = listing
    value = "+l.value" if db.vendor == "sqlite" and len(values) > MANY_VALUES else "l.value"
    return Condition(
        f"(EXISTS (SELECT 1 FROM {table} l WHERE l.row_id = c.id AND {db.within(value)})) IS TRUE",
        (db.members(values),),
    )


def has_status(statuses: Iterable[str]) -> Condition:
    """One of these."""
    return Condition(f"c.status IN ({quoted(statuses)})")


def quoted(values: Iterable[str]) -> str:
    """Values of a closed list, as filters have checked; so they fit the words of partial indexes."""
    return ", ".join(f"'{value}'" for value in values)


def joined(conditions: Iterable[Condition]) -> tuple[str, list[Any]]:
    """They hold together; true where there are none."""
    some = list(conditions) or [Condition("1 = 1")]
    return " AND ".join(one.sql for one in some), [value for one in some for value in one.values]
