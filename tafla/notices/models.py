"""Which mails were sent, so that a listener told twice sends once (S19)."""

from django.db import models


class SentMail(models.Model):
    """One mail that is being sent or was sent. `sent_at` is empty while somebody is at it."""

    key = models.CharField(primary_key=True, max_length=120)
    claimed_at = models.BigIntegerField()
    sent_at = models.BigIntegerField(null=True)
