"""Reading the log into history, some time after each command (S19), so that commands pay nothing for it."""

import time
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Q

from tafla.history.card_aspects import HOLDING
from tafla.history.entries import KINDS, entries_of, read_deeds
from tafla.history.known import Deed
from tafla.history.models import Entry
from tafla.sync.db import current
from tafla.sync.listeners import Change, bulk_listener
from tafla.sync.tables import TABLES

NAME = "history"
# Bulk acts and jobs leave thousands of entries: stored in parts, so that commands get their turn to write.
AT_ONCE = 200
REST_S = 0.01


@bulk_listener(NAME, *KINDS)
def keep(changes: list[Change]) -> None:
    """Store what these changes' commands did. Each is told by its first record, and told again it leaves
    nothing more.
    """
    db = current()
    told = {change.position.pos for change in changes}
    deeds = [deed for deed in read_deeds(db, {change.command_id for change in changes}) if deed.pos in told]
    entries = entries_of(db, deeds)
    for at in range(0, len(entries), AT_ONCE):
        if at:
            time.sleep(REST_S)
        _store(entries[at : at + AT_ONCE])
    for deed in deeds:
        _forget(deed)


def _store(entries: list[Entry]) -> None:
    with transaction.atomic():
        there = _hold_cards({entry.card_id for entry in entries if entry.card_id})
        kept = [entry for entry in entries if entry.card_id is None or entry.card_id in there]
        Entry.objects.bulk_create(kept, batch_size=AT_ONCE, ignore_conflicts=True)


def _hold_cards(ids: Iterable[str]) -> set[str]:
    """Those of these cards that are there, and stay until the transaction ends: however late the log is
    read, nothing comes back of a card that was deleted for ever (S22).
    """
    return set(_cards(ids, lock=" FOR KEY SHARE" if connection.vendor == "postgresql" else ""))


def _cards(ids: Iterable[str], lock: str = "") -> dict[str, str]:
    """Card id -> board id of those of these cards that are there."""
    asked = sorted(ids)
    marks = ",".join(["%s"] * len(asked)) or "NULL"
    with connection.cursor() as cursor:
        sql = f"SELECT id, board_id FROM {TABLES['cards'].db} WHERE id IN ({marks}) ORDER BY id{lock}"
        cursor.execute(sql, asked)
        return dict(cursor.fetchall())


def _forget(deed: Deed) -> None:
    """Take out of history what a command deleted for ever."""
    gone = [key for key, pair in deed.effect.items() if pair == (None, None)]
    lost = [key for key, (_, after) in deed.effect.items() if after is None]
    boards = [row_id for table, row_id in lost if table == "board_privacy"]
    if not gone and not boards:
        return
    cards = {row_id for table, row_id in gone if table == "cards"}
    with transaction.atomic():
        if cards:
            Entry.objects.filter(card_id__in=cards).delete()
        for board_id in boards:
            _forget_board(board_id)
        for table, row_id in gone:
            # What hung on a card that went with it left nothing else.
            if table in HOLDING and deed.homes[table, row_id] not in cards:
                _scrub(deed.homes[table, row_id], row_id, HOLDING[table])


def _forget_board(board_id: str) -> None:
    """A board goes with its cards, which are swept away by and by; those on another board now stay."""
    here = Entry.objects.filter(board_id=board_id)
    cards = {card_id for card_id in here.values_list("card_id", flat=True).distinct() if card_id}
    elsewhere = {card_id for card_id, other in _cards(cards).items() if other != board_id}
    Entry.objects.filter(card_id__in=cards - elsewhere).delete()
    here.filter(card_id=None).delete()


def _scrub(home: str, row_id: str, aspects: tuple[str, ...]) -> None:
    """Take one item or file out of the entries of the card or board it hung on."""
    here = Q(card_id=home) | Q(board_id=home, card_id=None)
    for entry in Entry.objects.filter(here, what__in=aspects):
        old, new = (_without(values, row_id) for values in (entry.old, entry.new))
        if (old, new) == (entry.old, entry.new):
            continue
        if old or new:
            Entry.objects.filter(pk=entry.pk).update(old=old, new=new)
        else:
            entry.delete()


def _without(values: object, row_id: str) -> object:
    if not isinstance(values, list):
        return values
    return [one for one in values if not (isinstance(one, dict) and one.get("id") == row_id)] or None
