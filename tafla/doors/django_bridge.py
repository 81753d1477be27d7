"""Django behind the router: a WSGI application in a few worker threads, through the kept bridge a2wsgi.

What a2wsgi leaves open is closed here, before a thread is taken: the body is read whole on the event loop,
within a limit and a time (a slow or vanished client would otherwise hold a thread, or pass a cut-off body
for a whole one); headers that WSGI would confuse are dropped (`X_Forwarded_For` reads like
`X-Forwarded-For`); an answer to a client that has gone is thrown away rather than waited for.
"""

import asyncio
import contextlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from a2wsgi import WSGIMiddleware

from tafla.doors.lean import Handler, Message, Receive, Scope, Send, header, refuse

THREADS = 4
BODY_LIMIT_BYTES = 1024 * 1024
BODY_TIMEOUT_S = 30
# More than this many waiting would only time out; they are told to come again.
WAITING_LIMIT = 200
DROPPED = (b"proxy", b"content-length", b"transfer-encoding", b"cookie")


class BodyTooLargeError(Exception):
    """The client sends more than a request to Django may carry."""


class DjangoBridge:
    """An ASGI handler around a WSGI application."""

    def __init__(self, application: Callable[..., Any], threads: int = THREADS) -> None:
        self.middleware = WSGIMiddleware(application, workers=threads)
        # Its types name each message; here a message is a mapping.
        self.bridge = cast("Handler", self.middleware)
        self.waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.waiting >= WAITING_LIMIT:
            await refuse(scope, send, HTTPStatus.SERVICE_UNAVAILABLE, "busy")
            return
        self.waiting += 1
        try:
            await self._pass(scope, receive, send)
        finally:
            self.waiting -= 1

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(BODY_TIMEOUT_S):
                body = await read_body(scope, receive)
        except BodyTooLargeError:
            await refuse(
                scope, send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", limit=BODY_LIMIT_BYTES
            )
        except TimeoutError:
            await refuse(scope, send, HTTPStatus.REQUEST_TIMEOUT)
        else:
            if body is not None:
                await self.bridge(plain_scope(scope, len(body)), replay(body), forgiving(send))

    def close(self) -> None:
        """Let no further request in; those running are not waited for."""
        self.middleware.executor.shutdown(wait=False, cancel_futures=True)


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


def replay(body: bytes) -> Receive:
    """A `receive` that hands over a body already read."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def forgiving(send: Send) -> Send:
    """A `send` that survives the client's leaving; a2wsgi's thread would wait for ever on its full queue."""

    async def send_or_drop(message: Message) -> None:
        with contextlib.suppress(OSError):
            await send(message)

    return send_or_drop
