"""Filters that people keep by a name."""

from django.db import models

from tafla.sync.models import IdField


class SavedFilter(models.Model):
    """A filter of one person: a custom highlight for any board or, as a view, a page over all of them.

    `filter` is the JSON text of a `Filter`.
    """

    id = IdField(primary_key=True)
    person_id = IdField(db_index=True)
    name = models.CharField(max_length=120)
    filter = models.TextField()
    is_view = models.BooleanField(default=False)
    at = models.BigIntegerField()
