"""The export door: a whole board as Excel, HTML or a zip, made by a child process and streamed as it comes.

docs/topics/exchange.md has the contract.
"""

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

import orjson

from tafla.boards.queries import board_names
from tafla.core.clock import now_ms
from tafla.core.fields import time_zones
from tafla.core.refusals import Refusal
from tafla.doors.downloads import JUDGED_FOR_S, described, gone
from tafla.doors.house import House, house
from tafla.doors.lean import Headers, Receive, Scope, Send, refuse
from tafla.doors.pace import paces
from tafla.doors.readers import reader_of
from tafla.exchange.formats import GONE, MEDIA_TYPES, Wish
from tafla.files.names import clean_name
from tafla.sync.db import Db
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader, access_ground, ground_of

log = logging.getLogger("tafla.doors")

AT_ONCE = 2
PIECE_BYTES = 256 * 1024
# A client that takes nothing for so long gives its turn to others.
PATIENCE_S = 60.0
END_WITHIN_S = 3.0
MOST_NAME_CHARS = 120
STATUS = {"bad_arguments": 422, "too_fast": 503}
# How many children run now, of this process.
_running: Counter[str] = Counter()


@dataclass
class _Export:
    """An export under way."""

    standing: House
    scope: Scope
    send: Send
    wish: Wish
    headers: Headers
    is_begun: bool = False


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """GET /exports/BOARD.FORMAT?zone=…"""
    if scope["method"] not in ("GET", "HEAD"):
        await refuse(scope, send, 405)
        return
    standing, export = house(), None
    try:
        reader = await reader_of(standing, scope)
        wish, headers = await standing.in_thread(_asked, standing.gate, reader, scope)
        if _running["exports"] >= AT_ONCE or not paces.take(reader.person_id or ""):
            raise Refusal("too_fast")
        if scope["method"] == "HEAD":
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        export = _Export(standing, scope, send, wish, headers)
        await _make(export, receive)
    except Refusal as refusal:
        if export and export.is_begun:
            log.info("an export was cut off: %s", refusal)
        elif refusal.code in STATUS:
            await refuse(scope, send, STATUS[refusal.code], refusal.code, **refusal.args_map)
        else:
            # Whether it is there is nobody's business who may not read it.
            await refuse(scope, send, 404)


def _asked(db: Db, gate: Gate, reader: Reader, scope: Scope) -> tuple[Wish, Headers]:
    """What is asked for, as far as this reader may have it. Raises Refusal."""
    board_id, _, kind = scope["path"].removeprefix("/exports/").partition(".")
    if kind not in MEDIA_TYPES:
        raise Refusal("not_found")
    _check(db, gate, reader, board_id, "read_team")
    zone = parse_qs(scope["query_string"].decode("latin-1")).get("zone", ["UTC"])[0]
    if zone not in time_zones():
        raise Refusal("bad_arguments", fields=["zone"])
    may = {}
    for part, right in (("with_chat", "read_chat"), ("with_files", "read_files")):
        may[part] = False
        with suppress(Refusal):
            _check(db, gate, reader, board_id, right)
            may[part] = True
    name = board_names(db, [board_id]).get(board_id, "")
    return Wish(board_id, kind, zone, **may), described(
        MEDIA_TYPES[kind], "attachment", _file_name(name, kind, zone)
    )


def _file_name(board: str, kind: str, zone: str) -> str:
    day = datetime.fromtimestamp(now_ms() / 1000, ZoneInfo(zone)).date()
    plain = board.replace("/", "-").replace("\\", "-")[:MOST_NAME_CHARS]
    return clean_name(f"{plain} {day}.{kind}")


def _check(db: Db, gate: Gate, reader: Reader, board_id: str, *rights: str) -> None:
    ground, _ = ground_of(db, f"board:{board_id}")
    for right in rights:
        access_ground(db, gate, reader, ground, right)


async def _make(export: _Export, receive: Receive) -> None:
    """Run the child until all is sent, the client goes, or may not read any more: then the connection ends
    before the answer does, so that nobody takes it for whole. Raises Refusal.
    """
    _running["exports"] += 1
    try:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tafla.exchange.run"), stdin=PIPE, stdout=PIPE, limit=PIECE_BYTES
        )
        try:
            await _first_of(_stream(export, child), gone(receive), _judge(export))
        finally:
            await _end(child)
    finally:
        _running["exports"] -= 1


async def _first_of(*works: Coroutine[Any, Any, None]) -> None:
    """Wait for the one that ends first, and end the others. Raises what it raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
    for task in ended:
        task.result()


async def _stream(export: _Export, child: Process) -> None:
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("a child without pipes")
    child.stdin.write(orjson.dumps(asdict(export.wish)))
    child.stdin.close()
    # What goes wrong while the board is read is known before anything is said.
    piece = await child.stdout.read(PIECE_BYTES)
    if not piece:
        if await child.wait() == GONE:
            raise Refusal("not_found")
        raise RuntimeError(f"an export ended with {child.returncode}")
    export.is_begun = True
    await export.send({"type": "http.response.start", "status": 200, "headers": export.headers})
    try:
        while piece:
            message = {"type": "http.response.body", "body": piece, "more_body": True}
            await asyncio.wait_for(export.send(message), PATIENCE_S)
            piece = await child.stdout.read(PIECE_BYTES)
    except TimeoutError:
        log.info("an export was given up, its client stands still")
        return
    if await child.wait() == 0:
        await export.send({"type": "http.response.body", "body": b""})
    else:
        log.error("an export ended with %s", child.returncode)


async def _judge(export: _Export) -> None:
    """Raises Refusal once what was begun may not be read any more."""
    wish = export.wish
    rights = [
        "read_team",
        *(["read_chat"] if wish.with_chat else []),
        *(["read_files"] if wish.with_files else []),
    ]
    while True:
        await asyncio.sleep(JUDGED_FOR_S)
        reader = await reader_of(export.standing, export.scope)
        await export.standing.in_thread(_check, export.standing.gate, reader, wish.board_id, *rights)


async def _end(child: Process) -> None:
    """End the child, gently first: it clears its folders away."""
    with suppress(ProcessLookupError):
        if child.returncode is None:
            child.terminate()
        try:
            await asyncio.wait_for(child.wait(), END_WITHIN_S)
        except TimeoutError:
            child.kill()
            await child.wait()
