"""Packing bodies that are made anew for each answer: quickly, rather than as small as can be."""

import gzip
import re
from collections.abc import Callable

import brotli
import zstandard

# A smaller body fits into the first packets anyway.
SMALLEST = 4_096
# By how fast they are for their size.
_PACK: dict[str, Callable[[bytes], bytes]] = {
    "zstd": lambda body: zstandard.ZstdCompressor(level=1).compress(body),
    "br": lambda body: brotli.compress(body, quality=1),
    "gzip": lambda body: gzip.compress(body, 1, mtime=0),
}
_TAKEN = re.compile(r"([a-zA-Z*-]+)\s*(?:;\s*q=([0-9.]*))?")
_NEVER = re.compile(r"0(\.0*)?")


def packed(body: bytes, accepted: str) -> tuple[bytes, str]:
    """(the body to send, its content encoding, "" for none), by an Accept-Encoding header."""
    if len(body) < SMALLEST:
        return body, ""
    names = {name.lower() for name, weight in _TAKEN.findall(accepted) if not _NEVER.fullmatch(weight)}
    encoding = next((name for name in _PACK if name in names), "")
    return (_PACK[encoding](body), encoding) if encoding else (body, "")
