"""Attachments and their files.

Shelves, attachments and versions are rows of scopes: only commands change them. Stored files, findings and
uploads are rows that no client holds; which file still counts is told by the versions that name it.
"""

from django.db import models

from tafla.sync.models import IdField, RankField


class Shelf(models.Model):
    """What hangs on one card or board, its subject. The id is the subject's."""

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    card_id = IdField(null=True)
    count = models.IntegerField(default=0)


class Attachment(models.Model):
    """A file with all its versions, or a link. Type and size are those of the newest version."""

    id = IdField(primary_key=True)
    subject_id = IdField()
    rank = RankField()
    kind = models.CharField(max_length=4)  # file, link
    name = models.CharField(max_length=255)
    type = models.CharField(max_length=100, default="")
    size = models.BigIntegerField(default=0)
    version = models.IntegerField(default=0)
    url = models.CharField(max_length=2000, null=True)
    title = models.CharField(max_length=300, null=True)
    by = IdField()
    at = models.BigIntegerField()
    updated_by = IdField()
    updated_at = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["subject_id", "rank", "id"], name="files_attachment_order")]


class AttachmentVersion(models.Model):
    """One version of a file. The id is `attachment.number`."""

    id = IdField(primary_key=True)
    attachment_id = IdField(db_index=True)
    subject_id = IdField(db_index=True)
    number = models.IntegerField()
    name = models.CharField(max_length=255)
    type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    preview = models.CharField(max_length=5, default="none")  # none, image, pdf, text, audio, video
    width = models.IntegerField(null=True)
    height = models.IntegerField(null=True)
    by = IdField()
    at = models.BigIntegerField()
    file_id = IdField(db_index=True)


class StoredFile(models.Model):
    """Bytes in the store. `board_id`, `subject_id`: where they are named, or were first; the board leads to
    the account. `unnamed_at`: since when no version names them.
    """

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    subject_id = IdField()
    key = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    type = models.CharField(max_length=100)
    state = models.CharField(max_length=8)  # storing, stored, deleting
    at = models.BigIntegerField()
    unnamed_at = models.BigIntegerField(null=True, db_index=True)


class Finding(models.Model):
    """What was found out later about a stored file (preview, pixels) or a link (title). The id is the stored
    file's or the attachment's.
    """

    id = IdField(primary_key=True)
    preview = models.CharField(max_length=5, default="none")
    width = models.IntegerField(null=True)
    height = models.IntegerField(null=True)
    title = models.CharField(max_length=300, null=True)
    at = models.BigIntegerField()


class Upload(models.Model):
    """A file on its way here. The id is the client's; `offset` is how much of it lies safely on disk."""

    id = IdField(primary_key=True)
    person_id = IdField(db_index=True)
    board_id = IdField()
    subject_id = IdField()
    file_id = IdField()
    name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    offset = models.BigIntegerField(default=0)
    state = models.CharField(max_length=8)  # open, storing, stored
    touched_at = models.BigIntegerField(db_index=True)
