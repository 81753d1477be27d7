"""Snapshots: a scope at one sequence number, encoded and compressed once, kept while the log's tail is short.

An answer may be older than the head: the socket sends what came after. So one change never makes a thousand
openings rebuild it.
"""

import asyncio
import gzip
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import brotli
import zstandard

from tafla.core.refusals import Refusal
from tafla.doors.house import House
from tafla.doors.lean import Receive, Scope, Send, header, refuse, send_bytes
from tafla.doors.readers import reader_of
from tafla.sync import reading, snapshot
from tafla.sync.reading import Head, Reader

# Changes the socket may have to send after a kept snapshot.
LONGEST_TAIL = 500
MOST_KEPT_BYTES = 64 * 1024 * 1024

_PACK = {
    "zstd": lambda body: zstandard.ZstdCompressor(level=3).compress(body),
    "br": lambda body: brotli.compress(body, quality=4),
    "gzip": lambda body: gzip.compress(body, 6),
    "identity": lambda body: body,
}


@dataclass
class Kept:
    """A snapshot in memory, in the encodings asked for so far."""

    head: Head
    body: bytes
    packed: dict[str, bytes] = field(default_factory=dict)

    def size(self) -> int:
        """Bytes it takes."""
        return len(self.body) + sum(len(packed) for packed in self.packed.values())


class Snapshots:
    """The kept snapshots of this process, least used first out."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    async def get(self, reader: Reader, scope: str, part: str, encoding: str) -> tuple[Head, bytes]:
        """(head, packed bytes) of a scope. Raises Refusal when this reader may not read it."""
        head = await self.house.in_thread(_look, self.house, reader, scope)
        seen = self.kept.get((scope, part))
        kept = self._fresh((scope, part), head)
        if kept is None or encoding not in kept.packed:
            lock = self._locks.setdefault((scope, part), asyncio.Lock())
            async with lock:
                if kept is None:
                    # Of a thousand who come at once the first builds; the others take what was built while
                    # they waited, though it is newer than the head they saw.
                    kept = self.kept.get((scope, part))
                    if kept is None or kept is seen:
                        kept = await self._build(scope, part)
                if encoding not in kept.packed:
                    kept.packed[encoding] = await asyncio.to_thread(_PACK[encoding], kept.body)
            if not lock.locked():
                self._locks.pop((scope, part), None)
        return kept.head, kept.packed[encoding]

    def _fresh(self, key: tuple[str, str], head: Head) -> Kept | None:
        kept = self.kept.get(key)
        # What reads names of people beside rows is not numbered, and so is not kept.
        if kept is None or kept.head.epoch != head.epoch or key[0].split(":")[0] in snapshot.EXTRAS:
            return None
        if not head.cut <= kept.head.seq <= head.seq or head.seq - kept.head.seq > LONGEST_TAIL:
            return None
        self.kept.move_to_end(key)
        return kept

    async def _build(self, scope: str, part: str) -> Kept:
        head, body = await self.house.in_thread(snapshot.read_snapshot, scope, part)
        kept = self.kept[scope, part] = Kept(head, body)
        while sum(one.size() for one in self.kept.values()) > MOST_KEPT_BYTES and len(self.kept) > 1:
            self.kept.popitem(last=False)
        return kept


def _look(db: Any, house: House, reader: Reader, scope: str) -> Head:
    reading.access_scope(db, house.gate, reader, scope)
    return reading.head_of(db, scope)


async def serve(snapshots: Snapshots, scope: Scope, receive: Receive, send: Send) -> None:
    """GET /live/snapshot/SCOPE?part=head|all"""
    name = scope["path"].removeprefix("/live/snapshot/")
    query = dict(
        pair.split("=", 1) for pair in scope["query_string"].decode("latin-1").split("&") if "=" in pair
    )
    part = query.get("part", "all")
    if scope["method"] != "GET" or part not in ("head", "all") or len(name) > 80:
        await refuse(scope, send, 400)
        return
    encoding = _encoding(header(scope, b"accept-encoding"))
    reader = await reader_of(snapshots.house, scope)
    try:
        head, packed = await snapshots.get(reader, name, part, encoding)
    except Refusal:
        await refuse(scope, send, 404, "not_found")
        return
    tag = f'"{head.epoch}.{head.seq}.{part}.{encoding}"'.encode()
    headers = [(b"content-type", b"application/json"), (b"etag", tag), (b"vary", b"accept-encoding, cookie")]
    headers += [(b"cache-control", b"private, no-cache")]
    if header(scope, b"if-none-match").encode() == tag:
        await send_bytes(send, 304, b"", headers)
        return
    if encoding != "identity":
        headers.append((b"content-encoding", encoding.encode()))
    await send_bytes(send, 200, packed, headers)


def _encoding(accepted: str) -> str:
    words = {part.split(";")[0].strip() for part in accepted.split(",")}
    return next((one for one in ("zstd", "br", "gzip") if one in words), "identity")
