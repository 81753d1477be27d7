"""Throwing away what has had its time, in slices, so that the writer is never held (S3, S23)."""

import time
from typing import Any

from django.db.models import QuerySet

from tafla.core.clock import now_ms
from tafla.sync.models import AccessChange, Answer, Job

DAY_MS = 86_400_000
# S3: a command that comes again after this long is a new one.
ANSWERS_KEPT_MS = 90 * DAY_MS
# Every process has read these within seconds; days are for looking into troubles.
ACCESS_CHANGES_KEPT_MS = 7 * DAY_MS
SLICE = 500
REST_S = 0.02


def tidy() -> int:
    """Delete old answers, access changes and ended jobs; how many rows that were. A job is there as long as
    the answers of its commands, without which it cannot be undone.
    """
    ended = Job.objects.exclude(state="running")
    return (
        delete_old(Answer.objects.all(), ANSWERS_KEPT_MS)
        + delete_old(AccessChange.objects.all(), ACCESS_CHANGES_KEPT_MS)
        + delete_old(ended, ANSWERS_KEPT_MS)
    )


def delete_old(rows: QuerySet[Any], kept_ms: int) -> int:
    """Delete rows older than this, a slice and a transaction at a time."""
    count = 0
    while True:
        old = rows.filter(at__lt=now_ms() - kept_ms).order_by("at").values_list("pk", flat=True)[:SLICE]
        keys: list[Any] = list(old)
        if keys:
            count += rows.model.objects.filter(pk__in=keys).delete()[0]
        if len(keys) < SLICE:
            return count
        time.sleep(REST_S)
