"""Facts this room's verbs ask for."""

import orjson

from tafla.cards.depending import MOST_FOLLOWED
from tafla.sync.db import Db
from tafla.sync.load import FACTS
from tafla.sync.tables import TABLES


def assigned_cards(db: Db, keys: list[str]) -> dict[str, list[str]]:
    """Key "board person" -> ids of the board's cards that the person has."""
    return _holding(db, "assignee_ids", keys)


def tagged_cards(db: Db, keys: list[str]) -> dict[str, list[str]]:
    """Key "board tag" -> ids of the board's cards that carry the tag."""
    return _holding(db, "tag_ids", keys)


def assigned_items(db: Db, keys: list[str]) -> dict[str, list[str]]:
    """Key "board person" -> ids of the checklist items that the person has on the board."""
    found: dict[str, list[str]] = {}
    for key in keys:
        board_id, person_id = key.split(" ", 1)
        rows = db.query(
            "SELECT i.id FROM cards_checklistitem i JOIN cards_card c ON c.id = i.card_id "
            "WHERE c.board_id = ? AND i.assignee_ids LIKE ?",
            (board_id, f'%"{person_id}"%'),
        )
        found[key] = [row[0] for row in rows]
    return found


def once_listed(db: Db, card_ids: list[str]) -> dict[str, list[str]]:
    """Card id -> ids of all items that ever were on its checklist, as the log has them."""
    found: dict[str, list[str]] = {}
    for card_id in card_ids:
        records = db.query(
            "SELECT patches FROM sync_change WHERE scope = ? AND patches LIKE ?",
            (f"card:{card_id}", '%"checklist_items"%'),
        )
        patches = [patch for (stored,) in records for patch in orjson.loads(stored)]
        at = TABLES["checklist_items"].wire_names.index("id")
        made = [patch[2][at] for patch in patches if patch[:2] == ["+", "checklist_items"]]
        found[card_id] = list(dict.fromkeys(made))
    return found


def blocking(db: Db, card_ids: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Card id -> (blocker, blocked) of every dependency it leads to, its own first; one more than may be
    followed says that there are too many.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for card_id in card_ids:
        found[card_id] = db.query(
            "WITH RECURSIVE web(card_id, other_id) AS (SELECT card_id, other_id FROM cards_dependency WHERE "
            "card_id = ? AND kind = 'blocks' UNION SELECT d.card_id, d.other_id FROM cards_dependency d JOIN "
            "web ON d.card_id = web.other_id AND d.kind = 'blocks') "
            f"SELECT card_id, other_id FROM web LIMIT {MOST_FOLLOWED + 1}",
            (card_id,),
        )
    return found


def _holding(db: Db, field: str, keys: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        board_id, member_id = key.split(" ", 1)
        rows = db.query(
            f"SELECT id FROM cards_card WHERE board_id = ? AND {field} LIKE ?",
            (board_id, f'%"{member_id}"%'),
        )
        found[key] = [row[0] for row in rows]
    return found


FACTS.update(
    assigned_cards=assigned_cards,
    assigned_items=assigned_items,
    blocking=blocking,
    once_listed=once_listed,
    tagged_cards=tagged_cards,
)
