"""HTTP connections whose clients have so long, and so much room, to say what they want.

The server library gives them all the time and memory they take until the headers are whole, and whoever
connects may take it, signed in or not. `tests/doors/test_slow_headers.py` pins what is used here.
"""

import asyncio
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# From the connection, or a request's first byte, to the end of its headers.
HEADERS_WITHIN_S = 15.0
MOST_HEADER_BYTES = 64 * 1024


class PatientProtocol(HttpToolsProtocol):
    """The library's protocol of one connection, that ends it when headers take too long or too much."""

    _timer: asyncio.TimerHandle | None = None
    _heard = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._begin()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begin()

    def on_headers_complete(self) -> None:
        self._end()
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._heard += len(data)
        if self._timer is not None and self._heard > MOST_HEADER_BYTES:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        super().connection_lost(exc)

    def _begin(self) -> None:
        self._end()
        self._heard = 0
        self._timer = self.loop.call_later(HEADERS_WITHIN_S, self._refuse, HTTPStatus.REQUEST_TIMEOUT)

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _refuse(self, status: HTTPStatus) -> None:
        self._end()
        # Browsers open connections ahead of need; an answer to no question would puzzle them.
        if self._heard:
            head = (
                f"HTTP/1.1 {status.value} {status.phrase}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
            )
            self.transport.write(head.encode())
        self.transport.close()
