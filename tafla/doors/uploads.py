"""The upload door: bytes stream from the socket to a file, a megabyte at a time, and go on where they broke.

`/api/v1/uploads` begins an upload, `/api/v1/uploads/ID` takes its bytes (PATCH), tells how far it is (GET,
HEAD) and gives it up (DELETE). docs/topics/files.md has the contract.
"""

import asyncio
import errno
import logging
from typing import Any

import orjson
from django.conf import settings
from django.db import Error
from pydantic import ValidationError

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.doors.bodies import GoneError, json_body, pieces
from tafla.doors.house import House, house
from tafla.doors.lean import JSON, Message, Receive, Scope, Send, cookie, header, refuse, send_bytes
from tafla.doors.readers import reader_of
from tafla.files import uploads
from tafla.files.models import Upload
from tafla.files.staging import Sink

log = logging.getLogger("tafla.doors")

PATH = "/api/v1/uploads"
PIECE_BYTES = 1024 * 1024
# After so many bytes what came is made safe and noted: so much is sent again at most.
SAVE_EVERY_BYTES = 32 * 1024 * 1024
# How long a new request waits for the one before it to notice that its client has gone.
GIVE_WAY_S = 3.0
STATUS = {
    "signed_out": 401,
    "not_allowed": 403,
    "not_found": 404,
    "id_taken": 409,
    "upload_offset": 409,
    "upload_busy": 409,
    "file_too_large": 413,
    "upload_too_long": 413,
    "too_many_uploads": 429,
    "storage_unavailable": 503,
    "storage_full": 507,
}


class Turn:
    """A request that sends an upload's bytes, until another one comes to go on in its place."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._waiting: asyncio.Timeout | None = None
        self.is_over = False

    async def receive(self) -> Message:
        """The next message; once the turn is over, that the client has gone."""
        if not self.is_over:
            try:
                async with asyncio.timeout(None) as self._waiting:
                    return await self._receive()
            except TimeoutError:
                self.is_over = True
            finally:
                self._waiting = None
        return {"type": "http.disconnect"}

    def end(self) -> None:
        self.is_over = True
        if self._waiting is not None:
            self._waiting.reschedule(0)


# upload -> the request that sends it
_turns: dict[str, Turn] = {}


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer whatever comes under /api/v1/uploads."""
    try:
        await _serve(house(), scope, receive, send)
    except Refusal as refusal:
        status = STATUS.get(refusal.code, 422)
        await refuse(scope, send, status, refusal.code, **refusal.args_map)
    except GoneError:
        return
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        log.error("an upload cannot be stored: %s", error)
        await refuse(
            scope, send, 507 if is_full else 503, "storage_full" if is_full else "storage_unavailable"
        )
    except Error as error:
        log.warning("an upload cannot be noted: %s", type(error).__name__)
        await refuse(scope, send, 503, "storage_unavailable")


async def _serve(standing: House, scope: Scope, receive: Receive, send: Send) -> None:
    method, upload_id = scope["method"], scope["path"].removeprefix(PATH).removeprefix("/")
    person = (await reader_of(standing, scope)).person_id
    if person is None:
        raise Refusal("signed_out")
    if method not in ("GET", "HEAD") and not has_token(scope):
        await refuse(scope, send, 403, "bad_origin")
        return
    if not upload_id and method == "POST":
        upload, is_new = await _begin(standing, person, receive)
        await _answer(standing, scope, send, upload, 201 if is_new else 200)
    elif not is_id(upload_id):
        raise Refusal("not_found")
    elif method in ("GET", "HEAD"):
        await _answer(standing, scope, send, await standing.in_thread(uploads.find, person, upload_id))
    elif method == "PATCH":
        upload = await standing.in_thread(uploads.find, person, upload_id)
        await _take(standing, upload, scope, receive)
        await _answer(standing, scope, send, upload)
    elif method == "DELETE":
        _end_turn(upload_id)
        await standing.in_thread(uploads.give_up, person, upload_id)
        await send_bytes(send, 204, b"", [])
    else:
        await refuse(scope, send, 405)


def has_token(scope: Scope) -> bool:
    """Whether a request carries the word of its page's cookie: another site's page cannot know it."""
    token = cookie(scope, settings.CSRF_COOKIE_NAME)
    return bool(token) and header(scope, b"x-csrftoken") == token


async def _begin(standing: House, person: str, receive: Receive) -> tuple[Upload, bool]:
    try:
        asked = uploads.NewUpload.model_validate(await json_body(receive))
    except ValidationError as error:
        fields = [".".join(str(part) for part in problem["loc"])[:80] for problem in error.errors()[:20]]
        raise Refusal("bad_arguments", fields=fields) from None
    except ValueError:
        raise Refusal("bad_message") from None
    return await standing.in_thread(uploads.begin, standing.gate, person, asked)


async def _take(standing: House, upload: Upload, scope: Scope, receive: Receive) -> None:
    """Take the bytes of one request; after the last one, store the file."""
    if upload.state == "stored":
        return
    if header(scope, b"upload-offset") != str(upload.offset):
        raise Refusal("upload_offset", offset=upload.offset)
    announced = header(scope, b"content-length")
    if announced.isdigit() and int(announced) > upload.size - upload.offset:
        raise Refusal("upload_too_long", size=upload.size)
    if upload.state == "storing" and await standing.in_thread(uploads.was_stored, upload):
        return
    _end_turn(upload.id)
    turn = _turns[upload.id] = Turn(receive)
    sink: Sink | None = None
    try:
        sink = await _open(standing, upload)
        await _write(standing, upload, sink, turn)
        if upload.offset == upload.size:
            await _store(standing, upload, sink)
    finally:
        if _turns.get(upload.id) is turn:
            del _turns[upload.id]
        if sink is not None:
            await standing.with_files(sink.close)


def _end_turn(upload_id: str) -> None:
    """Whoever still sends this upload is to stop."""
    if upload_id in _turns:
        _turns[upload_id].end()


async def _open(standing: House, upload: Upload) -> Sink:
    give_up_at = standing.loop.time() + GIVE_WAY_S
    while True:
        try:
            sink = await standing.with_files(Sink, upload.id)
        except BlockingIOError:
            if standing.loop.time() > give_up_at:
                raise Refusal("upload_busy") from None
            await asyncio.sleep(0.05)
            continue
        try:
            # The other request may have taken more since this one looked.
            fresh = await standing.in_thread(uploads.find, upload.person_id, upload.id)
            if fresh.offset != upload.offset:
                raise Refusal("upload_offset", offset=fresh.offset)
            await standing.with_files(sink.go_on, upload.offset)
        except BaseException:
            await standing.with_files(sink.close)
            raise
        return sink


async def _write(standing: House, upload: Upload, sink: Sink, turn: Turn) -> None:
    """Bytes to disk. What came before the client went, or another request took over, is kept."""
    try:
        async for piece in pieces(turn.receive, PIECE_BYTES):
            if sink.offset + len(piece) > upload.size:
                raise Refusal("upload_too_long", size=upload.size)
            await standing.with_files(sink.write, piece)
            if sink.offset - upload.offset >= SAVE_EVERY_BYTES:
                await _save(standing, upload, sink)
    except GoneError:
        await _save(standing, upload, sink)
        if turn.is_over:
            raise Refusal("upload_busy") from None
        raise
    if sink.offset != upload.offset:
        await _save(standing, upload, sink)


async def _save(standing: House, upload: Upload, sink: Sink) -> None:
    offset = await standing.with_files(sink.save)
    await standing.in_thread(uploads.saved, upload, offset)


async def _store(standing: House, upload: Upload, sink: Sink) -> None:
    file = await standing.in_thread(uploads.begin_storing, upload, sink)
    upload.state = "storing"
    await standing.move(uploads.move_in, file, upload.id)
    await standing.in_thread(uploads.end_storing, upload)
    sink.is_done = True


async def _answer(standing: House, scope: Scope, send: Send, upload: Upload, status: int = 200) -> None:
    told: dict[str, Any] = await standing.in_thread(uploads.told, upload)
    body = b"" if scope["method"] == "HEAD" else orjson.dumps(told)
    places = [(b"upload-offset", told["offset"]), (b"upload-length", told["size"])]
    await send_bytes(send, status, body, [*JSON, *((name, str(at).encode()) for name, at in places)])
