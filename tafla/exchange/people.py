"""Everybody an export names."""

from collections.abc import Iterable

import orjson

from tafla.exchange.formats import Wish
from tafla.sync.db import Db
from tafla.sync.tables import TABLES

# How a table's rows are found that belong to a board.
_ITEMS = "card_id IN (SELECT id FROM cards_card WHERE board_id = ?)"
_SAID = "subject_id IN (SELECT id FROM chat_talk WHERE board_id = ?)"
_HUNG = "subject_id IN (SELECT id FROM files_shelf WHERE board_id = ?)"
# (table, how its rows are found, fields that name people)
_ALWAYS = (
    ("boards", "id = ?", ("created_by",)),
    ("cards", "board_id = ?", ("created_by", "completed_by", "deleted_by", "assignee_ids")),
    ("dependencies", "board_id = ? AND other_board_id = board_id AND kind = 'blocks'", ("by",)),
    ("checklist_items", _ITEMS, ("created_by", "assignee_ids")),
)
_CHAT = (("messages", _SAID, ("by", "mention_ids")), ("reactions", _SAID, ("person_id",)))
_FILES = (("attachments", _HUNG, ("by", "updated_by")), ("attachment_versions", _HUNG, ("by",)))


def names_on(db: Db, wish: Wish) -> dict[str, str]:
    """Person -> name of everybody the board's rows name, by name."""
    people: set[str] = set()
    for name, here, fields in (*_ALWAYS, *_CHAT * wish.with_chat, *_FILES * wish.with_files):
        table = TABLES[name]
        for field in fields:
            sql = f"SELECT DISTINCT {field} FROM {table.db} WHERE {here} AND {field} IS NOT NULL"
            for (told,) in db.query(sql, (wish.board_id,)):
                people.update(orjson.loads(told) if table.types[field] == "ids" else [told])
    return _names(db, people)


def _names(db: Db, ids: Iterable[str]) -> dict[str, str]:
    sql = f"SELECT id, name FROM people_person WHERE {db.within('id')} ORDER BY name, id"
    return dict(db.query(sql, (db.members(ids),)))
