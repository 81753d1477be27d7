"""Reading an exported board back (docs/topics/exchange.md): uploaded, unpacked into slices of ready commands
by a process of its own, then done by the job `board.import`.
"""

import re
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from tafla.accounts.queries import account_of
from tafla.core.clock import now_ms
from tafla.core.fields import Id
from tafla.core.ids import derive_id
from tafla.core.refusals import Refusal
from tafla.core.settings import load
from tafla.core.text import BoardName
from tafla.files import staging, uploads
from tafla.files.models import Upload
from tafla.files.store import PIECE_BYTES
from tafla.sync.db import Db, current
from tafla.sync.jobs import KINDS, Kind, Step
from tafla.sync.models import Job
from tafla.sync.verbs import Args

KEPT_MS = 24 * 3_600_000
_SAFE = re.compile(r"[0-9a-f-]{36}")


def folder_of(board_id: str) -> Path:
    """Where an import waits: `board.zip`, `owner`, `slices/`."""
    if not _SAFE.fullmatch(board_id):
        raise Refusal("not_found")
    return load().data_dir / "imports" / board_id


def owner_of(board_id: str) -> str | None:
    """Who has uploaded this import; None when there is none."""
    with suppress(FileNotFoundError):
        return (folder_of(board_id) / "owner").read_text()
    return None


def forget(board_id: str) -> None:
    """Delete what was uploaded and unpacked."""
    shutil.rmtree(folder_of(board_id), ignore_errors=True)


def tidy() -> None:
    """Delete imports nobody has gone on with for a day."""
    for folder in (load().data_dir / "imports").glob("*"):
        if folder.stat().st_mtime * 1000 < now_ms() - KEPT_MS:
            shutil.rmtree(folder, ignore_errors=True)


class ImportBoard(Args):
    """board_id: the new board's, which the upload was named by."""

    board_id: Id
    account_id: Id
    name: BoardName


def begin(_db: Db, person_id: str, args: ImportBoard) -> int:
    """How many commands it takes. Raises Refusal import_gone."""
    if owner_of(args.board_id) != person_id:
        raise Refusal("import_gone")
    return sum(1 for _ in (folder_of(args.board_id) / "slices").iterdir())


def step(db: Db, job: Job, args: ImportBoard, cursor: int | None) -> Step | None:
    """The next slice; bytes of files are taken into the store on the way."""
    at = cursor or 0
    path = folder_of(args.board_id) / "slices" / f"{at:06}.json"
    if not path.exists():
        forget(args.board_id)
        return None
    piece: dict[str, Any] = orjson.loads(path.read_bytes())
    told: dict[str, Any] = piece["args"]
    if at == 0:
        told |= {"account_id": args.account_id, "name": args.name}
    if "path" in piece:
        told |= {"upload_id": _take_in(db, job.person_id, args.board_id, piece)}
    return Step(piece["verb"], told, at + 1, at + 1)


def _take_in(db: Db, person_id: str, board_id: str, piece: dict[str, Any]) -> str:
    """Move a file of the zip into the store, as if it had been uploaded; the upload's id."""
    told = piece["args"]
    upload_id = derive_id(board_id, f"upload {piece['path']}")
    if not Upload.objects.filter(id=upload_id).exists():
        # A small zip may hold more than the disk does.
        uploads.check_room(db, account_of(db, board_id), piece["size"])
    upload, is_new = Upload.objects.get_or_create(
        id=upload_id,
        defaults={
            "person_id": person_id,
            "board_id": board_id,
            "subject_id": told.get("card_id") or board_id,
            "file_id": derive_id(board_id, f"file {piece['path']}"),
            "name": told["name"],
            "size": piece["size"],
            "state": "open",
            "touched_at": now_ms(),
        },
    )
    if upload.state == "stored" or (not is_new and uploads.was_stored(db, upload)):
        return upload_id
    sink = staging.Sink(upload_id)
    try:
        sink.go_on(0)
        with (
            zipfile.ZipFile(folder_of(board_id) / "board.zip") as archive,
            archive.open(piece["path"]) as source,
        ):
            while data := source.read(PIECE_BYTES):
                sink.write(data)
        sink.save()
        file = uploads.begin_storing(db, upload, sink)
        uploads.move_in(file, upload_id)
        sink.is_done = True
    finally:
        sink.close()
    uploads.end_storing(current(), upload)
    return upload_id


KINDS["board.import"] = Kind(ImportBoard, begin, step)
