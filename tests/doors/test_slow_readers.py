"""A reader that stops reading is bounded and told to catch up, and slows nobody (S17)."""

import asyncio
import contextlib
import shutil
import socket as sockets
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import uvicorn
from websockets.asyncio.client import connect

from tafla.core.ids import new_id
from tafla.core.settings import load
from tafla.doors.outlet import Rest
from tafla.project.live import server_config
from tests.conftest import use_database
from tests.doors.conftest import Place, make_place, serve_arguments
from tests.support.copies import fill
from tests.support.servers import free_port, running
from tests.support.sockets import Socket, socket
from tests.support.world import build_world

STALLED = 12
QUIET, BUSY = 25, 90
FRAME = "x" * 16_384
# What may lie between two programs: the server's own buffer, and those of two kernels.
MOST_UNDER_WAY = 16 * 1024 * 1024


def small_pipe(port: int) -> sockets.socket:
    """A connection whose receiving kernel takes little."""
    pipe = sockets.socket()
    pipe.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
    pipe.connect(("127.0.0.1", port))
    pipe.setblocking(False)
    return pipe


def resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def flood(place: Place, line: Socket, watcher: Socket, count: int) -> list[float]:
    """Add many cards, and measure how long each takes to a watcher who reads."""
    times = []
    for at in range(count):
        cards = [{"card_id": new_id(), "title": f"{at} {'y' * 480}"} for _ in range(60)]
        started = time.monotonic()
        answer = await line.command("card.add", column_id=place.columns[0], cards=cards)
        assert answer["s"] == "done", answer
        while (await watcher.change(place.scope))[2] < answer["wrote"][0][1]:
            pass
        times.append(time.monotonic() - started)
    return sorted(times)


def test_stalled_readers_slow_nobody_and_take_no_memory_and_catch_up(place: Place) -> None:
    pid = place.server.process.pid
    address = place.url.replace("http", "ws", 1) + "/live/socket"

    async def stall(stack: contextlib.AsyncExitStack) -> Socket:
        raw = await stack.enter_async_context(
            connect(
                address,
                sock=small_pipe(place.server.port),
                additional_headers={"Cookie": place.cookies["dana"]},
                origin=place.url,  # type: ignore[arg-type]
                compression=None,
                max_size=None,
                max_queue=(2, 1),
                ping_interval=None,
                close_timeout=0.1,
            )
        )
        line = Socket(raw)
        await line.hello()
        held = fill({"scope": place.scope, "epoch": "0", "seq": 0, "tables": {}})
        line.copies[place.scope] = held
        await line.sub(place.scope)
        return line

    async def run() -> None:
        async with contextlib.AsyncExitStack() as stack:
            ben = await stack.enter_async_context(socket(place.url, place.cookies["ben"]))
            chidi = await stack.enter_async_context(socket(place.url, place.cookies["chidi"]))
            for line in (ben, chidi):
                await line.hello()
            await chidi.sub(place.scope)
            chidi.passed.clear()
            quiet = await flood(place, ben, chidi, QUIET)
            stalled = [await stall(stack) for _ in range(STALLED)]
            before = resident_mb(pid)
            busy = await flood(place, ben, chidi, BUSY)
            grown = resident_mb(pid) - before
            assert busy[-2] < quiet[-2] * 3 + 0.1, (
                f"S17: {busy[-2]:.3f} s beside stalled, {quiet[-2]:.3f} s alone"
            )
            assert grown < 40, f"S17: {grown:.0f} MB for {STALLED} readers who do not read"
            for line in stalled:
                reset = await line.hear("reset", 10)
                assert (reset["scope"], reset["code"]) == (place.scope, "behind")
            await catch_up(stalled[0])

    async def catch_up(line: Socket) -> None:
        held = line.copies[place.scope]
        truth = await asyncio.to_thread(place.world.copy, place.scope)
        await line.sub(place.scope, held.epoch, held.seq)
        assert held.seq == truth.seq
        assert held.tables["cards"] == truth.tables["cards"]

    asyncio.run(run())


def test_a_reader_who_takes_nothing_for_long_is_taken_for_gone(
    tmp_path: Path, database_template: Path
) -> None:
    """Also when the server library's own close waits for the buffer it cannot empty."""
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    world = build_world()

    async def run(place: Place) -> None:
        address = place.url.replace("http", "ws", 1) + "/live/socket"
        dead = connect(
            address,
            sock=small_pipe(place.server.port),
            additional_headers={"Cookie": place.cookies["dana"]},
            origin=place.url,  # type: ignore[arg-type]
            compression=None,
            max_queue=(2, 1),
            ping_interval=None,
            close_timeout=0.1,
        )
        async with socket(place.url, place.cookies["ben"]) as ben, dead as raw:
            dana = Socket(raw)
            for line in (ben, dana):
                await line.hello()
                await line.sub(place.scope)
                await line.say({"t": "here", "scope": place.scope, "card": None})
            while (await ben.hear("here"))["count"] != 2:
                pass
            await flood(place, ben, ben, BUSY)
            while (await ben.hear("here", 10))["count"] != 1:
                pass

    with running(["tests.doors.impatient", "pipes"], tmp_path, **serve_arguments()) as server:
        asyncio.run(run(make_place(server, world)))


@contextlib.asynccontextmanager
async def serving(application: Any) -> AsyncIterator[int]:
    """The very server we run, with an application of the test's."""
    config = server_config(load())
    config.app, config.port, config.lifespan, config.loop = application, free_port(), "off", "asyncio"
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    task = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    try:
        yield config.port
    finally:
        server.should_exit = server.force_exit = True
        await task


def test_the_servers_send_waits_when_its_transport_is_full_and_goes_on_when_it_drains() -> None:
    """tafla/doors/outlet.py drives `send` by hand and takes its first wait for "behind". A server library
    that buffers without end, or waits for something else, breaks S17.
    """
    told: dict[str, Any] = {"sent": 0}
    full, drained = asyncio.Event(), asyncio.Event()

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        while told["sent"] * len(FRAME) < MOST_UNDER_WAY:
            sending = send({"type": "websocket.send", "text": FRAME})
            try:
                waiting = sending.send(None)
            except StopIteration:
                told["sent"] += 1
                continue
            # What it waits for is a future of this loop, which `Rest` can hand on to a task.
            assert asyncio.isfuture(waiting)
            full.set()
            await Rest(sending, waiting)
            drained.set()
            break
        await receive()

    async def run() -> None:
        async with serving(application) as port:
            raw = connect(
                f"ws://127.0.0.1:{port}/", sock=small_pipe(port), compression=None, max_queue=(2, 1)
            )
            async with raw as line:
                async with asyncio.timeout(10):
                    await full.wait()
                assert not drained.is_set()
                async with asyncio.timeout(10):
                    for _ in range(told["sent"]):
                        await line.recv()
                    await drained.wait()

    asyncio.run(run())
    assert 0 < told["sent"] * len(FRAME) < MOST_UNDER_WAY
