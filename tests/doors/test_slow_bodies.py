"""Clients that send their requests slowly take nothing from others: no thread, no place in a queue."""

import asyncio
import socket
import time
from contextlib import ExitStack, suppress
from typing import Any

import pytest

from tafla.doors import django_bridge, live
from tafla.doors.django_bridge import MOST_AT_ONCE, MOST_FROM_ONE, WAITING_LIMIT, DjangoBridge
from tafla.sync.reading import Reader
from tests.doors.conftest import Place
from tests.support.uploading import Page
from tests.support.world import ident

HEAD = (
    "POST /_allauth/browser/v1/auth/login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
)


def slow(port: int, stack: ExitStack) -> socket.socket:
    """An anonymous request that never ends."""
    line = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
    line.sendall(HEAD.format(port=port).encode())
    return line


def test_more_slow_requests_than_wait_for_threads_keep_nobody_out(place: Place) -> None:
    page = Page(place.url, place.cookies["ben"])
    with ExitStack() as stack:
        lines = [slow(place.server.port, stack) for _ in range(WAITING_LIMIT + 50)]
        started = time.monotonic()
        assert page.get("/api/v1/home").status_code == 200
        renamed = page.http.put(f"/api/v1/boards/{place.board}/name", json={"name": "Still here"})
        assert renamed.status_code == 200, renamed.text
        assert time.monotonic() - started < 5
        told = []
        for line in lines[-20:]:
            line.settimeout(10)
            with suppress(TimeoutError):
                told.append(line.recv(12))
        assert told == [b"HTTP/1.1 408"] * 20, "those beyond the limit were told so before long"


async def passing(bridge: DjangoBridge, address: str) -> list[int]:
    """The statuses that a request without an end from this address is answered with."""
    told: list[int] = []
    scope: Any = {"type": "http", "method": "POST", "path": "/", "headers": [], "client": (address, 0)}

    async def never() -> Any:
        await asyncio.Event().wait()

    async def send(message: Any) -> None:
        told.append(message.get("status", 0))

    await bridge(scope, never, send)
    return told


def test_an_address_and_all_together_have_so_many_slow_bodies(monkeypatch: Any) -> None:
    monkeypatch.setattr(django_bridge, "HURRY_S", 0.01)
    bridge = DjangoBridge(lambda *_: [])

    async def is_hurried(address: str) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(0.3):
                return (await passing(bridge, address))[0] == 408
        return False

    async def run() -> None:
        waiting = [asyncio.create_task(passing(bridge, "192.0.2.1")) for _ in range(MOST_FROM_ONE)]
        await asyncio.sleep(0)
        assert await is_hurried("192.0.2.1")
        assert not await is_hurried("192.0.2.2")
        waiting += [
            asyncio.create_task(passing(bridge, f"10.0.0.{at}")) for at in range(MOST_AT_ONCE - MOST_FROM_ONE)
        ]
        await asyncio.sleep(0)
        assert await is_hurried("192.0.2.2")
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert not bridge.reading
        assert not bridge.waiting

    asyncio.run(run())
    bridge.close()


def test_a_command_has_so_long_to_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def reader(*_: Any) -> Reader:
        return Reader(ident("ben"))

    async def never() -> Any:
        await asyncio.Event().wait()

    told: list[Any] = []

    async def send(message: Any) -> None:
        told.append(message)

    monkeypatch.setattr(live, "reader_of", reader)
    monkeypatch.setattr(live, "house", lambda: None)
    monkeypatch.setattr(live, "BODY_TIMEOUT_S", 0.05)
    headers = [(b"cookie", b"csrftoken=word"), (b"x-csrftoken", b"word")]
    scope = {"type": "http", "method": "POST", "path": "/live/command", "headers": headers}
    asyncio.run(asyncio.wait_for(live.live(scope, never, send), 5))
    assert told[0]["status"] == 408
