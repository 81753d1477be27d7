"""Cards and their details."""

from django.db import models
from django.db.models import Q

from tafla.cards.nearest import nearest_due
from tafla.sync.models import IdField, IdsField, RankField

# Statuses that wait for somebody.
WAITING = ("blocked", "needs_review", "needs_rework", "on_hold")
_OPEN = Q(completed_at__isnull=True, deleted_at__isnull=True)


class Card(models.Model):
    """One task, as it shows on the board's face.

    A due date is a date, a time of day or none, and the zone it was set in; `due_at` is the instant derived
    from them (a bare date: the end of that day there).
    """

    id = IdField(primary_key=True)
    board_id = IdField()
    column_id = IdField()
    rank = RankField()
    number = models.IntegerField()
    title = models.CharField(max_length=500)
    status = models.CharField(max_length=12, default="normal")
    priority = models.CharField(max_length=8, default="normal")
    due_on = models.CharField(max_length=10, null=True)
    due_time = models.CharField(max_length=5, null=True)
    due_zone = models.CharField(max_length=64, null=True)
    due_at = models.BigIntegerField(null=True)
    start_on = models.CharField(max_length=10, null=True)
    assignee_ids = IdsField()
    tag_ids = IdsField()
    checklist_done = models.IntegerField(default=0)
    checklist_total = models.IntegerField(default=0)
    checklist_due_at = models.BigIntegerField(null=True)  # the nearest of its open items
    completed_at = models.BigIntegerField(null=True)
    completed_by = IdField(null=True)
    created_at = models.BigIntegerField()
    created_by = IdField()
    deleted_at = models.BigIntegerField(null=True)
    deleted_by = IdField(null=True)
    deleted_from = IdField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["board_id"], name="cards_card_board"),
            models.Index(fields=["column_id", "rank", "id"], name="cards_card_order"),
            # What views over all boards go along; a card that is not so costs nothing. With what decides of
            # most cards, so that few are fetched. Where two of a width would do, SQLite takes the later one.
            models.Index(nearest_due(), "id", "board_id", "priority", condition=_OPEN, name="cards_card_due"),
            *(
                models.Index(
                    nearest_due(), "id", "board_id", condition=_OPEN & is_so, name=f"cards_card_{name}"
                )
                for name, is_so in (
                    *((status, Q(status=status)) for status in WAITING),
                    ("critical", Q(priority="critical")),
                )
            ),
            models.Index(
                fields=["due_on", "id"],
                condition=Q(due_on__isnull=False, deleted_at__isnull=True),
                name="cards_card_day",
            ),
            models.Index(
                fields=["completed_at", "id", "board_id"],
                condition=Q(completed_at__isnull=False, deleted_at__isnull=True),
                name="cards_card_done",
            ),
        ]


class CardAssignee(models.Model):
    """Who has a card: one row for each id in `Card.assignee_ids`, written with it (`Table.lists`)."""

    value = IdField()
    row_id = IdField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["value", "row_id"], name="cards_assignee_cards")]


class CardTag(models.Model):
    """Which cards have a tag, as `CardAssignee` for `Card.tag_ids`."""

    value = IdField()
    row_id = IdField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["value", "row_id"], name="cards_tag_cards")]


class ChecklistItem(models.Model):
    """One step of a card, with people and a due date of its own. Cards count their items."""

    id = IdField(primary_key=True)
    card_id = IdField()
    rank = RankField()
    text = models.CharField(max_length=500)
    done = models.BooleanField(default=False)
    due_on = models.CharField(max_length=10, null=True)
    due_time = models.CharField(max_length=5, null=True)
    due_zone = models.CharField(max_length=64, null=True)
    due_at = models.BigIntegerField(null=True)
    assignee_ids = IdsField()
    created_at = models.BigIntegerField()
    created_by = IdField()

    class Meta:
        indexes = [models.Index(fields=["card_id", "rank", "id"], name="cards_item_order")]


class Dependency(models.Model):
    """That one card blocks another: two rows, one for each of the two, on its own board. The id is
    `card.other`; `kind` says what the card is to the other.
    """

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    card_id = IdField(db_index=True)
    kind = models.CharField(max_length=10)  # blocks, blocked_by
    other_id = IdField(db_index=True)
    other_board_id = IdField()
    at = models.BigIntegerField()
    by = IdField()


class CardText(models.Model):
    """A card's details. The id is the card's; `version` counts saves (S12)."""

    id = IdField(primary_key=True)
    details = models.TextField(default="")
    version = models.IntegerField(default=0)


class CardTextVersion(models.Model):
    """An earlier state of details, kept so that a stale save can be merged (S12). The id is `card.version`;
    clients do not get it.
    """

    id = IdField(primary_key=True)
    card_id = IdField(db_index=True)
    details = models.TextField()
    at = models.BigIntegerField()
    by = IdField()
