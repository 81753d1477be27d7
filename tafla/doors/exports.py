"""The export door: a whole board as Excel, HTML or a zip, made by a child process and streamed as it comes.

docs/topics/exchange.md has the contract.
"""

import logging
from contextlib import suppress
from datetime import datetime
from functools import partial
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from tafla.boards.queries import board_names
from tafla.core.clock import now_ms
from tafla.core.fields import time_zones
from tafla.core.refusals import Refusal
from tafla.doors.downloads import described
from tafla.doors.exporting import Export, check_place, make
from tafla.doors.house import House, house
from tafla.doors.lean import Headers, Receive, Scope, Send, refuse
from tafla.doors.pace import paces
from tafla.doors.readers import reader_of
from tafla.exchange.formats import MEDIA_TYPES, Wish
from tafla.files.names import clean_name
from tafla.sync.db import Db
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader, access_ground, ground_of

log = logging.getLogger("tafla.doors")

MOST_NAME_CHARS = 120
STATUS = {"bad_arguments": 422, "too_fast": 503}


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """GET /exports/BOARD.FORMAT?zone=…"""
    if scope["method"] not in ("GET", "HEAD"):
        await refuse(scope, send, 405)
        return
    standing, export = house(), None
    try:
        reader = await reader_of(standing, scope)
        wish, headers = await standing.in_thread(_asked, standing.gate, reader, scope)
        if not paces.take(reader.person_id or ""):
            raise Refusal("too_fast")
        export = Export(wish, headers, partial(_judge, standing, scope, wish))
        if scope["method"] == "HEAD":
            check_place()
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
        else:
            await make(export, receive, send)
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


async def _judge(standing: House, scope: Scope, wish: Wish) -> None:
    parts = (("read_team", True), ("read_chat", wish.with_chat), ("read_files", wish.with_files))
    rights = [right for right, is_needed in parts if is_needed]
    reader = await reader_of(standing, scope)
    await standing.in_thread(_check, standing.gate, reader, wish.board_id, *rights)
