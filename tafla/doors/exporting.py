"""Running the child process that makes an export, and sending what it writes as it comes."""

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from tafla.core.refusals import Refusal
from tafla.doors.downloads import JUDGED_FOR_S, gone
from tafla.doors.lean import Headers, Receive, Send
from tafla.exchange.formats import GONE, Wish

log = logging.getLogger("tafla.doors")

# So many boards are read at once by one process; and so many exports are on their way in all, of which most
# wait for their clients.
READ_AT_ONCE = 2
MOST_OPEN = 6
PIECE_BYTES = 256 * 1024
# A client that takes nothing for so long gives its place to others.
PATIENCE_S = 60.0
END_WITHIN_S = 3.0


@dataclass
class Export:
    """An export under way. `judge` raises Refusal once what it holds may not be read any more."""

    wish: Wish
    headers: Headers
    judge: Callable[[], Awaitable[None]]
    is_begun: bool = False


# Of this process.
_open: list[Export] = []


def check_place() -> None:
    """Raises Refusal too_fast while there is no place for another export."""
    if len(_open) >= MOST_OPEN or sum(not one.is_begun for one in _open) >= READ_AT_ONCE:
        raise Refusal("too_fast")


async def make(export: Export, receive: Receive, send: Send) -> None:
    """Run the child until all is sent, the client goes, or may not read any more: then the connection ends
    before the answer does, so that nobody takes it for whole. Raises Refusal, too_fast where there is no
    place.
    """
    check_place()
    _open.append(export)
    try:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tafla.exchange.run"), stdin=PIPE, stdout=PIPE, limit=PIECE_BYTES
        )
        try:
            await _first_of(_stream(export, child, send), gone(receive), _judge(export))
        finally:
            await _end(child)
    finally:
        _open.remove(export)


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


async def _stream(export: Export, child: Process, send: Send) -> None:
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
    await send({"type": "http.response.start", "status": 200, "headers": export.headers})
    try:
        while piece:
            message = {"type": "http.response.body", "body": piece, "more_body": True}
            await asyncio.wait_for(send(message), PATIENCE_S)
            piece = await child.stdout.read(PIECE_BYTES)
    except TimeoutError:
        log.info("an export was given up, its client stands still")
        return
    if await child.wait() == 0:
        await send({"type": "http.response.body", "body": b""})
    else:
        log.error("an export ended with %s", child.returncode)


async def _judge(export: Export) -> None:
    while True:
        await asyncio.sleep(JUDGED_FOR_S)
        await export.judge()


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
