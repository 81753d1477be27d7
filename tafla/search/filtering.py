"""What else the cards that are looked for must be, as conditions on the live card `c`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tafla.core.text import clean_line
from tafla.sync.db import Db

# No more cards than this are looked at one by one.
NARROW = 4_000
# A time as long as a month is looked through for what is due in it.
SHORT = timedelta(days=32)
_COLUMNS = {
    "completed": "c.completed_at IS NOT NULL AND c.deleted_at IS NULL",
    "deleted": "c.deleted_at IS NOT NULL",
}
_LISTED = "EXISTS (SELECT 1 FROM {0} AS l WHERE l.row_id = c.id AND {1})"
_TAGGED = {
    # SQLite would rather go through all the tags than through those of the card.
    "sqlite": "EXISTS (SELECT 1 FROM json_each(c.tag_ids) AS t "
    "WHERE t.value IN (SELECT value FROM json_each(?)))",
    "postgresql": _LISTED.format("cards_cardtag", "l.value = ANY(?)"),
}
_FACTS = {
    "person": _LISTED.format("cards_cardassignee", "l.value = ?"),
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


@dataclass(frozen=True)
class Live:
    """What cards must be now: conditions on the row `c`, their values in order; the only cards that can be
    meant, where these are few.
    """

    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    cards: tuple[str, ...] | None = None


def live(db: Db, filters: Filters, boards: Iterable[str]) -> Live:
    """What cards must be, for these filters on these boards."""
    column = _COLUMNS.get(filters.column or "")
    found = [(column or ("c.column_id = ?" if filters.column else "c.deleted_at IS NULL"))]
    values: list[Any] = [] if column or not filters.column else [filters.column]
    for name, condition in _FACTS.items():
        if value := getattr(filters, name):
            found.append(condition)
            values.append(value)
    tags = [] if filters.tag is None else _tags(db, filters.tag, boards)
    if filters.tag is not None:
        found.append(_TAGGED[db.vendor])
        values.append(db.members(tags))
    wide = Live(tuple(found), tuple(values))
    return replace(wide, cards=_narrowed(db, filters, boards, tags, wide))


def _narrowed(
    db: Db, filters: Filters, boards: Iterable[str], tags: list[str], live: Live
) -> tuple[str, ...] | None:
    """The cards on these boards that a filter leaves, if few: to look at each of them is less than to look
    for the word.
    """
    if filters.person:
        sql = (
            "SELECT c.id FROM cards_cardassignee a CROSS JOIN cards_card c "
            f"WHERE a.value = ? AND c.id = a.row_id AND {db.within('c.board_id')} "
            f"AND {' AND '.join(live.conditions)}"
        )
        values = [filters.person, db.members(boards), *live.values]
    elif _is_short(filters):
        sql = (
            f"SELECT c.id FROM cards_card c WHERE {' AND '.join(live.conditions)} "
            f"AND ({db.within('c.board_id')}) IS TRUE"
        )
        values = [*live.values, db.members(boards)]
    elif filters.tag is not None:
        sql, values = f"SELECT row_id FROM cards_cardtag WHERE {db.within('value')}", [db.members(tags)]
    elif filters.column and filters.column not in _COLUMNS:
        # The column's board first: what one may not read is not looked through, not even to be passed over.
        sql = (
            "SELECT c.id FROM boards_column k CROSS JOIN cards_card c "
            f"WHERE k.id = ? AND {db.within('k.board_id')} AND c.column_id = k.id"
        )
        values = [filters.column, db.members(boards)]
    else:
        return None
    found = db.query(f"{sql} LIMIT {NARROW + 1}", values)
    return None if len(found) > NARROW else tuple(card for (card,) in found)


def _is_short(filters: Filters) -> bool:
    """Whether all cards due in the time asked for can be gone through, whoever may read them."""
    if filters.since is None or filters.until is None or filters.column not in (None, "completed"):
        return False
    return date.fromisoformat(filters.until) - date.fromisoformat(filters.since) < SHORT


def _tags(db: Db, name: str, boards: Iterable[str]) -> list[str]:
    """The tags that have this name, on whichever of these boards."""
    asked = clean_line(name).casefold()
    sql = f"SELECT id, name FROM boards_tag WHERE {db.within('board_id')}"
    return [tag for tag, other in db.query(sql, (db.members(boards),)) if other.casefold() == asked]
