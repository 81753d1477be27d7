"""Reading history: the entries that are stored, and before them what the listener has not come to yet,
straight from the log, so that everybody finds their own change at once.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from tafla.history.entries import KINDS, entries_of, read_deeds
from tafla.history.listeners import NAME
from tafla.history.models import Entry
from tafla.sync.db import Db
from tafla.sync.listeners import position_of
from tafla.sync.tables import TABLES

# Where an entry stands: (pos, n).
Place = tuple[int, int]
# The listener is half a second behind. Where it stands still, no more than this is read in its stead.
MOST_UNREAD = 1_000


def of_card(db: Db, card_id: str, before: Place | None, limit: int) -> list[Entry]:
    """A card's newest entries before a place, newest first, whichever board it stood on then."""
    commands = {
        command for scope, command, is_named in _unread(db, card_id) if is_named or _home(scope) == card_id
    }
    unread = [entry for entry in _told(db, commands) if entry.card_id == card_id]
    return _page(Entry.objects.filter(card_id=card_id), unread, before, limit)


def of_board(db: Db, board_id: str, before: Place | None, limit: int, *, is_own: bool) -> list[Entry]:
    """A board's newest entries before a place, newest first: what was done there on cards too, or only on
    the board itself. A page may be shorter than asked for, where a card was deleted for ever this moment.
    """
    found = _unread(db, board_id)
    here = {board_id} | set(_cards(db, board_id, {_home(scope) for scope, *_ in found}))
    commands = {command for scope, command, _ in found if _home(scope) in here}
    unread = [entry for entry in _told(db, commands) if entry.board_id == board_id]
    stored = Entry.objects.filter(board_id=board_id)
    if is_own:
        stored, unread = stored.filter(card_id=None), [entry for entry in unread if entry.card_id is None]
    return _page(stored, unread, before, limit)


def _unread(db: Db, named: str) -> list[tuple[str, str, bool]]:
    """(scope, command, whether it names this id) of the records the listener has not certainly read."""
    position = position_of(NAME)
    holds = "instr" if db.vendor == "sqlite" else "strpos"
    found = db.query(
        f"SELECT scope, command_id, {holds}(patches, ?) > 0 FROM "
        f"(SELECT * FROM sync_change ORDER BY pos DESC LIMIT {MOST_UNREAD}) AS newest "
        "WHERE (xid, pos) > (?, ?)",
        (named, position.xid, position.pos),
    )
    return [(scope, command, bool(holds)) for scope, command, holds in found if scope.split(":")[0] in KINDS]


def _home(scope: str) -> str:
    return scope.split(":", 1)[1]


def _told(db: Db, commands: set[str]) -> list[Entry]:
    return entries_of(db, read_deeds(db, commands)) if commands else []


def _page(stored: QuerySet[Entry], unread: list[Entry], before: Place | None, limit: int) -> list[Entry]:
    if before is not None:
        pos, n = before
        stored = stored.filter(Q(pos__lt=pos) | Q(n__lt=n), pos__lte=pos)
        unread = [entry for entry in unread if (entry.pos, entry.n) < before]
    found = {(entry.pos, entry.n): entry for entry in [*unread, *stored.order_by("-pos", "-n")[:limit]]}
    return [found[place] for place in sorted(found, reverse=True)[:limit]]


def _cards(db: Db, board_id: str, ids: Iterable[str]) -> list[str]:
    sql = f"SELECT id FROM {TABLES['cards'].db} WHERE board_id = ? AND {db.within('id')}"
    return [row[0] for row in db.query(sql, (board_id, db.members(ids)))]


def cards_named(db: Db, entries: Iterable[Entry]) -> dict[str, tuple[str, str]]:
    """Card id -> (board id, title) of the entries' cards that are there."""
    ids = {entry.card_id for entry in entries if entry.card_id}
    sql = f"SELECT id, board_id, title FROM {TABLES['cards'].db} WHERE {db.within('id')}"
    return {card_id: (board_id, title) for card_id, board_id, title in db.query(sql, (db.members(ids),))}


def people_named(db: Db, entries: Iterable[Entry]) -> list[dict[str, str]]:
    """{id, name, photo} of everybody the entries name, also of those who have left."""
    ids = {entry.by for entry in entries if entry.by} | {
        person
        for entry in entries
        for values in (entry.old, entry.new)
        for person in _people(entry.what, values)
    }
    sql = f"SELECT id, name, photo FROM people_person WHERE {db.within('id')} ORDER BY id"
    return [
        {"id": one, "name": name, "photo": photo} for one, name, photo in db.query(sql, (db.members(ids),))
    ]


def _people(what: str, values: Any) -> Iterable[str]:
    for value in values if isinstance(values, list) else ():
        if what in ("assigned", "unassigned"):
            yield value
        elif isinstance(value, dict):
            yield from value.get("people", ())
            yield from (value[name] for name in ("person", "by") if value.get(name))
