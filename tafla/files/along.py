"""What becomes of a card's attachments when it is copied, goes to another board, or is deleted for ever."""

from collections.abc import Iterable

from tafla.cards import hooks as cards
from tafla.files.rules import shelf_of
from tafla.sync.db import Db
from tafla.sync.needs import Fact, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

# Rows that one command takes away (S23).
MOST_PURGED = 400
_TABLES = ("attachments", "attachment_versions")


def move_needs(work: Work, card: Values, board_id: str) -> Iterable[Need]:
    """The card's shelf."""
    yield Row("shelves", card["id"])


def move(work: Work, card: Values, board_id: str) -> None:
    """The shelf goes along, and who may read it is decided on the other board from now on (S21)."""
    if work.row("shelves", card["id"]):
        work.patch("shelves", card["id"], board_id=board_id)
        # Undo of the card's move brings it back by this same hook.
        work.quiet.add(("shelves", card["id"]))
    work.access_changed(f"shelf:{card['id']}")


def purge_needs(work: Work, card: Values) -> Iterable[Need]:
    """The card's shelf, and of what hangs there as much as one command takes away."""
    yield Row("shelves", card["id"])
    yield from _hanging(card["id"])


def purge(work: Work, card: Values) -> None:
    """Nobody reaches any of it from now on (S22). What the log still holds, and the rows of a shelf too full
    for one command, are swept away some seconds later (listeners.py), the bytes within the hour.
    """
    card_id = card["id"]
    work.access_changed(f"shelf:{card_id}")
    if work.row("shelves", card_id) is None:
        return
    work.remove("shelves", card_id)
    work.forget("shelves", card_id, card["board_id"])
    rows = [(need.table, row["id"]) for need in _hanging(card_id) for row in work.rows(need)]
    taken = sum(name in _TABLES for name, _ in work.changed)
    if taken + len(rows) <= MOST_PURGED:
        for table, row_id in rows:
            work.remove(table, row_id)
            work.forget(table, row_id, card_id)


def _hanging(card_id: str) -> list[Rows]:
    return [Rows(table, "subject_id", card_id, MOST_PURGED + 1) for table in _TABLES]


def copy_needs(work: Work, card: Values) -> Iterable[Need]:
    """What hangs on the card, and whether the bytes are there."""
    yield shelf_of(card["id"])
    for attachment_id in work.copy.found.get(shelf_of(card["id"])) or ():
        row = work.peek("attachments", attachment_id)
        version_id = f"{attachment_id}.{row['version']}" if row else ""
        yield Row("attachment_versions", version_id)
        version = work.peek("attachment_versions", version_id)
        if version:
            yield Fact("stored_file", version["file_id"])


def copy(work: Work, card: Values, new: Values) -> None:
    """Links, and the newest versions of files, hang on the copy too; they name the same bytes."""
    made = {"by": work.actor, "at": work.now}
    count = 0
    for row in work.rows(shelf_of(card["id"])):
        version = work.row("attachment_versions", f"{row['id']}.{row['version']}")
        if version and not work.fact(Fact("stored_file", version["file_id"])):
            continue
        count += 1
        fresh = {"id": work.derived_id(f"attachment {new['id']} {row['id']}"), "subject_id": new["id"]}
        updated = {"updated_by": work.actor, "updated_at": work.now}
        number = 1 if version else 0
        work.put("attachments", row | fresh | made | updated | {"version": number}, derived=True)
        if version:
            named = {"id": f"{fresh['id']}.1", "attachment_id": fresh["id"], "subject_id": new["id"]}
            work.put("attachment_versions", version | named | made | {"number": 1}, derived=True)
    if count:
        # Last, so that undo, which keeps shelves, leaves on it what hangs there (see rules.count_in).
        shelf = {"id": new["id"], "board_id": new["board_id"], "card_id": new["id"], "count": count}
        work.put("shelves", shelf, derived=True)


def weight_need(card_id: str) -> Need:
    """The card's shelf."""
    return Row("shelves", card_id)


def weight(work: Work, card_id: str) -> int:
    """How many rows a copy of the card has on its shelf, with the shelf itself."""
    shelf = work.peek("shelves", card_id)
    return _rows(shelf["count"]) if shelf else 0


def weights(db: Db, card_ids: list[str]) -> dict[str, int]:
    """Card -> that number, of those that have a shelf."""
    found = db.query(f"SELECT id, count FROM files_shelf WHERE {db.within('id')}", (db.members(card_ids),))
    return {card_id: _rows(count) for card_id, count in found}


def _rows(count: int) -> int:
    return 1 + 2 * count if count else 0


cards.card_weighed.append((weight_need, weight, weights))
cards.card_copied.append((copy_needs, copy))
cards.card_moves.append((move_needs, move))
cards.card_purged.append((purge_needs, purge))
