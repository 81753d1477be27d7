"""What else the cards that are looked for must be, as conditions on the live card `c`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tafla.core.text import clean_line
from tafla.sync.db import Db

_COLUMNS = {
    "completed": "c.completed_at IS NOT NULL AND c.deleted_at IS NULL",
    "deleted": "c.deleted_at IS NOT NULL",
}
_TAGGED = {
    "sqlite": "EXISTS (SELECT 1 FROM json_each(c.tag_ids) AS t "
    "WHERE t.value IN (SELECT value FROM json_each(?)))",
    "postgresql": "jsonb_exists_any(CAST(c.tag_ids AS jsonb), CAST(? AS text[]))",
}
_FACTS = {
    "person": "EXISTS (SELECT 1 FROM cards_cardassignee AS a WHERE a.row_id = c.id AND a.value = ?)",
    "status": "c.status = ?",
    "since": "c.due_on >= ?",
    "until": "c.due_on <= ?",
}


@dataclass(frozen=True)
class Filters:
    """What somebody narrowed their question to; `here` only comes first. `since`, `until`: days of the due
    date.
    """

    board: str | None = None
    here: str | None = None
    column: str | None = None
    person: str | None = None
    tag: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    is_archived: bool = False

    @property
    def is_of_cards(self) -> bool:
        """Whether only cards can be meant."""
        return self.column is not None or self.tag is not None or any(getattr(self, name) for name in _FACTS)


def conditions(db: Db, filters: Filters, boards: Iterable[str]) -> tuple[list[str], list[Any]]:
    """The conditions, and their values in order."""
    column = _COLUMNS.get(filters.column or "")
    found = [(column or ("c.column_id = ?" if filters.column else "c.deleted_at IS NULL"))]
    values: list[Any] = [] if column or not filters.column else [filters.column]
    for name, condition in _FACTS.items():
        if value := getattr(filters, name):
            found.append(condition)
            values.append(value)
    if filters.tag is not None:
        found.append(_TAGGED[db.vendor])
        values.append(db.members(_tags(db, filters.tag, boards)))
    return found, values


def _tags(db: Db, name: str, boards: Iterable[str]) -> list[str]:
    """The tags that have this name, on whichever of these boards."""
    asked = clean_line(name).casefold()
    sql = f"SELECT id, name FROM boards_tag WHERE {db.within('board_id')}"
    return [tag for tag, other in db.query(sql, (db.members(boards),)) if other.casefold() == asked]
