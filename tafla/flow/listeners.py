"""Keeping stays from the log, some time after each command (S19), so that commands pay nothing for it."""

import time
from collections.abc import Sequence
from itertools import groupby

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
        # What one command did stands at one place of the log.
        for pos, together in groupby(
            (step for step in steps if step.card_id in there), lambda step: step.pos
        ):
            _take(pos, list(together))
        Stay.objects.filter(card_id__in={step.card_id for step in steps} - there).delete()


def _take(pos: int, steps: list[Step]) -> None:
    at, board_id = steps[0].at, steps[0].board_id
    came = [step for step in steps if step.column_id is not None]
    left = [step.card_id for step in steps if step.column_id is None]
    stood = Stay.objects.filter(pos__lt=pos, to_at=None)
    # Whoever came from another board may have come before that board's record says so.
    stood.filter(card_id__in=left, board_id=board_id).update(to_at=at)
    stood.filter(card_id__in=[step.card_id for step in came]).update(to_at=at)
    stays = [
        Stay(pos=pos, card_id=step.card_id, board_id=board_id, column_id=step.column_id or "", from_at=at)
        for step in came
    ]
    Stay.objects.bulk_create(stays, ignore_conflicts=True)


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
