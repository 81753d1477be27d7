"""The lean doors under /live/: socket, snapshot, command."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from django.conf import settings

from tafla.core.refusals import Refusal
from tafla.doors import crowd
from tafla.doors.house import House, house
from tafla.doors.lean import JSON, Receive, Scope, Send, cookie, header, refuse, send_bytes
from tafla.doors.pace import TOO_FAST_WAIT_MS, paces
from tafla.doors.readers import reader_of
from tafla.doors.snapshots import Snapshots, serve
from tafla.doors.socket import Connection
from tafla.sync.command import Answer, later, make_command

LARGEST_BODY = 1024 * 1024
BODY_TIMEOUT_S = 15.0
_snapshots: dict[int, Snapshots] = {}


async def live(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer whatever comes under /live/."""
    path, standing = scope["path"], house()
    if scope["type"] == "websocket":
        await _socket(standing, scope, receive, send)
    elif path.startswith("/live/snapshot/"):
        await serve(_snapshots_of(standing), scope, receive, send)
    elif path == "/live/command" and scope["method"] == "POST":
        await _command(standing, scope, receive, send)
    else:
        await refuse(scope, send, 404)


def _snapshots_of(standing: House) -> Snapshots:
    if id(standing) not in _snapshots:
        _snapshots.clear()
        _snapshots[id(standing)] = Snapshots(standing)
    return _snapshots[id(standing)]


async def _socket(standing: House, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["path"] != "/live/socket":
        await refuse(scope, send, 404)
        return
    await receive()  # websocket.connect
    reader = await reader_of(standing, scope)
    try:
        await send({"type": "websocket.accept"})
    except OSError:  # the client was gone before it was answered
        return
    connection = Connection(standing, send, reader, header(scope, b"cookie"))
    if reader.person_id is None and reader.link is None:
        await connection.turn_away("signed_out")
        return
    keys = crowd.enter(reader, scope)
    if keys is None:
        await connection.turn_away("too_many")
        return
    try:
        await connection.run(receive)
    finally:
        crowd.leave(keys)


async def _command(standing: House, scope: Scope, receive: Receive, send: Send) -> None:
    """POST /live/command: one command, answered when it is committed."""
    token = cookie(scope, settings.CSRF_COOKIE_NAME)
    if not token or header(scope, b"x-csrftoken") != token:
        await refuse(scope, send, 403, "bad_origin")
        return
    reader = await reader_of(standing, scope)
    if reader.person_id is None:
        await refuse(scope, send, 401)
        return
    try:
        async with asyncio.timeout(BODY_TIMEOUT_S):
            body = await _body(receive)
    except TimeoutError:
        await refuse(scope, send, 408)
        return
    if body is None:
        await refuse(scope, send, 413)
        return
    try:
        message: Any = orjson.loads(body)
        command = make_command(message["id"], reader.person_id, message["verb"], message["args"])
    except Refusal as refusal:
        await refuse(scope, send, 422, refusal.code, **refusal.args_map)
        return
    except (ValueError, KeyError, TypeError):
        await refuse(scope, send, 400, "bad_message")
        return
    answered: asyncio.Future[Answer] = standing.loop.create_future()
    if paces.take(reader.person_id):
        standing.engine.submit(command, reader.person_id, _setter(answered))
    else:
        answered.set_result(later("too_fast", TOO_FAST_WAIT_MS))
    answer = await answered
    status = {"done": 200, "refused": 422, "conflict": 409, "later": 503}[answer["s"]]
    await send_bytes(send, status, orjson.dumps({"t": "ans", "id": command.id, **answer}), JSON)


def _setter(answered: "asyncio.Future[Answer]") -> Callable[[Answer], None]:
    def set_answer(answer: Answer) -> None:
        if not answered.done():
            answered.set_result(answer)

    return set_answer


async def _body(receive: Callable[[], Awaitable[Any]]) -> bytes | None:
    """The whole body, or None when it is too large."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST_BODY:
            return None
        if not message.get("more_body"):
            return b"".join(parts)
