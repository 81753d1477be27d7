"""The database full, read-only, locked, gone or somewhere else: commands are told *later* and land once
afterwards, sockets stay, pages say what is wrong, and nobody has to restart anything (S4, issue 6).
"""

import asyncio
import resource
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from django.db import connections

from tafla.core.ids import new_id
from tafla.sync.db import current
from tests.conftest import use_database
from tests.doors.conftest import Place, make_place, serve_arguments
from tests.support.servers import running
from tests.support.sockets import Message, Socket, socket
from tests.support.world import build_world

RECOVER_WITHIN_S = 8.0
TYPED = ("database_unavailable", "storage_unavailable")


@pytest.fixture
def own(tmp_path: Path, database_template: Path) -> Iterator[Place]:
    """A place on a server of the test's own, whose database it may harm."""
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    world = build_world()
    with running(["tafla.project.live"], tmp_path, **serve_arguments()) as server:
        yield make_place(server, world)


@asynccontextmanager
async def line_of(place: Place, name: str = "ben") -> AsyncIterator[Socket]:
    async with socket(place.url, place.cookies[name]) as line:
        await line.hello()
        await line.sub(place.scope)
        line.passed.clear()
        yield line


def adding(place: Place, number: int) -> Message:
    cards = [{"card_id": new_id(), "title": "x" * 400} for _ in range(20)]
    args = {"column_id": place.columns[0], "cards": cards}
    return {"t": "cmd", "id": new_id(), "n": number, "verb": "card.add", "args": args}


async def answer_to(line: Socket, command: Message, within_s: float = 15) -> Message:
    await line.say(command)
    return await line.hear("ans", within_s, id=command["id"])


async def lands(line: Socket, command: Message) -> Message:
    """Send a command again until it is done, as a client does."""
    deadline = time.monotonic() + RECOVER_WITHIN_S
    while True:
        answer = await answer_to(line, command)
        if answer["s"] == "done":
            return answer
        assert answer["s"] == "later", answer
        assert time.monotonic() < deadline, "the server did not recover by itself"
        await asyncio.sleep(min(answer["wait"] / 1000, 0.2))


def landed_once(command: Message, answer: Message) -> None:
    found = current().query("SELECT scope, seq FROM sync_change WHERE command_id = ?", (command["id"],))
    assert sorted(map(list, found)) == sorted(answer["wrote"])
    ids = [card["card_id"] for card in command["args"]["cards"]]
    db = current()
    assert db.query(f"SELECT count(*) FROM cards_card WHERE {db.within('id')}", (db.members(ids),)) == [
        (len(ids),)
    ]


def page_is_typed(place: Place) -> None:
    """A page that needs the database says so, in the words clients know."""
    answer = httpx.get(f"{place.url}/api/v1/me", headers={"cookie": place.cookies["ben"]}, timeout=20)
    assert answer.status_code == 503, answer.text
    assert answer.json()["code"] in TYPED


def go_through(place: Place, harm: Callable[[], Any], heal: Callable[[], Any], **more: Any) -> None:
    """A command before, one told *later* during, and both there once after; another's socket stays."""

    connections.close_all()

    async def run() -> tuple[Message, Message]:
        async with line_of(place) as ben, line_of(place, "dana") as dana:
            assert (await answer_to(ben, adding(place, 1)))["s"] == "done"
            await asyncio.to_thread(harm)
            try:
                command = adding(place, 2)
                told = await answer_to(ben, command)
                assert (told["s"], told["code"]) == ("later", "storage_unavailable"), told
                assert told["wait"] > 0
                if more.get("pages"):
                    await asyncio.to_thread(page_is_typed, place)
                await dana.say({"t": "ping"})
                await dana.hear("pong")
            finally:
                await asyncio.to_thread(heal)
            answer = await lands(ben, command)
            async with asyncio.timeout(RECOVER_WITHIN_S):
                while (await dana.change(place.scope))[4] != command["id"]:
                    pass
            return command, answer

    landed_once(*asyncio.run(run()))
    assert "Traceback" not in place.server.logged(), place.server.logged()


def test_full_disk(own: Place) -> None:
    pid, folder = own.server.process.pid, own.server.log.parent
    limits = resource.prlimit(pid, resource.RLIMIT_FSIZE)

    def fill_disk() -> None:
        # No file of the process may grow: what a full disk does to it, without needing a disk to fill.
        largest = max((folder / name).stat().st_size for name in ("tafla.sqlite3-wal", own.server.log.name))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest + 4096, limits[1]))

    go_through(own, fill_disk, lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, limits))


def test_database_locked_by_another_for_longer_than_we_wait(own: Place) -> None:
    holder = sqlite3.connect(
        own.server.log.parent / "tafla.sqlite3", isolation_level=None, check_same_thread=False
    )
    go_through(own, lambda: holder.execute("BEGIN IMMEDIATE"), lambda: holder.execute("ROLLBACK"))
    holder.close()


def test_database_file_moved_away_and_back(own: Place) -> None:
    """A write into a file that no longer has its name would be acknowledged and lost."""
    place = own.server.log.parent / "tafla.sqlite3"
    names = [place.with_name(place.name + end) for end in ("", "-wal", "-shm")]

    def move(back: bool) -> None:
        for name in names:
            away = name.with_name("away-" + name.name)
            source, target = (away, name) if back else (name, away)
            if source.exists():
                source.rename(target)

    go_through(own, lambda: move(False), lambda: move(True), pages=True)


@pytest.mark.postgres
def test_read_only_database(tmp_path: Path, postgres_database: str) -> None:
    world = build_world()
    more = {"TAFLA_DATABASE_URL": postgres_database, **serve_arguments()}

    def set_read_only(value: str) -> None:
        with psycopg.connect(postgres_database, autocommit=True) as connection:
            name = connection.info.dbname
            connection.execute("SET default_transaction_read_only = off")
            connection.execute(  # type: ignore[call-overload]
                f"ALTER DATABASE {name} SET default_transaction_read_only = {value}"
            )
            # As a failover does: those connected are cut off, and come back to a server that only reads.
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> %s",
                (name, connection.info.backend_pid),
            )

    with running(["tafla.project.live"], tmp_path, **more) as server:
        place = make_place(server, world)
        go_through(place, lambda: set_read_only("on"), lambda: set_read_only("off"))
