"""Zips made while they are sent: nothing is gathered in memory or on disk but the list of names."""

import time
import zipfile
from collections.abc import Iterator, Sequence

from tafla.files.access import Readable
from tafla.files.kinds import shrinks
from tafla.files.names import ending_of
from tafla.files.store import PIECE_BYTES, Store

# From here on an entry needs the long form of its sizes.
LONG_BYTES = 2**31


class _Out:
    """What the zip writer has written since it was last asked."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        self.parts.append(bytes(data))
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """Nothing was opened."""

    def take(self) -> bytes:
        whole, self.parts, self.size = b"".join(self.parts), [], 0
        return whole


def zipped(store: Store, files: Sequence[Readable]) -> Iterator[bytes]:
    """A zip of these files, piece by piece."""
    out = _Out()
    with zipfile.ZipFile(out, "w") as archive:
        for file, name in zip(files, unique_names([file.name for file in files]), strict=True):
            entry = zipfile.ZipInfo(name, time.gmtime(file.at / 1000)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED if shrinks(file.type) else zipfile.ZIP_STORED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=file.size >= LONG_BYTES) as target:
                for piece in store.read(file.key, 0, file.size):
                    target.write(piece)
                    if out.size >= PIECE_BYTES:
                        yield out.take()
    yield out.take()


def unique_names(names: Sequence[str]) -> list[str]:
    """The names, told apart where two are the same for some file system."""
    taken: set[str] = set()
    unique = []
    for name in names:
        ending = ending_of(name)
        stem, fresh, number = name.removesuffix(ending), name, 1
        while fresh.casefold() in taken:
            number += 1
            fresh = f"{stem} ({number}){ending}"
        taken.add(fresh.casefold())
        unique.append(fresh)
    return unique
