"""Talks, what is said in them, and how far each person has read."""

from django.db import models

from tafla.sync.models import IdField, IdsField


class Talk(models.Model):
    """The chat of a card or a board, whose id it has; made by its first message.

    `count` counts messages that are not deleted. `last_at` rises with every message and never falls.
    """

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    card_id = IdField(null=True)
    count = models.IntegerField()
    last_at = models.BigIntegerField()
    last_by = IdField()


class Message(models.Model):
    """What somebody said; Markdown. A deleted one keeps its place and loses its words."""

    id = IdField(primary_key=True)
    subject_id = IdField()
    at = models.BigIntegerField()  # no two of one talk are equal
    by = IdField()
    text = models.TextField()
    reply_to = IdField(null=True)
    edited_at = models.BigIntegerField(null=True)
    deleted_at = models.BigIntegerField(null=True)
    mention_ids = IdsField()
    everyone = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["subject_id", "at", "id"], name="chat_message_order")]


class Reaction(models.Model):
    """One person's emoji on one message. The id is `message.person.key`; the key stands for the emoji."""

    id = IdField(primary_key=True)
    message_id = IdField(db_index=True)
    subject_id = IdField(db_index=True)
    person_id = IdField()
    emoji = models.CharField(max_length=64)


class TalkSeen(models.Model):
    """Up to when a person has read a talk. The id is `person.subject`."""

    id = IdField(primary_key=True)
    person_id = IdField(db_index=True)
    subject_id = IdField()
    board_id = IdField()
    seen_at = models.BigIntegerField()
