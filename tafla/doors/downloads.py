"""The download door: files, thumbnails and zips, streamed to whoever may read them now.

Nothing served here runs on our origin: what a browser could run is a download, and all of it is sandboxed.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote

from tafla.core.refusals import Refusal
from tafla.doors.house import House, house
from tafla.doors.lean import Headers, Receive, Scope, Send, header, refuse, send_bytes
from tafla.doors.ranges import wanted
from tafla.doors.readers import reader_of
from tafla.files import access, kinds
from tafla.files.access import Readable
from tafla.files.store import THUMB, the_store
from tafla.files.zipping import zipped

log = logging.getLogger("tafla.doors")

# Access is judged again after so long while bytes flow (S10: five seconds).
JUDGED_FOR_S = 2.0
MOST_VERSION_DIGITS = 6
SAFETY: Headers = [
    (b"content-security-policy", b"sandbox; default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"private, no-cache"),
    (b"vary", b"cookie"),
]


@dataclass(frozen=True)
class Answer:
    """What is to be sent: how it is called, how long it is (None: nobody knows yet), and where bytes come
    from.
    """

    file: Readable
    headers: Headers
    etag: str
    size: int | None
    read: Callable[[int, int], Iterator[bytes]]


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """GET /files/…"""
    if scope["method"] not in ("GET", "HEAD"):
        await refuse(scope, send, 405)
        return
    standing = house()
    try:
        answer = await _find(standing, scope)
        if answer is None:
            raise Refusal("not_found")
        await _send(standing, scope, receive, send, answer)
    except (Refusal, FileNotFoundError) as error:
        if isinstance(error, FileNotFoundError):
            log.error("a file is missing in the store: %s", error)
        # Whether it is there is nobody's business who may not read it.
        await refuse(scope, send, 404)
    except OSError as error:
        log.error("a file cannot be read: %s", error)
        await refuse(scope, send, 503, "storage_unavailable")


async def _find(standing: House, scope: Scope) -> Answer | None:
    """What an address names, for whoever asks. Raises Refusal."""
    asked = (standing.gate, await reader_of(standing, scope))
    match scope["path"].removeprefix("/files/").split("/"):
        case ["zip", subject_id]:
            files = await standing.in_thread(access.access_shelf, *asked, subject_id)
            return _zip(files)
        case ["thumb", attachment_id, number] if _is_number(number):
            file = await standing.in_thread(access.access_thumb, *asked, attachment_id, int(number))
            return await _thumb(standing, file)
        case [attachment_id, number, _] if _is_number(number):
            file = await standing.in_thread(access.access_version, *asked, attachment_id, int(number))
            return _whole(file, scope)
        case [attachment_id, _]:
            file = await standing.in_thread(access.access_version, *asked, attachment_id, None)
            return _whole(file, scope)
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_VERSION_DIGITS


def _whole(file: Readable, scope: Scope) -> Answer:
    kind, is_inline = kinds.served_as(file.type)
    is_forced = "download" in parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    headers = described(kind, "inline" if is_inline and not is_forced else "attachment", file.name)
    headers.append((b"accept-ranges", b"bytes"))
    return Answer(file, headers, f'"{file.sha256[:40]}"', file.size, lambda *part: _read(file.key, *part))


async def _thumb(standing: House, file: Readable) -> Answer:
    key = file.key + THUMB
    size = await standing.with_files(the_store().size, key)
    headers = described("image/webp", "inline", "thumbnail.webp")
    return Answer(file, headers, f'"{file.sha256[:40]}.t"', size or 0, lambda *part: _read(key, *part))


def _zip(files: list[Readable]) -> Answer:
    headers = described("application/zip", "attachment", "attachments.zip")
    return Answer(files[0], headers, "", None, lambda *_: zipped(the_store(), files))


def _read(key: str, start: int, end: int) -> Iterator[bytes]:
    return the_store().read(key, start, end)


def described(kind: str, disposition: str, name: str) -> Headers:
    """Type and name, the name also for clients that know only ASCII (RFC 6266)."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_").replace("%", "_")
    told = f"{disposition}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return [(b"content-type", kind.encode()), (b"content-disposition", told.encode()), *SAFETY]


async def _send(standing: House, scope: Scope, receive: Receive, send: Send, answer: Answer) -> None:
    headers = [*answer.headers, (b"etag", answer.etag.encode())] if answer.etag else answer.headers
    if answer.etag and answer.etag in header(scope, b"if-none-match"):
        await send_bytes(send, 304, b"", headers)
        return
    start, end, status = 0, answer.size or 0, 200
    if answer.size is not None:
        try:
            part = wanted(header(scope, b"range"), answer.size) if _may_part(scope, answer) else None
        except ValueError:
            unsatisfied = (b"content-range", f"bytes */{answer.size}".encode())
            await send_bytes(send, 416, b"", [*headers, unsatisfied])
            return
        if part:
            (start, end), status = part, 206
            headers.append((b"content-range", f"bytes {start}-{end - 1}/{answer.size}".encode()))
        headers.append((b"content-length", str(end - start).encode()))
    if scope["method"] == "HEAD":
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    pieces = answer.read(start, end)
    # The first piece is read before anything is said: what is missing in the store is a 404.
    first = await standing.with_files(next, pieces, None)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await _stream(_Flow(standing, scope, receive, send), answer, pieces, first)


def _may_part(scope: Scope, answer: Answer) -> bool:
    """A part is of use only to one who holds the rest of the same bytes."""
    condition = header(scope, b"if-range")
    return not condition or condition == answer.etag


@dataclass(frozen=True)
class _Flow:
    """The request while its answer flows."""

    standing: House
    scope: Scope
    receive: Receive
    send: Send


async def _stream(flow: _Flow, answer: Answer, pieces: Any, first: bytes | None) -> None:
    """Send piece by piece, until all is sent, the client goes, or may not read any more: then the connection
    ends before the answer does, so that nobody takes it for whole.
    """
    standing, piece = flow.standing, first
    going = standing.loop.create_task(gone(flow.receive))
    judged_at = standing.loop.time()
    try:
        while piece is not None and not going.done():
            await flow.send({"type": "http.response.body", "body": piece, "more_body": True})
            if standing.loop.time() - judged_at > JUDGED_FOR_S:
                reader = await reader_of(standing, flow.scope)
                await standing.in_thread(access.access_again, standing.gate, reader, answer.file)
                judged_at = standing.loop.time()
            piece = await standing.with_files(next, pieces, None)
        if piece is None:
            await flow.send({"type": "http.response.body", "body": b""})
    except (Refusal, OSError) as error:
        log.info("a download was cut off: %s", error)
    finally:
        going.cancel()
        await standing.with_files(pieces.close)


async def gone(receive: Receive) -> None:
    """Returns when the client has gone."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
