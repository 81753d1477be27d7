"""Bytes that nobody needs any more: uploads given up, files that nothing names. For the work process, hourly.

A removed file is kept for some weeks, because undo brings it back. What was deleted for ever, with its card
or board, and what was uploaded and never attached, goes at once.
"""

import logging
from contextlib import suppress

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from tafla.core.clock import now_ms
from tafla.core.settings import load
from tafla.files import staging
from tafla.files.models import AttachmentVersion, Finding, Shelf, StoredFile, Upload
from tafla.files.store import THUMB, files_folder, the_store
from tafla.files.uploads import KEPT_MS

log = logging.getLogger(__name__)

SLICE = 500
DAY_MS = 24 * 3_600_000

_NAMED = Exists(AttachmentVersion.objects.filter(file_id=OuterRef("id")))
_UPLOADED = Exists(Upload.objects.filter(file_id=OuterRef("id")))
_SHELVED = Exists(Shelf.objects.filter(id=OuterRef("subject_id")))


def tidy() -> None:
    """All of it, in slices. A store that is away is tried again the next time."""
    try:
        drop_stale_uploads()
        drop_strays()
        drop_findings()
        note_unnamed()
        while delete_some():
            pass
    except OSError as error:
        log.warning("Could not tidy files: %s", error)


def drop_stale_uploads() -> None:
    """Uploads that nobody has touched for a day; stored ones are files of their own by now."""
    stale = Upload.objects.filter(touched_at__lt=now_ms() - KEPT_MS)
    for upload in stale.iterator(chunk_size=SLICE):
        if upload.state == "storing":
            StoredFile.objects.filter(id=upload.file_id, state="storing").update(state="deleting")
        Upload.objects.filter(id=upload.id).delete()
        staging.discard(upload.id)


def drop_strays() -> None:
    """Bytes whose upload is gone."""
    folder = files_folder() / "incoming"
    for path in folder.iterdir() if folder.is_dir() else ():
        with suppress(FileNotFoundError):
            is_old = path.stat().st_mtime * 1000 < now_ms() - KEPT_MS
            if is_old and not Upload.objects.filter(id=path.name).exists():
                path.unlink()


def drop_findings() -> None:
    """What was found out about links has been taken over by now."""
    is_stored = Exists(StoredFile.objects.filter(id=OuterRef("id")))
    Finding.objects.filter(~is_stored, at__lt=now_ms() - DAY_MS).delete()


def note_unnamed() -> None:
    """Since when nothing names a file; and where it is named, when that is elsewhere by now."""
    stored = StoredFile.objects.filter(state="stored")
    _change(stored.filter(_NAMED, unnamed_at__isnull=False), unnamed_at=None)
    _change(stored.filter(~_NAMED, unnamed_at__isnull=True), unnamed_at=now_ms())
    naming = AttachmentVersion.objects.filter(file_id=OuterRef("id")).values("subject_id")[:1]
    _change(stored.filter(_NAMED, ~_SHELVED), subject_id=Subquery(naming))
    there = Shelf.objects.filter(id=OuterRef("subject_id")).values("board_id")[:1]
    moved = stored.annotate(there=Subquery(there)).exclude(there=F("board_id")).filter(there__isnull=False)
    _change(moved, board_id=Subquery(there))


def _change(files: "QuerySet[StoredFile]", **fields: object) -> None:
    """In slices that were read before, so that the writer is never held while many are looked through."""
    ids = list(files.values_list("id", flat=True))
    for at in range(0, len(ids), SLICE):
        StoredFile.objects.filter(id__in=ids[at : at + SLICE]).update(**fields)


def _useless() -> "QuerySet[StoredFile]":
    kept_since = now_ms() - load().files_kept_days * DAY_MS
    had_its_time = Q(unnamed_at__lt=kept_since) | ~_SHELVED
    unnamed = StoredFile.objects.filter(~_NAMED, ~_UPLOADED, state="stored", unnamed_at__isnull=False)
    return unnamed.filter(had_its_time)


def delete_some() -> bool:
    """Delete a slice of what is useless; whether there may be more. Raises OSError."""
    for file_id in list(_useless().values_list("id", flat=True)[:SLICE]):
        _condemn(file_id)
    condemned = list(StoredFile.objects.filter(state="deleting")[:SLICE])
    for file in condemned:
        the_store().delete(file.key)
        the_store().delete(file.key + THUMB)
        Finding.objects.filter(id=file.id).delete()
        StoredFile.objects.filter(id=file.id).delete()
    return len(condemned) == SLICE


def _condemn(file_id: str) -> None:
    """From here on nothing can name it. A command that is about to holds its lock until it is named."""
    with transaction.atomic():
        StoredFile.objects.select_for_update().filter(id=file_id).first()
        StoredFile.objects.filter(~_NAMED, id=file_id).update(state="deleting")
