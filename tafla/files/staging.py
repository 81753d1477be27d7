"""Bytes on their way here: one file an upload, written where the last request stopped, hashed as they come.

Only whoever holds the file's lock writes, also between processes. What a request wrote counts up to the last
`save`: the next one begins there, and cuts off what lies behind it.
"""

import errno
import fcntl
import hashlib
import os
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import Any

from tafla.files.store import files_folder

MOST_KEPT = 500
_PIECE = 1024 * 1024
# upload -> (how much of it has been hashed, the hash): resuming need not read what was written here.
_hashes: "OrderedDict[str, tuple[int, Any]]" = OrderedDict()


def path_of(upload_id: str) -> Path:
    """Where an upload's bytes gather."""
    return files_folder() / "incoming" / upload_id


class Sink:
    """An upload's file, this request's alone."""

    def __init__(self, upload_id: str) -> None:
        """Raises BlockingIOError while another request holds it, and OSError."""
        self.upload_id = upload_id
        self.offset = 0
        self.is_done = False
        self._hash: Any = None
        path = path_of(upload_id)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException:
            os.close(self.handle)
            raise

    def go_on(self, offset: int) -> None:
        """Drop what lies behind `offset`, and write from there. Only the holder knows what counts."""
        self._hash = self._hashed(offset)
        self.offset = offset

    def _hashed(self, offset: int) -> Any:
        size = os.fstat(self.handle).st_size
        if size < offset:
            # The disk lost what it had promised to keep.
            raise OSError(errno.EIO, "an upload is shorter than it was")
        if size > offset:
            os.ftruncate(self.handle, offset)
        known, found = _hashes.pop(self.upload_id, (-1, None))
        if known == offset:
            return found
        found = hashlib.sha256()
        for at in range(0, offset, _PIECE):
            found.update(os.pread(self.handle, min(_PIECE, offset - at), at))
        return found

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises OSError, of ENOSPC when the disk is full."""
        view = memoryview(data)
        while view:
            view = view[os.pwrite(self.handle, view, self.offset + len(data) - len(view)) :]
        self._hash.update(data)
        self.offset += len(data)

    def save(self) -> int:
        """How much lies safely on disk now."""
        os.fdatasync(self.handle)
        return self.offset

    def digest(self) -> str:
        return str(self._hash.hexdigest())

    def head(self, size: int) -> bytes:
        return os.pread(self.handle, size, 0)

    def close(self) -> None:
        """Let others write."""
        if self._hash and not self.is_done:
            _hashes[self.upload_id] = (self.offset, self._hash)
            while len(_hashes) > MOST_KEPT:
                _hashes.popitem(last=False)
        os.close(self.handle)


def discard(upload_id: str) -> None:
    """Delete what has come of an upload."""
    _hashes.pop(upload_id, None)
    with suppress(FileNotFoundError):
        path_of(upload_id).unlink()
