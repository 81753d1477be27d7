"""Cards as views show them, with the boards and people they name. A handful of queries for any number."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson

from tafla.accounts.circles import BOARD_RIGHTS, GRANTS
from tafla.sync.db import Db


class Place(NamedTuple):
    """A board a person may read: its account, and the role there."""

    account_id: str
    role: str


class Told(NamedTuple):
    """cards: id -> face; boards: id -> what is said of a board; people: id -> [name, photo]."""

    cards: dict[str, dict[str, Any]]
    boards: dict[str, dict[str, Any]]
    people: dict[str, list[str]]


_FACE = (
    "id", "board_id", "column_id", "number", "title", "status", "priority", "due_on", "due_time", "due_zone",
    "due_at", "checklist_due_at", "assignee_ids", "tag_ids", "checklist_done", "checklist_total",
    "completed_at", "completed_by",
)  # fmt: skip
_GRANTED = tuple(GRANTS)
_SQL = (
    f"SELECT {', '.join('c.' + name for name in _FACE)}, "
    # Asked for card by card: PostgreSQL would join all there are.
    "coalesce((SELECT t.count FROM chat_talk t WHERE t.id = c.id), 0), "
    "coalesce((SELECT s.count FROM files_shelf s WHERE s.id = c.id), 0), b.name, b.numbering, "
    f"{', '.join('p.' + name for name in _GRANTED)} "
    "FROM cards_card c JOIN boards_board b ON b.id = c.board_id "
    "JOIN accounts_boardprivacy p ON p.id = c.board_id WHERE "
)


def faces(db: Db, card_ids: Iterable[str], places: Mapping[str, Place], more: Iterable[str] = ()) -> Told:
    """These cards, as far as they stand on boards of `places`; `more`: other people to be named."""
    cards: dict[str, dict[str, Any]] = {}
    boards: dict[str, dict[str, Any]] = {}
    for row in db.query(_SQL + db.within("c.id"), (db.members(card_ids),)):
        card = dict(zip(_FACE, row, strict=False))
        chat, files, name, numbering, *settings = row[len(_FACE) :]
        place = places.get(card["board_id"])
        if place is None:
            continue
        can = _granted(place.role, settings)
        card["assignee_ids"] = orjson.loads(card["assignee_ids"])
        card["tag_ids"] = orjson.loads(card["tag_ids"])
        card["chat"] = chat if "read_chat" in can else 0
        card["files"] = files if "read_files" in can else 0
        cards[card["id"]] = card
        known = {"name": name, "numbering": bool(numbering), "columns": []}
        boards.setdefault(card["board_id"], known | place._asdict())
    return Told(cards, boards, _add_names(db, list(cards.values()), boards, more))


def _granted(role: str, settings: Iterable[bool]) -> set[str]:
    """What a role may read beside the cards, by the board's settings."""
    own = {right for right in ("read_chat", "read_files") if role in BOARD_RIGHTS[right]}
    added = (GRANTS[name] for name, is_on in zip(_GRANTED, settings, strict=True) if is_on)
    return own | {right for right, roles in added if role in roles}


# The columns the cards stand in, and where each board's cards go when done. For boards, columns, tags and
# people: sets of hundreds, over which PostgreSQL would think longer than it reads, were they arrays.
_NAMES = (
    "SELECT 'column', id, name, kind, board_id, rank FROM boards_column k "
    "WHERE k.board_id IN {each} AND (k.kind = 'completed' OR k.id IN {each}) "
    "UNION ALL SELECT 'tag', id, name, hue, '', '' FROM boards_tag t WHERE t.id IN {each} "
    "UNION ALL SELECT 'person', id, name, photo, '', '' FROM people_person p WHERE p.id IN {each}"
)


def _add_names(
    db: Db, cards: list[dict[str, Any]], boards: dict[str, dict[str, Any]], more: Iterable[str]
) -> dict[str, list[str]]:
    """Give the cards the names of their tags and the boards their columns; the people they name."""
    people = {person for card in cards for person in card["assignee_ids"]} | {*more}
    people |= {card["completed_by"] for card in cards if card["completed_by"]}
    asked: dict[str, Iterable[str]] = {
        "boards": boards,
        "columns": {card["column_id"] for card in cards},
        "tags": {tag_id for card in cards for tag_id in card["tag_ids"]},
        "people": people,
    }
    found = db.query(
        _NAMES.format(each=f"(SELECT e.id FROM {db.each('e')})"), [db.members(ids) for ids in asked.values()]
    )
    tags = {one: [name, hue] for table, one, name, hue, *_ in found if table == "tag"}
    for card in cards:
        card["tags"] = sorted(tags[tag_id] for tag_id in card.pop("tag_ids") if tag_id in tags)
    columns = [row for row in found if row[0] == "column"]
    for _, column, name, kind, board, _ in sorted(columns, key=lambda row: (row[5], row[1])):
        boards[board]["columns"].append({"id": column, "name": name, "kind": kind})
    return {one: [name, photo] for table, one, name, photo, *_ in found if table == "person"}
