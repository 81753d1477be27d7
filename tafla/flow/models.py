"""Stays: how long cards stood where. Made from the log by listeners.py, never edited."""

from django.db import models

from tafla.sync.models import IdField


class Stay(models.Model):
    """One card in one column, from one instant to another (ms), or until now.

    `pos` is the place in the log of the change that brought it there, so that it is stored once however
    often the log is read (S19).
    """

    id = models.BigAutoField(primary_key=True)
    pos = models.BigIntegerField()
    card_id = IdField()
    board_id = IdField()
    column_id = IdField()
    from_at = models.BigIntegerField()
    to_at = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["card_id", "pos"], name="flow_stay_once")]
        indexes = [
            models.Index(fields=["board_id", "to_at"], name="flow_stay_board"),
            models.Index(fields=["board_id", "from_at"], name="flow_stay_came"),
        ]
