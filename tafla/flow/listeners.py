"""Keeping stays from the log, some time after each command (S19), so that commands pay nothing for it."""

import time
from collections.abc import Iterable, Sequence

from django.db import connection, transaction

from tafla.flow.models import Stay
from tafla.flow.steps import Step, boards_gone, steps_in
from tafla.sync.listeners import Change, bulk_listener
from tafla.sync.tables import TABLES

# Bulk acts and jobs take thousands of steps: stored in parts, so that commands get their turn to write.
AT_ONCE = 200
REST_S = 0.01


@bulk_listener("flow", "board")
def keep(changes: list[Change]) -> None:
    """Store where these changes' cards stand now and no longer stand; told again it changes nothing."""
    steps = list(steps_in(changes))
    for at in range(0, len(steps), AT_ONCE):
        if at:
            time.sleep(REST_S)
        _store(steps[at : at + AT_ONCE])
    gone = boards_gone(changes)
    if gone:
        Stay.objects.filter(board_id__in=gone).delete()


def _store(steps: Sequence[Step]) -> None:
    with transaction.atomic():
        there = _hold_cards({step.card_id for step in steps})
        kept = [step for step in steps if step.card_id in there]
        stays, made = _standing(there, kept), []
        for step in kept:
            _end(step, stays[step.card_id])
            if step.column_id is not None:
                stay = Stay(pos=step.pos, card_id=step.card_id, board_id=step.board_id)
                stay.column_id, stay.from_at = step.column_id, step.at
                stays[step.card_id].append(stay)
                made.append(stay)
        _write_ends(stay for one in stays.values() for stay in one)
        Stay.objects.bulk_create(made, ignore_conflicts=True)
        Stay.objects.filter(card_id__in={step.card_id for step in steps} - there).delete()


def _standing(card_ids: set[str], steps: Sequence[Step]) -> dict[str, list[Stay]]:
    """Each card's stays that may end by these steps: kept ones that have not yet."""
    stays: dict[str, list[Stay]] = {card_id: [] for card_id in card_ids}
    for stay in Stay.objects.filter(card_id__in=stays, to_at=None):
        stays[stay.card_id].append(stay)
    return stays


def _end(step: Step, stays: Iterable[Stay]) -> None:
    """End those of the card's stays that a step ends."""
    for stay in stays:
        # Whoever came from another board may have come before that board's record says so.
        is_left = step.column_id is not None or stay.board_id == step.board_id
        if stay.to_at is None and stay.pos < step.pos and is_left:
            stay.to_at = step.at


def _write_ends(stays: Iterable[Stay]) -> None:
    """Store the ends of those stays that were kept without one."""
    ended = [(stay.to_at, stay.id) for stay in stays if stay.id and stay.to_at is not None]
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE flow_stay SET to_at = %s WHERE id = %s", ended)


def _hold_cards(ids: set[str]) -> set[str]:
    """Those of these cards that are there, and stay until the transaction ends: however late the log is
    read, nothing comes back of a card that was deleted for ever (S22).
    """
    lock = " FOR KEY SHARE" if connection.vendor == "postgresql" else ""
    marks = ",".join(["%s"] * len(ids)) or "NULL"
    with connection.cursor() as cursor:
        sql = f"SELECT id FROM {TABLES['cards'].db} WHERE id IN ({marks}) ORDER BY id{lock}"
        cursor.execute(sql, sorted(ids))
        return {row[0] for row in cursor.fetchall()}
