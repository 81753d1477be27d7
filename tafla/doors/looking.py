"""What a socket's questions look up in the database, in a thread. Nobody hears what they may not read."""

from typing import Any

from tafla.core.refusals import Refusal
from tafla.doors.house import House
from tafla.sync import reading
from tafla.sync.reading import Reader


def names(db: Any, house: House, reader: Reader, board: str, ids: list[str]) -> list[list[str]]:
    """[id, name, photo] of the people asked for who have to do with a board that the reader may see the team
    of.
    """
    reading.access_ground(db, house.gate, reader, f"board:{board}", "read_team")
    one = f"SELECT id, name, photo FROM people_person WHERE {db.within('id')} AND id IN "
    members = "(SELECT person_id FROM accounts_member WHERE board_id = ?)"
    found = db.query(one + members, (db.members(ids), board))
    # Those who left still stand in the history of the board and its talks; rare, so it is read only for them.
    others = set(ids) - {row[0] for row in found}
    if others:
        authors = "(SELECT DISTINCT person_id FROM sync_change WHERE scope IN (?, ?))"
        found += db.query(one + authors, (db.members(others), f"board:{board}", f"talk:{board}"))
    return [list(row) for row in found]


def is_team_visible(db: Any, house: House, reader: Reader, scope: str) -> bool:
    try:
        reading.access_ground(db, house.gate, reader, scope, "read_team")
    except Refusal:
        return False
    return True


def may_chat(db: Any, house: House, reader: Reader, scope: str) -> bool:
    try:
        ground, _ = reading.ground_of(db, scope)
        reading.access_ground(db, house.gate, reader, ground, "chat")
    except Refusal:
        return False
    return True
