"""What is new on cards and boards, made from the log by listeners.py, and what each person has seen of it."""

from django.db import models

from tafla.sync.models import IdField


class News(models.Model):
    """The newest change of one aspect of a card or a board, its subject (docs/topics/marks.md).

    `at` and `by` are the newest change's, `other_at` and `other_by` the newest one's that is not by `by`:
    together they tell everybody the newest change that is not their own. 0 and "" where there is none; "" is
    nobody, too. `board_id` is where the subject stands, some time after it went there.
    """

    id = models.BigAutoField(primary_key=True)
    subject_id = IdField()
    board_id = IdField()
    aspect = models.CharField(max_length=10)
    at = models.BigIntegerField()
    by = IdField(default="")
    other_at = models.BigIntegerField(default=0)
    other_by = IdField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_id", "aspect"], name="marks_news_once")]
        indexes = [
            models.Index(fields=["board_id", "at"], name="marks_news_board"),
            models.Index(fields=["at"], name="marks_news_newest"),
        ]


class CardSeen(models.Model):
    """Up to when a person has seen a card's tabs (0: never). The id is `person.card`; `at` is when they last
    saw one. How far they have read its chat is chat.TalkSeen's.
    """

    id = IdField(primary_key=True)
    person_id = IdField()
    card_id = IdField(db_index=True)
    at = models.BigIntegerField()
    details_at = models.BigIntegerField(default=0)
    checklist_at = models.BigIntegerField(default=0)
    files_at = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["person_id", "at", "id"], name="marks_card_seen_newest")]


class BoardSeen(models.Model):
    """Up to when a person has marked a board as read, or all of them, and seen its own attachments (0:
    never). The id is `person.board`; of all boards `person.all`.
    """

    id = IdField(primary_key=True)
    person_id = IdField(db_index=True)
    board_id = IdField(db_index=True)
    seen_at = models.BigIntegerField(default=0)
    files_at = models.BigIntegerField(default=0)
