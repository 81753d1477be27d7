"""Django behind the router: a WSGI application in a few worker threads.

The kept library a2wsgi translates the request. Body and answer pass as wholes: the body is read on the event
loop, within a limit and a time, before a thread or a place in the queue for one is taken (a slow client would
hold it, a vanished one pass a cut-off body for a whole one); the answer goes out in one piece (a2wsgi's own
way waits for the client piece by piece in the thread, and answers a fifth fewer requests a second or worse).
Headers that WSGI would confuse are dropped: `X_Csrftoken` reads like `X-Csrftoken`.
"""

import asyncio
import io
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, BinaryIO, cast

from a2wsgi.wsgi import build_environ

from tafla.doors.crowd import network
from tafla.doors.lean import Message, Receive, Scope, Send, header, refuse

# Its types name each message and a body of its own; here a message is a mapping, the body a file.
environ_of = cast("Callable[[Scope, BinaryIO], dict[str, Any]]", build_environ)

THREADS = 4
BODY_LIMIT_BYTES = 1024 * 1024
BODY_TIMEOUT_S = 15
# While so many bodies are on their way from one address, or from all, a further one gets less time: who
# sends an ordinary request does not notice.
MOST_FROM_ONE = 20
MOST_AT_ONCE = 500
HURRY_S = 1.0
# More than this many waiting would only time out; they are told to come again.
WAITING_LIMIT = 200
DROPPED = (b"proxy", b"content-length", b"transfer-encoding", b"cookie")


class BodyTooLargeError(Exception):
    """The client sends more than a request to Django may carry."""


class DjangoBridge:
    """An ASGI handler around a WSGI application."""

    def __init__(self, application: Callable[..., Any], threads: int = THREADS) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self.waiting = 0
        # network address -> bodies on their way from there
        self.reading: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self._patience(network(scope)) as seconds:
                async with asyncio.timeout(seconds):
                    body = await read_body(scope, receive)
        except BodyTooLargeError:
            await refuse(
                scope, send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", limit=BODY_LIMIT_BYTES
            )
        except TimeoutError:
            await refuse(scope, send, HTTPStatus.REQUEST_TIMEOUT)
        else:
            if body is not None:
                await self._answer(scope, body, send)

    @contextmanager
    def _patience(self, address: str) -> Iterator[float]:
        """How long the body of a request from this address may take; counts it while it is on its way."""
        is_full = self.reading[address] >= MOST_FROM_ONE or self.reading.total() >= MOST_AT_ONCE
        self.reading[address] += 1
        try:
            yield HURRY_S if is_full else BODY_TIMEOUT_S
        finally:
            self.reading[address] -= 1
            if not self.reading[address]:
                del self.reading[address]

    async def _answer(self, scope: Scope, body: bytes, send: Send) -> None:
        if self.waiting >= WAITING_LIMIT:
            await refuse(scope, send, HTTPStatus.SERVICE_UNAVAILABLE, "busy")
            return
        self.waiting += 1
        try:
            loop, plain = asyncio.get_running_loop(), plain_scope(scope, len(body))
            messages = await loop.run_in_executor(self.threads, self.run, plain, body)
        finally:
            self.waiting -= 1
        for message in messages:
            await send(message)

    def run(self, scope: Scope, body: bytes) -> list[Message]:
        """The application's whole answer, made in this thread."""
        started: list[Message] = []

        def start_response(status: str, headers: list[tuple[str, str]], _exc_info: object = None) -> None:
            pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
            number = int(status.split(" ", 1)[0])
            started.append({"type": "http.response.start", "status": number, "headers": pairs})

        answer = self.application(environ_of(scope, io.BytesIO(body)), start_response)
        try:
            return [*started, {"type": "http.response.body", "body": b"".join(answer)}]
        finally:
            # Tells Django that the request has ended: it gives back database connections that are too old.
            answer.close()

    def warm(self, host: str) -> None:
        """Ask once for who is there, so that the first person does not wait for what Django loads late."""
        scope: Scope = {
            "type": "http",
            "method": "GET",
            "path": "/api/v1/me",
            "root_path": "",
            "query_string": b"",
            "headers": [(b"host", host.encode())],
            "scheme": "http",
            "http_version": "1.1",
            "client": ("127.0.0.1", 0),
            "server": (host, 0),
        }
        self.threads.submit(self.run, plain_scope(scope, 0), b"")

    def close(self) -> None:
        """Let no further request in; those running are not waited for."""
        self.threads.shutdown(wait=False, cancel_futures=True)


async def read_body(scope: Scope, receive: Receive) -> bytes | None:
    """The whole body; None when the client went away before it was whole."""
    announced = header(scope, b"content-length")
    if announced.isdigit() and int(announced) > BODY_LIMIT_BYTES:
        raise BodyTooLargeError
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > BODY_LIMIT_BYTES:
            raise BodyTooLargeError
        if not message.get("more_body", False):
            return b"".join(parts)


def plain_scope(scope: Scope, size: int) -> Scope:
    """The scope with headers and query that mean the same in WSGI."""
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name and name not in DROPPED]
    cookies = [value for name, value in scope["headers"] if name == b"cookie"]
    if cookies:
        headers.append((b"cookie", b"; ".join(cookies)))
    headers.append((b"content-length", str(size).encode()))
    query = scope["query_string"].decode("latin-1")
    ascii_query = "".join(mark if mark.isascii() else f"%{ord(mark):02X}" for mark in query)
    return {**scope, "headers": headers, "query_string": ascii_query.encode(), "root_path": ""}
