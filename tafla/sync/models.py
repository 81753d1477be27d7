"""What the engine itself stores: heads of scopes, the change log, answers, access changes, listeners'
cursors.
"""

from typing import TYPE_CHECKING, Any

from django.db import models

# Django's fields take type parameters for checkers only.
if TYPE_CHECKING:
    _CharField = models.CharField[Any, Any]
    _TextField = models.TextField[Any, Any]
else:
    _CharField, _TextField = models.CharField, models.TextField


class RankField(_CharField):
    """A rank (S11): ASCII, compared bytewise by every database."""

    def __init__(self, **options: Any) -> None:
        # SQLite compares text bytewise already; PostgreSQL needs to be told.
        super().__init__(**{"max_length": 64, **options})

    def db_parameters(self, connection):  # type: ignore[no-untyped-def]
        collation = "C" if connection.vendor == "postgresql" else None
        return {**super().db_parameters(connection), "collation": collation}


class IdField(_CharField):
    """An id (S20): a UUID in text form, or two joined by a dot."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 80, **options})


class IdsField(_TextField):
    """A set of ids, kept as a sorted JSON array; commands change it by adding and taking away."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"default": "[]", **options})


class Scope(models.Model):
    """The head of a scope (S1): where its stream of changes stands.

    `access_rev` counts changes of who may do what; only heads of boards, accounts and persons use it (S10).
    `cut` is the sequence number up to which the wire tail has been cut (S22).
    """

    id = IdField(primary_key=True)
    epoch = models.CharField(max_length=12)
    seq = models.BigIntegerField(default=0)
    access_rev = models.BigIntegerField(default=0)
    cut = models.BigIntegerField(default=0)


class Change(models.Model):
    """One record: what one command changed in one scope. Never edited; content is blanked only by erasure
    (S22).
    """

    pos = models.BigAutoField(primary_key=True)
    # PostgreSQL's transaction id, so that readers by position can stop below the oldest running one (S15).
    xid = models.BigIntegerField(default=0)
    scope = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    command_id = models.CharField(max_length=36)
    person_id = models.CharField(max_length=36, null=True)
    verb = models.CharField(max_length=60)
    at = models.BigIntegerField()
    patches = models.TextField()
    before = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "seq"], name="sync_change_scope_seq")]
        indexes = [models.Index(fields=["command_id"], name="sync_change_command")]


class Answer(models.Model):
    """The answer a command got (S3), kept 90 days, and what undoing it would take."""

    key = models.CharField(primary_key=True, max_length=80)  # person id, a dot, command id
    digest = models.CharField(max_length=32)
    verb = models.CharField(max_length=60)
    # JSON list of [ground, right], the access an undo needs; empty: cannot be undone.
    grounds = models.TextField(default="[]")
    answer = models.TextField()
    at = models.BigIntegerField(db_index=True)


class AccessChange(models.Model):
    """Somebody's access shrank or grew (S10); every process reads these by position."""

    pos = models.BigAutoField(primary_key=True)
    xid = models.BigIntegerField(default=0)
    ground = models.CharField(max_length=80)
    at = models.BigIntegerField()


class Cursor(models.Model):
    """How far a listener has read the change log (S19)."""

    name = models.CharField(primary_key=True, max_length=60)
    xid = models.BigIntegerField(default=0)
    pos = models.BigIntegerField(default=0)


class Job(models.Model):
    """Work of several commands (S23): whose, what, how far. No scope row: its person asks for it."""

    id = IdField(primary_key=True)
    person_id = IdField()
    kind = models.CharField(max_length=40)
    args = models.TextField()
    state = models.CharField(max_length=10)  # running, done, failed, cancelled
    code = models.CharField(max_length=60, default="")  # why it failed
    cursor = models.TextField(default="")
    pending = models.TextField(default="")  # the step about to be sent
    sent = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    total = models.IntegerField()
    at = models.BigIntegerField()
    claimed_until = models.BigIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["state", "claimed_until"], name="sync_job_state"),
            models.Index(fields=["person_id", "at"], name="sync_job_person"),
        ]
