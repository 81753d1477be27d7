"""The import door: an exported board comes in as one body and is looked into by a process of its own.

`PUT /api/v1/imports/BOARD`, named by the id that the new board will have, answers what is in it; the job
`board.import` then makes the board. docs/topics/exchange.md has the contract.
"""

import asyncio
import logging
import shutil
import sys
from asyncio.subprocess import PIPE
from typing import Any

import orjson

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.core.settings import load
from tafla.doors.bodies import GoneError, pieces
from tafla.doors.house import house
from tafla.doors.lean import JSON, Receive, Scope, Send, refuse, send_bytes
from tafla.doors.pace import paces
from tafla.doors.readers import reader_of
from tafla.doors.uploads import has_token
from tafla.exchange import importing
from tafla.files.uploads import RESERVE_BYTES

log = logging.getLogger("tafla.doors")

PATH = "/api/v1/imports/"
PIECE_BYTES = 1024 * 1024
UNPACK_WITHIN_S = 300
STATUS = {"signed_out": 401, "not_found": 404, "id_taken": 409, "file_too_large": 413, "too_large": 413}
STATUS |= {"too_fast": 503, "storage_full": 507}
AT_ONCE = 2
_running: list[str] = []


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer PUT /api/v1/imports/BOARD."""
    try:
        if scope["method"] != "PUT":
            await refuse(scope, send, 405)
        elif not has_token(scope):
            await refuse(scope, send, 403, "bad_origin")
        else:
            await _take(scope, receive, send)
    except Refusal as refusal:
        await refuse(scope, send, STATUS.get(refusal.code, 422), refusal.code, **refusal.args_map)
    except GoneError:
        return
    except OSError as error:
        log.error("an import cannot be kept: %s", error)
        await refuse(scope, send, 503, "storage_unavailable")


async def _take(scope: Scope, receive: Receive, send: Send) -> None:
    board_id = scope["path"].removeprefix(PATH)
    person = (await reader_of(house(), scope)).person_id
    if person is None:
        raise Refusal("signed_out")
    if not is_id(board_id):
        raise Refusal("not_found")
    if len(_running) >= AT_ONCE or not paces.take(person):
        raise Refusal("too_fast")
    if importing.owner_of(board_id) not in (None, person):
        raise Refusal("id_taken")
    _running.append(board_id)
    try:
        answer = await _look_into(board_id, person, receive)
    except BaseException:
        await asyncio.to_thread(importing.forget, board_id)
        raise
    finally:
        _running.remove(board_id)
    if "code" in answer:
        await asyncio.to_thread(importing.forget, board_id)
        raise Refusal(str(answer["code"]), **answer.get("args", {}))
    await send_bytes(send, 200, orjson.dumps(answer), JSON)


async def _look_into(board_id: str, person: str, receive: Receive) -> dict[str, Any]:
    folder = importing.folder_of(board_id)
    await asyncio.to_thread(importing.forget, board_id)
    folder.mkdir(mode=0o700, parents=True)
    (folder / "owner").write_text(person)
    with (folder / "board.zip").open("wb") as file:
        size = 0
        async for piece in pieces(receive, PIECE_BYTES):
            size += len(piece)
            if size > load().max_file_size:
                raise Refusal("file_too_large", limit=int(load().max_file_size))
            if shutil.disk_usage(folder).free < RESERVE_BYTES:
                raise Refusal("storage_full")
            await asyncio.to_thread(file.write, piece)
    return await _unpack(board_id)


async def _unpack(board_id: str) -> dict[str, Any]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tafla.exchange.unpack", board_id, stdout=PIPE
    )
    try:
        out, _ = await asyncio.wait_for(child.communicate(), UNPACK_WITHIN_S)
    except (TimeoutError, asyncio.CancelledError):
        child.kill()
        raise Refusal("import_broken", reason="time") from None
    if child.returncode != 0 or not out:
        raise Refusal("import_broken", reason="unreadable")
    answer: dict[str, Any] = orjson.loads(out)
    return answer
