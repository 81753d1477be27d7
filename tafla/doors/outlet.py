"""A socket's way out: what is said to one client, at once where that can be.

A connection never makes another wait: a send that does not finish at once is finished by a task of its own,
and until then its subscriptions are dropped and told to catch up (S17).
"""

import asyncio
import logging
from collections import deque
from collections.abc import Coroutine, Generator
from typing import Any

import orjson

from tafla.doors.lean import Send
from tafla.doors.line import line_of

log = logging.getLogger("tafla.doors")

MOST_WAITING = 256
MOST_WAITING_BYTES = 1024 * 1024
CLOSE_CODES = {"signed_out": 4001, "restart": 1012, "replaced": 4002, "too_many": 4003}


class Outlet:
    """What leaves by one socket."""

    def __init__(self, loop: asyncio.AbstractEventLoop, send: Send) -> None:
        self.closing = False
        self._loop = loop
        self._send = send
        self._line = line_of(send)
        self._waiting: deque[str] = deque()
        self._waiting_bytes = 0
        self._finishing: asyncio.Task[None] | None = None
        # What the socket is to be closed with, as soon as what is under way has left.
        self._close_code: int | None = None

    def send(self, frame: str) -> bool:
        """Send a frame now; False when the reader is behind and the frame was not taken."""
        if self._finishing is not None or self.closing or self._close_code is not None:
            return False
        self._write(frame)
        return True

    def tell(self, message: dict[str, Any]) -> None:
        """Send a message of this connection's own; a few may wait while the reader is behind."""
        text = orjson.dumps(message).decode()
        if self.closing or self._close_code is not None:
            return
        if self._finishing is None:
            self._write(text)
        elif len(self._waiting) < MOST_WAITING and self._waiting_bytes + len(text) <= MOST_WAITING_BYTES:
            self._waiting.append(text)
            self._waiting_bytes += len(text)
        else:
            self._close(1013)

    def bye(self, code: str) -> None:
        """Say why, and close. To one who is behind, nothing else is said before."""
        self._waiting.clear()
        self._waiting_bytes = 0
        self.tell({"t": "bye", "code": code})
        self._close(CLOSE_CODES[code])

    async def turn_away(self, code: str) -> None:
        """Say why, and close, to one who was never let in; returns when it is said."""
        await self._send(
            {"type": "websocket.send", "text": orjson.dumps({"t": "bye", "code": code}).decode()}
        )
        await self._send({"type": "websocket.close", "code": CLOSE_CODES[code], "reason": ""})

    def _close(self, code: int) -> None:
        if self._close_code is None:
            self._close_code = code
            self._close_if_done()

    def _close_if_done(self) -> None:
        if self._close_code is not None and self._finishing is None and not self.closing:
            self.closing = True
            closing = self._send({"type": "websocket.close", "code": self._close_code, "reason": ""})
            self._loop.create_task(_quietly(closing))

    def _write(self, text: str) -> None:
        """Hand a frame to the server without a task; only what does not finish at once gets one."""
        if self._line is not None and self._line.take(text):
            return
        sending = self._send({"type": "websocket.send", "text": text})
        try:
            first = sending.send(None)  # type: ignore[attr-defined]
        except StopIteration:
            return
        except Exception:  # the other side is gone; `receive` tells us
            self.closing = True
            return
        self._finishing = self._loop.create_task(self._finish(sending, first))

    async def _finish(self, sending: Any, first: Any) -> None:
        try:
            await Rest(sending, first)
        except Exception:
            self.closing = True
        self._finishing = None
        self._write_waiting()

    def _write_waiting(self) -> None:
        while self._waiting and self._finishing is None and not self.closing:
            text = self._waiting.popleft()
            self._waiting_bytes -= len(text)
            self._write(text)
        self._close_if_done()


class Rest:
    """The rest of a coroutine that has been started by hand and waits for `first`."""

    def __init__(self, sending: Coroutine[Any, Any, None], first: Any) -> None:
        self.sending = sending
        self.first = first

    def __await__(self) -> Generator[Any, None, None]:
        waiting = self.first
        while True:
            yield waiting
            try:
                waiting = self.sending.send(None)
            except StopIteration:
                return


async def _quietly(sending: Any) -> None:
    try:
        await sending
    except Exception:  # closing what is closed already
        log.debug("the socket was gone", exc_info=True)
