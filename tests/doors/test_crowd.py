"""One person, or one network, cannot take all sockets; a socket's own queue is bounded in bytes (S17)."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from websockets.exceptions import ConnectionClosed

from tafla.doors import crowd
from tafla.doors.house import House
from tafla.doors.outlet import MOST_WAITING_BYTES
from tafla.doors.socket import MOST_SCOPES, Connection
from tafla.sync.reading import Reader
from tests.conftest import use_database
from tests.doors.conftest import Place, make_place, serve_arguments
from tests.support.servers import running
from tests.support.sockets import Socket, socket
from tests.support.world import build_world

LIMITS = {"TAFLA_SOCKETS_PER_PERSON": "2", "TAFLA_SOCKETS_PER_ADDRESS": "4"}


@pytest.fixture
def small(database_template: Path, tmp_path: Path) -> Iterator[Place]:
    """A server that lets in two sockets a person and four an address."""
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    world = build_world()
    with running(["tafla.project.live"], tmp_path, **LIMITS, **serve_arguments()) as server:
        yield make_place(server, world)


async def is_let_in(place: Place, who: str) -> bool:
    async with socket(place.url, place.cookies[who]) as line:
        with suppress(ConnectionClosed):  # whoever is turned away need not have said anything
            await line.say({"t": "hello", "wire": 1, "device": place.board, "next": 1})
        message = await line.read(5)
        if message["t"] == "welcome":
            return True
        assert message == {"t": "bye", "code": "too_many"}
        assert await line.closed() == 4003
        return False


def test_sockets_are_counted_by_person_and_by_address(small: Place) -> None:
    async def come(stack: AsyncExitStack, who: str) -> Socket:
        line = await stack.enter_async_context(socket(small.url, small.cookies[who]))
        await line.hello()
        return line

    async def run() -> None:
        async with AsyncExitStack() as stack:
            for who in ("ben", "ben", "chidi"):
                await come(stack, who)
            assert not await is_let_in(small, "ben"), "a third one of Ben's"
            assert await is_let_in(small, "dana")
            await come(stack, "dana")
            assert not await is_let_in(small, "chidi"), "a fifth one from here"
        async with asyncio.timeout(10):
            while not await is_let_in(small, "ben"):  # noqa: ASYNC110 — those that left are counted out
                await asyncio.sleep(0.05)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("odd", "odd", True),
    ],
)
def test_an_ipv6_network_is_one_address(one: str, other: str, is_one: bool) -> None:
    keys = [crowd.enter(Reader(None, "x"), {"client": (address, 0)}) or [] for address in (one, other)]
    assert (keys[0] == keys[1]) == is_one
    for key in keys:
        crowd.leave(key)
    assert not crowd._open


def test_a_socket_has_so_many_subscriptions(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as ben:
            await ben.hello()
            for at in range(MOST_SCOPES + 1):
                await ben.say({"t": "sub", "scope": f"board:{at}"})
            assert (await ben.hear("bye"))["code"] == "too_many"
            assert await ben.closed() == 4003

    asyncio.run(run())


def test_what_waits_for_a_slow_reader_is_bounded_and_the_socket_closed() -> None:
    """The client comes back and takes what it missed (S5)."""
    sent: list[dict[str, Any]] = []

    async def run() -> None:
        reading = asyncio.Event()

        async def send(message: Any) -> None:
            sent.append(message)
            await reading.wait()

        loop = asyncio.get_running_loop()
        house = cast("House", SimpleNamespace(loop=loop))
        connection = Connection(house, send, Reader("p"), "")
        word = "x" * (MOST_WAITING_BYTES // 4)
        for _ in range(4):
            connection.tell({"t": "people", "people": [["id", word, ""]]})
        assert len(sent) == 1, "the first is under way, the others wait"
        connection.tell({"t": "people", "people": [["id", word, ""]]})
        assert not connection.send("a change")
        reading.set()
        await asyncio.sleep(0.01)

    asyncio.run(run())
    assert sent[-1]["type"] == "websocket.close"
    assert sent[-1]["code"] == 1013
    assert len(sent) == 5
