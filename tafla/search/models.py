"""The index: what can be found, as numbers that stand for terms. It holds no word of anybody's."""

from typing import TYPE_CHECKING, Any

from django.db import models

from tafla.sync.models import IdField

# Django's fields take type parameters for checkers only.
if TYPE_CHECKING:
    _Field = models.Field[Any, Any]
else:
    _Field = models.Field


class TokensField(_Field):
    """A set of 32-bit numbers: bytes on SQLite, an array on PostgreSQL."""

    def db_type(self, connection: Any) -> str:
        return "blob" if connection.vendor == "sqlite" else "integer[]"


class Document(models.Model):
    """One thing that can be found: a card's title, its contents, a message, a file, a board. The newer, the
    higher its id. `subject_id`: the card or board that a message or a file hangs on.

    `tokens` stand for its terms (terms.py) within its account, and for its board. On SQLite the same are in
    the full-text table `search_words`, whose row number is the document's id.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=1)  # t, c, m, f, b
    row_id = IdField()
    subject_id = IdField(null=True)
    tokens = TokensField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row_id", "kind"], name="search_document_once")]
        indexes = [
            models.Index(
                fields=["subject_id"],
                name="search_document_subject",
                condition=models.Q(subject_id__isnull=False),
            )
        ]


class Build(models.Model):
    """How far the index has been made from what there is, by ids, which is by age; one row. `version` 0: it
    is to be made anew.
    """

    version = models.IntegerField(default=0)
    after = IdField(default="")
    done_at = models.BigIntegerField(null=True)
