"""Names of people, read when a team's snapshot is made; records name people by id only (S22)."""

from typing import Any

from tafla.sync.db import Db
from tafla.sync.snapshot import EXTRAS


def people_of_board(db: Db, board_id: str) -> dict[str, Any]:
    """Everyone on a board and its account's owner: id, name, photo."""
    found = db.query(
        "SELECT id, name, photo FROM people_person WHERE id IN (SELECT person_id FROM "
        "accounts_member WHERE board_id = ?) OR id IN "
        "(SELECT a.owner_id FROM accounts_account a JOIN accounts_boardprivacy p ON p.account_id "
        "= a.id WHERE p.id = ?)",
        (board_id, board_id),
    )
    return {"people": [list(row) for row in found]}


EXTRAS["team"] = people_of_board
