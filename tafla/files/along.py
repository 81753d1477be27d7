"""What becomes of a card's attachments when it is copied, goes to another board, or is deleted for ever."""

from collections.abc import Iterable

from tafla.cards import hooks as cards
from tafla.files.rules import MOST_VERSIONS, shelf_of
from tafla.sync.needs import Fact, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def _versions(card_id: str) -> Rows:
    return Rows("attachment_versions", "subject_id", card_id, MOST_VERSIONS * 100)


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
    """Everything that hangs on the card."""
    yield Row("shelves", card["id"])
    yield shelf_of(card["id"])
    yield _versions(card["id"])


def purge(work: Work, card: Values) -> None:
    """Nothing of it is left here, in the log or, soon after, in the store (S22)."""
    card_id = card["id"]
    work.access_changed(f"shelf:{card_id}")
    if work.row("shelves", card_id) is None:
        return
    for table, need in (("attachments", shelf_of(card_id)), ("attachment_versions", _versions(card_id))):
        for row in work.rows(need):
            work.remove(table, row["id"])
            work.forget(table, row["id"], card_id)
    work.remove("shelves", card_id)
    work.forget("shelves", card_id, card["board_id"])


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
        shelf = {"id": new["id"], "board_id": new["board_id"], "card_id": new["id"], "count": count}
        work.put("shelves", shelf, derived=True)


cards.card_copied.append((copy_needs, copy))
cards.card_moves.append((move_needs, move))
cards.card_purged.append((purge_needs, purge))
