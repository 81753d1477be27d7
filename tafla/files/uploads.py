"""Uploads as rows: begun, followed, finished, given up. The bytes themselves are staging.py's."""

import shutil
from typing import Annotated, Any

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from pydantic import Field

from tafla.accounts.queries import account_of
from tafla.core.clock import now_ms
from tafla.core.fields import Id
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.core.settings import load
from tafla.files import hooks, staging
from tafla.files.kinds import HEAD_BYTES, media_type
from tafla.files.models import StoredFile, Upload
from tafla.files.names import FileName
from tafla.files.rules import OnSubject, subject_of
from tafla.files.store import files_folder, key_of, the_store
from tafla.sync.db import Db
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader, access_ground, ground_of

KEPT_MS = 24 * 3_600_000
# One that has been quiet for this long does not count against its person's limit.
QUIET_MS = 10 * 60_000
# So much of the disk stays free for the database.
RESERVE_BYTES = 512 * 1024 * 1024


class NewUpload(OnSubject):
    upload_id: Id
    name: FileName
    size: Annotated[int, Field(ge=0, strict=True)]


def begin(db: Db, gate: Gate, person_id: str, asked: NewUpload) -> tuple[Upload, bool]:
    """(an upload that this person may send, whether it is new). Raises Refusal."""
    subject_id = subject_of(asked)
    _check_size(asked.size)
    kind = "card" if asked.card_id else "board"
    ground = ground_of(db, f"{kind}:{subject_id}")[0]
    access_ground(db, gate, Reader(person_id), ground, "write")
    known = Upload.objects.filter(id=asked.upload_id).first()
    if known is None:
        board_id = ground.split(":")[1]
        _check_limits(db, person_id, account_of(db, board_id), asked.size)
        return _create(person_id, board_id, asked)
    if (known.person_id, known.subject_id, known.size) != (person_id, subject_id, asked.size):
        raise Refusal("id_taken")
    return known, False


def _create(person_id: str, board_id: str, asked: NewUpload) -> tuple[Upload, bool]:
    facts: dict[str, Any] = {
        "subject_id": subject_of(asked),
        "name": asked.name,
        "size": asked.size,
        "state": "open",
    }
    facts |= {"person_id": person_id, "board_id": board_id, "file_id": new_id(), "touched_at": now_ms()}
    try:
        return Upload.objects.create(id=asked.upload_id, **facts), True
    except IntegrityError:  # the same request came twice at once
        raise Refusal("upload_busy") from None


def _check_size(size: int) -> None:
    if size == 0:
        raise Refusal("file_empty")
    if size > load().max_file_size:
        raise Refusal("file_too_large", limit=int(load().max_file_size))


def _check_limits(db: Db, person_id: str, account_id: str, size: int) -> None:
    mine = Upload.objects.filter(state="open", person_id=person_id, touched_at__gt=now_ms() - QUIET_MS)
    if mine.count() >= load().uploads_per_person:
        raise Refusal("too_many_uploads", limit=load().uploads_per_person)
    check_room(db, account_id, size)


def check_room(db: Db, account_id: str, size: int) -> None:
    """Raises Refusal where the account or the disk has no room for so many bytes more."""
    for check in hooks.check_quota:
        check(db, account_id, size)
    files_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    under_way = Upload.objects.filter(state="open")
    promised = under_way.aggregate(left=Sum(F("size") - F("offset")))["left"] or 0
    if shutil.disk_usage(files_folder()).free - promised - size < RESERVE_BYTES:
        raise Refusal("storage_full")


def find(db: Db, person_id: str, upload_id: str) -> Upload:
    """One's own upload. Raises Refusal not_found."""
    found = Upload.objects.filter(id=upload_id, person_id=person_id).first()
    if found is None:
        raise Refusal("not_found")
    return found


def saved(db: Db, upload: Upload, offset: int) -> None:
    """So much of it lies on disk. Raises Refusal not_found when it was given up meanwhile."""
    touched = now_ms()
    if not Upload.objects.filter(id=upload.id).update(offset=offset, touched_at=touched):
        raise Refusal("not_found")
    upload.offset, upload.touched_at = offset, touched


def give_up(db: Db, person_id: str, upload_id: str) -> None:
    """Delete an upload that is not stored yet, and what came of it. Raises Refusal not_found."""
    upload = find(db, person_id, upload_id)
    if upload.state != "stored":
        Upload.objects.filter(id=upload.id).delete()
        staging.discard(upload.id)


def begin_storing(db: Db, upload: Upload, sink: staging.Sink) -> StoredFile:
    """All bytes are there: say what they are, before they move."""
    facts = {"sha256": sink.digest(), "type": media_type(sink.head(HEAD_BYTES), upload.name)}
    places = {
        "board_id": upload.board_id,
        "subject_id": upload.subject_id,
        "key": key_of(upload.file_id),
        "size": upload.size,
        "at": now_ms(),
    }
    with transaction.atomic():
        saved(db, upload, upload.size)
        Upload.objects.filter(id=upload.id).update(state="storing")
        file, _ = StoredFile.objects.update_or_create(
            id=upload.file_id, defaults={**facts, **places, "state": "storing"}
        )
    return file


def move_in(file: StoredFile, upload_id: str) -> None:
    """Hand the bytes to the store. Raises OSError."""
    the_store().put(file.key, staging.path_of(upload_id))


def end_storing(db: Db, upload: Upload) -> None:
    """The store has them."""
    with transaction.atomic():
        StoredFile.objects.filter(id=upload.file_id).update(state="stored")
        Upload.objects.filter(id=upload.id).update(state="stored", touched_at=now_ms())
    upload.state = "stored"


def was_stored(db: Db, upload: Upload) -> bool:
    """Whether the store had them already when a restart broke off the storing."""
    is_moved = not staging.path_of(upload.id).exists()
    if is_moved and the_store().size(key_of(upload.file_id)) == upload.size:
        end_storing(db, upload)
    return upload.state == "stored"


def told(db: Db, upload: Upload) -> dict[str, Any]:
    """An upload as its sender sees it."""
    kind = ""
    if upload.state == "stored":
        kind = StoredFile.objects.values_list("type", flat=True).filter(id=upload.file_id).first() or ""
    return {
        "upload_id": upload.id,
        "name": upload.name,
        "size": upload.size,
        "offset": upload.offset,
        "state": upload.state,
        "type": kind,
        "expires_at": upload.touched_at + KEPT_MS,
    }
