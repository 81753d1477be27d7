"""History: who did what when, old and new. Made from the log by listeners.py, never edited."""

from django.db import models
from django.db.models import Q

from tafla.sync.models import IdField


class Entry(models.Model):
    """One thing that one command changed on one card, or on a board itself (`card_id` none).

    `pos` is the place in the log of the command's first record, `n` counts within the command: together the
    order, and the same however often the log is read (S19). `board_id` is where it was done. `what` is one
    of the aspects of docs/topics/history.md, which also says what `old` and `new` hold.
    """

    id = models.BigAutoField(primary_key=True)
    pos = models.BigIntegerField()
    n = models.IntegerField()
    board_id = IdField()
    card_id = IdField(null=True)
    at = models.BigIntegerField()
    by = IdField(null=True)
    command_id = models.CharField(max_length=36)
    verb = models.CharField(max_length=60)
    what = models.CharField(max_length=20)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pos", "n"], name="history_entry_once")]
        indexes = [
            models.Index(fields=["card_id", "pos", "n"], name="history_entry_card"),
            models.Index(fields=["board_id", "pos", "n"], name="history_entry_board"),
            models.Index(
                fields=["board_id", "pos", "n"], name="history_entry_own", condition=Q(card_id__isnull=True)
            ),
        ]
