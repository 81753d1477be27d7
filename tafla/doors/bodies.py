"""Bodies of lean requests: small ones as a whole, large ones in pieces."""

from collections.abc import AsyncIterator
from typing import Any

import orjson

from tafla.doors.lean import Receive


class GoneError(Exception):
    """The client went away before its body was whole."""


async def pieces(receive: Receive, size: int) -> AsyncIterator[bytes]:
    """The body in pieces of about `size` bytes. Raises GoneError after the last whole piece that came."""
    waiting = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            if waiting:
                yield bytes(waiting)
            raise GoneError
        waiting += message.get("body", b"")
        is_last = not message.get("more_body")
        if len(waiting) >= size or (is_last and waiting):
            yield bytes(waiting)
            waiting.clear()
        if is_last:
            return


async def json_body(receive: Receive, limit: int = 65_536) -> dict[str, Any]:
    """A small JSON object. Raises ValueError when it is none, GoneError when nobody waits for an answer."""
    whole = b""
    async for piece in pieces(receive, limit):
        whole += piece
        if len(whole) > limit:
            raise ValueError
    found = orjson.loads(whole)
    if not isinstance(found, dict):
        raise ValueError
    return found
