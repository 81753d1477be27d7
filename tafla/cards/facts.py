"""Facts this room's verbs ask for."""

from tafla.sync.db import Db
from tafla.sync.load import FACTS


def assigned_cards(db: Db, keys: list[str]) -> dict[str, list[str]]:
    """Key "board person" -> ids of the board's cards that the person has."""
    found: dict[str, list[str]] = {}
    for key in keys:
        board_id, person_id = key.split(" ", 1)
        rows = db.query(
            "SELECT id FROM cards_card WHERE board_id = ? AND assignee_ids LIKE ?",
            (board_id, f'%"{person_id}"%'),
        )
        found[key] = [row[0] for row in rows]
    return found


FACTS["assigned_cards"] = assigned_cards
