"""A board as a zip that can be read back: `board.json` and every version of every file.

The format is told in docs/topics/exchange.md.
"""

import logging
import shutil
import time
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Any, BinaryIO

import orjson

from tafla.core.clock import now_ms
from tafla.core.settings import load
from tafla.exchange.reading import Board, attachments, cards, dependencies, messages
from tafla.files.kinds import shrinks
from tafla.files.names import clean_name
from tafla.files.store import PIECE_BYTES, Store
from tafla.sync.db import Db
from tafla.sync.tables import Row

log = logging.getLogger(__name__)

FORMAT = "tafla-board"
VERSION = 1
# From here on an entry needs the long form of its sizes.
LONG_BYTES = 2**31


def write_rows(board: Board, file: BinaryIO) -> None:
    """Write `board.json`."""
    wish = board.wish
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now_ms(),
        "site": load().site,
        "with_chat": wish.with_chat,
        "with_files": wish.with_files,
        "board": board.row,
        "columns": board.columns,
        "tags": list(board.tags.values()),
        "people": board.names,
    }
    file.write(orjson.dumps(head)[:-1])
    _write_list(file, "cards", _cards(board))
    _write_list(file, "dependencies", dependencies(board))
    _write_list(file, "messages", messages(board))
    _write_list(file, "attachments", (_placed(row) for row in attachments(board)))
    file.write(b"\n}\n")


def _cards(board: Board) -> Iterator[Row]:
    for card in cards(board):
        yield {**card.row, "details": card.details, "items": card.items}


def _placed(attachment: Row) -> Row:
    versions = [
        {**row, "path": path_of(row["attachment_id"], row["number"], row["name"])}
        for row in attachment["versions"]
    ]
    return {**attachment, "versions": versions}


def path_of(attachment_id: str, number: int, name: str) -> str:
    """Where a version lies in the zip."""
    return f"files/{attachment_id}/{number}/{clean_name(name)}"


def _write_list(file: BinaryIO, name: str, rows: Iterable[Row]) -> None:
    file.write(f',\n"{name}":['.encode())
    for at, row in enumerate(rows):
        file.write((b",\n" if at else b"\n") + orjson.dumps(row))
    file.write(b"]")


def stored_files(db: Db, board_id: str) -> list[tuple[Any, ...]]:
    """(path's three parts, key, size, type, time) of every version of every file of a board."""
    return db.query(
        "SELECT v.attachment_id, v.number, v.name, f.key, f.size, f.type, v.at FROM files_shelf s "
        "JOIN files_attachmentversion v ON v.subject_id = s.id JOIN files_storedfile f ON f.id = v.file_id "
        "WHERE s.board_id = ? AND f.state = 'stored' ORDER BY v.attachment_id, v.number",
        (board_id,),
    )


def pack(rows: IO[bytes], files: list[tuple[Any, ...]], store: Store, out: Any) -> None:
    """Write the zip, each part as it comes. Raises OSError when the store is away."""
    with zipfile.ZipFile(out, "w") as archive:
        entry = _entry("board.json", now_ms(), zipfile.ZIP_DEFLATED)
        with archive.open(entry, "w", force_zip64=True) as target:
            shutil.copyfileobj(rows, target, PIECE_BYTES)
        for *place, key, size, kind, at in files:
            pieces = store.read(key, 0, size)
            try:
                first = next(pieces, b"")
            except FileNotFoundError:
                log.error("a file is missing in the store: %s", key)
                continue
            entry = _entry(path_of(*place), at, zipfile.ZIP_DEFLATED if shrinks(kind) else zipfile.ZIP_STORED)
            with archive.open(entry, "w", force_zip64=size >= LONG_BYTES) as target:
                target.write(first)
                for piece in pieces:
                    target.write(piece)


def _entry(name: str, at: int, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time.gmtime(at / 1000)[:6])
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    return entry
