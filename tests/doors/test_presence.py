"""Presence on the wire: the card and the column somebody is at, and people of other processes (S14)."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.doors.conftest import Place
from tests.doors.test_revocation import people, seen, watch
from tests.doors.test_several_processes import redis_server, two_processes
from tests.support.servers import RunningServer, free_port
from tests.support.sockets import Socket, socket
from tests.support.world import ident


async def stand(line: Socket, place: Place, **where: Any) -> None:
    await line.say({"t": "here", "scope": place.scope, "card": None, **where})


def test_the_column_is_told_with_the_card(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            for line in (ben, dana):
                await watch(line, place.scope)
            await stand(dana, place)
            await stand(ben, place, column=place.columns[1])
            message = await seen(dana, place.scope, lambda message: message["count"] == 2)
            assert [ident("ben"), None, place.columns[1]] in message["people"]
            for nonsense in ({"column": 1}, {"column": "first"}, {"card": "'"}, {"scope": None}):
                await stand(ben, place, **nonsense)
                assert (await ben.hear("error"))["code"] == "bad_message"
            # What is no board has nobody on it.
            for scope in (f"person:{ident('ben')}", "board:\0", f"team:{place.board}", "board:"):
                await ben.say({"t": "here", "scope": scope, "card": None})
            await ben.say({"t": "ping"})
            await ben.hear("pong")
            assert {message["scope"] for message in ben.passed if message["t"] == "here"} <= {place.scope}

    asyncio.run(run())


@pytest.mark.postgres
@pytest.mark.redis
def test_people_of_the_other_process_are_seen_and_forgotten(tmp_path: Path, postgres_database: str) -> None:
    async def run(place: Place, other: RunningServer) -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(other.url, place.cookies["chidi"]) as chidi,
        ):
            (card,) = await asyncio.to_thread(place.add_cards, 1)
            for line in (ben, chidi):
                await watch(line, place.scope)
                await stand(line, place)
            for line in (ben, chidi):
                message = await seen(line, place.scope, lambda message: message["count"] == 2)
                assert set(people(message)) == {ident("ben"), ident("chidi")}
            await stand(chidi, place, card=card)
            await seen(ben, place.scope, lambda message: people(message).get(ident("chidi")) == card)
            async with socket(other.url, place.cookies["dana"]) as dana:
                await watch(dana, place.scope)
                await stand(dana, place)
                await seen(ben, place.scope, lambda message: message["count"] == 3)
            message = await seen(ben, place.scope, lambda message: message["count"] == 2)
            assert ident("dana") not in people(message)
            # A process that dies says nothing any more.
            other.process.kill()
            async with asyncio.timeout(20):
                while (await ben.hear("here", 20))["count"] != 1:
                    pass

    with (
        redis_server(free_port()) as bus,
        two_processes(tmp_path, postgres_database, bus.url) as (place, other),
    ):
        asyncio.run(run(place, other))
        assert "Traceback" not in place.server.logged(), place.server.logged()
