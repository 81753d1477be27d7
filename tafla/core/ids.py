"""Ids: UUID version 7 in canonical lower-case text, made by clients and by the server alike (S20)."""

import hashlib
import re
import secrets
import threading
import time

_PATTERN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_lock = threading.Lock()
_last = [0]


def new_id() -> str:
    """A fresh UUIDv7; later calls in one process sort after earlier ones, also within one millisecond."""
    with _lock:
        # 48 bits of milliseconds and 12 bits of fraction, kept strictly rising.
        stamp = max(time.time_ns() * 4096 // 1_000_000, _last[0] + 1)
        _last[0] = stamp
    ms, fraction = divmod(stamp, 4096)
    tail = secrets.randbits(62) | (0b10 << 62)
    text = f"{ms:012x}7{fraction:03x}{tail:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_id(text: object) -> bool:
    """Whether this is a UUID in the one spelling that is accepted."""
    return isinstance(text, str) and _PATTERN.fullmatch(text) is not None


def derive_id(base: str, name: str) -> str:
    """The id that `base` always gives to `name`: for rows a command makes beyond those it names."""
    text = hashlib.blake2b(f"{base}/{name}".encode(), digest_size=16).hexdigest()
    return f"{text[:8]}-{text[8:12]}-8{text[13:16]}-a{text[17:20]}-{text[20:]}"
