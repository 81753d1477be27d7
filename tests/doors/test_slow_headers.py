"""Whoever never comes to the end of a request's headers is sent away, and so is whoever sends too many."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from tafla.core.settings import load
from tafla.doors import patience
from tafla.doors.patience import MOST_HEADER_BYTES, PatientProtocol
from tafla.project.live import server_config

WHOLE = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n"
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]


async def app(_scope: Any, receive: Any, send: Any) -> None:
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


async def answered(talk: Talk) -> bytes:
    """What a client hears in the end."""
    config = uvicorn.Config(app, log_config=None, lifespan="off")
    config.load()
    state, loop = ServerState(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: PatientProtocol(config, state, {}), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        async with asyncio.timeout(5):
            return await talk(reader, writer)
    finally:
        writer.close()
        server.close()


async def silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> bytes:
    return await reader.read()


async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(WHOLE[:20])
    return await reader.read()


async def dripping(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(WHOLE[:20])
    hearing = asyncio.ensure_future(reader.read())
    while not hearing.done():
        writer.write(b"x")
        await asyncio.wait([hearing], timeout=0.01)
    # What was sent after the end may have torn the line before the answer was read.
    with suppress(ConnectionError):
        hearing.result()
    return b""


async def slow_the_second_time(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(WHOLE + b"{}" + WHOLE[:20])
    first = await reader.readuntil(b"\r\n\r\n")
    assert first.startswith(b"HTTP/1.1 200")
    return await reader.read()


async def slow_with_the_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(WHOLE + b"{")
    await asyncio.sleep(3 * patience.HEADERS_WITHIN_S)
    writer.write(b"}")
    return await reader.readuntil(b"\r\n\r\n")


async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(WHOLE[:-2] + b"x: " + b"y" * (MOST_HEADER_BYTES + 1))
    return await reader.read()


@pytest.mark.parametrize(
    ("talk", "told"),
    [(slow, 408), (slow_the_second_time, 408), (slow_with_the_body, 200), (endless, 431)],
)
def test_headers_have_so_long_and_so_much_room(talk: Talk, told: int, monkeypatch: Any) -> None:
    monkeypatch.setattr(patience, "HEADERS_WITHIN_S", 5.0 if talk is endless else 0.2)
    assert asyncio.run(answered(talk)).startswith(f"HTTP/1.1 {told} ".encode())


@pytest.mark.parametrize("talk", [silent, dripping])
def test_who_asks_nothing_or_goes_on_for_ever_is_left(talk: Talk, monkeypatch: Any) -> None:
    monkeypatch.setattr(patience, "HEADERS_WITHIN_S", 0.2)
    assert asyncio.run(answered(talk)) == b""


def test_it_is_how_the_live_process_listens() -> None:
    assert server_config(load()).http is PatientProtocol
