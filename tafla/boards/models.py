"""Boards, their columns, and how each person keeps a board."""

from django.db import models

from tafla.sync.models import IdField, IdsField, RankField


class Board(models.Model):
    """A board. Who may read it stands in accounts.BoardPrivacy."""

    id = IdField(primary_key=True)
    account_id = IdField(db_index=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)  # task, whiteboard
    description = models.TextField(default="")
    wip_mode = models.CharField(max_length=6, default="warn")  # off, warn, block
    numbering = models.BooleanField(default=False)
    use_tags = models.BooleanField(default=True)
    created_at = models.BigIntegerField()
    created_by = IdField()
    next_number = models.IntegerField(default=1)


class Column(models.Model):
    """A list of cards. Every task board ends in one completed and one deleted column."""

    id = IdField(primary_key=True)
    board_id = IdField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)  # normal, completed, deleted
    rank = RankField()
    wip_limit = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["board_id", "rank"], name="boards_column_order")]


class Tag(models.Model):
    """A label that cards of one board may carry."""

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    name = models.CharField(max_length=60)
    hue = models.CharField(max_length=8)


class BoardTemplate(models.Model):
    """A board that an account keeps to start others from. `content` is a template as the gallery's are."""

    id = IdField(primary_key=True)
    account_id = IdField(db_index=True)
    name = models.CharField(max_length=200)
    description = models.TextField(default="")
    content = models.TextField()
    at = models.BigIntegerField()
    by = IdField()


class BoardPref(models.Model):
    """How one person keeps one board. The id is `person.board`."""

    id = IdField(primary_key=True)
    person_id = IdField(db_index=True)
    board_id = IdField()
    favourite = models.BooleanField(default=False)
    zoom = models.CharField(max_length=8, default="cards")  # cards, lines
    hidden_column_ids = IdsField()
    opened_at = models.BigIntegerField(null=True)
