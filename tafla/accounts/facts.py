"""Facts this room's verbs ask for."""

from tafla.sync.db import Db
from tafla.sync.load import FACTS


def owned_accounts(db: Db, person_ids: list[str]) -> dict[str, str]:
    """Person -> the account they own."""
    found = db.query(
        f"SELECT owner_id, id FROM accounts_account WHERE {db.within('owner_id')}", (db.members(person_ids),)
    )
    return dict(found)


def emails(db: Db, person_ids: list[str]) -> dict[str, str]:
    """Person -> their e-mail address, in lower case."""
    found = db.query(
        f"SELECT id, lower(email) FROM people_person WHERE {db.within('id')}", (db.members(person_ids),)
    )
    return dict(found)


def collaborators(db: Db, keys: list[str]) -> dict[str, str]:
    """Key "actor address" -> the person of that address, where the two share a board already."""
    found: dict[str, str] = {}
    for key in keys:
        actor, address = key.split(" ", 1)
        rows = db.query(
            "SELECT p.id FROM people_person p JOIN accounts_member a ON a.person_id = p.id "
            "JOIN accounts_member b ON b.board_id = a.board_id AND b.person_id = ? WHERE "
            "p.email = ? LIMIT 1",  # kept in lower case; its index finds one person among all
            (actor, address),
        )
        if rows:
            found[key] = rows[0][0]
    return found


FACTS.update(owned_account=owned_accounts, email=emails, collaborator=collaborators)
