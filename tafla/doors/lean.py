"""Small helpers for ASGI handlers that use no framework: headers in, whole answers out."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from tafla.core.answers import code_of, refusal

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Handler = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

JSON: Headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
# On every answer of this server, whoever made it.
SAFETY: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
]
# An answer that is data may load nothing, run nothing, and stand in no frame.
DATA_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")


def header(scope: Scope, name: bytes) -> str:
    """The first header of this name (lower case), or ""."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def cookie(scope: Scope, name: str) -> str:
    """The value of a cookie as it was sent, or ""."""
    for part in header(scope, b"cookie").split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return ""


async def send_bytes(send: Send, status: int, body: bytes, headers: Iterable[tuple[bytes, bytes]]) -> None:
    """A whole answer at once."""
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})


async def refuse(scope: Scope, send: Send, status: int, code: str = "", **args: Any) -> None:
    """A typed refusal, over HTTP or as the answer to a socket's handshake."""
    body = refusal(code or code_of(status), **args)
    headers = [*JSON, DATA_POLICY]
    if scope["type"] == "websocket":
        await _refuse_socket(scope, send, status, body, headers)
    else:
        await send_bytes(send, status, b"" if scope["method"] == "HEAD" else body, headers)


async def _refuse_socket(scope: Scope, send: Send, status: int, body: bytes, headers: Headers) -> None:
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    await send({"type": "websocket.http.response.start", "status": status, "headers": headers})
    await send({"type": "websocket.http.response.body", "body": body})
