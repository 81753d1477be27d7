"""Where the bytes of files lie: a folder of this machine, or any S3-compatible store.

Keys are made here of random ids; nothing a person typed is ever part of one. All calls block, so doors make
them in threads. Whatever goes wrong is an OSError; what is not there, a FileNotFoundError.
"""

import functools
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tafla.core.settings import load

PIECE_BYTES = 256 * 1024
THUMB = ".thumb"


class Store(Protocol):
    """What this room asks of a store."""

    def put(self, key: str, source: Path) -> None:
        """Take a file in, whole or not at all; it is gone from `source` afterwards."""

    def size(self, key: str) -> int | None:
        """How many bytes it holds, None when there is none."""

    def read(self, key: str, start: int, end: int) -> Iterator[bytes]:
        """The bytes from `start` up to `end`, in pieces."""

    def at(self, key: str) -> AbstractContextManager[Path]:
        """A path at which the whole file can be read for a while."""

    def delete(self, key: str) -> None:
        """Forget it; what is not there is forgotten already."""


def key_of(file_id: str) -> str:
    """The key of a stored file: two levels of folders, so that none grows too long to list."""
    return f"{file_id[-2:]}/{file_id[-4:-2]}/{file_id}"


def files_folder() -> Path:
    """The folder of files in the data folder: stored ones, and `incoming` for those on their way."""
    return load().data_dir / "files"


@functools.cache
def the_store() -> Store:
    """The store that the settings name."""
    if load().s3_bucket:
        # Only where it is used: the disk needs none of its library.
        return cast("Store", import_module("tafla.files.s3").from_settings(load()))
    return DiskStore(files_folder())


class DiskStore:
    """A folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, key: str, source: Path) -> None:
        target = self.root / key
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sync(source)
        source.replace(target)
        for folder in (target.parent, target.parent.parent, self.root):
            _sync(folder)

    def size(self, key: str) -> int | None:
        with suppress(FileNotFoundError):
            return (self.root / key).stat().st_size
        return None

    def read(self, key: str, start: int, end: int) -> Iterator[bytes]:
        with (self.root / key).open("rb", buffering=0) as file:
            file.seek(start)
            while start < end and (piece := file.read(min(PIECE_BYTES, end - start))):
                start += len(piece)
                yield piece

    def at(self, key: str) -> AbstractContextManager[Path]:
        return nullcontext(self.root / key)

    def delete(self, key: str) -> None:
        (self.root / key).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
