"""Who is writing: told to those who may read the chat, and to nobody else."""

import asyncio
import json

import pytest

from tafla.core.ids import new_id
from tafla.sync.dispatch import do
from tests.doors.conftest import Place
from tests.support.sockets import SilenceError, socket
from tests.support.world import ident

SHORT_S = 0.4


def chat_of(place: Place) -> str:
    return f"chat:{place.board}"


def test_the_others_in_the_chat_are_told_and_nobody_else(place: Place) -> None:
    async def run() -> None:
        scope = chat_of(place)
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["ben"]) as again,
            socket(place.url, place.cookies["chidi"]) as chidi,
            socket(place.url, place.cookies["ana"]) as elsewhere,
        ):
            for line in (ben, again, chidi, elsewhere):
                await line.hello()
            for line in (ben, again, chidi):
                await line.sub(scope)
            await elsewhere.sub(place.scope)
            await ben.say({"t": "typing", "scope": scope})
            heard = await chidi.hear("typing")
            assert heard == {"t": "typing", "scope": scope, "person": ident("ben")}
            for line in (ben, again, elsewhere):
                with pytest.raises(SilenceError):
                    await line.hear("typing", SHORT_S)

    asyncio.run(run())


def test_many_at_once_are_passed_on_as_one(place: Place) -> None:
    async def run() -> None:
        scope = chat_of(place)
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["chidi"]) as chidi,
        ):
            for line in (ben, chidi):
                await line.hello()
                await line.sub(scope)
            for _ in range(20):
                await ben.say({"t": "typing", "scope": scope})
            await chidi.hear("typing")
            with pytest.raises(SilenceError):
                await chidi.hear("typing", SHORT_S)

    asyncio.run(run())


def test_who_may_only_read_is_not_said_to_write(place: Place) -> None:
    do(ident("ana"), "board.set_visitors_chat", board_id=place.board, on=True)

    async def run() -> None:
        scope = chat_of(place)
        async with (
            socket(place.url, place.cookies["dana"]) as dana,
            socket(place.url, place.cookies["chidi"]) as chidi,
        ):
            for line in (dana, chidi):
                await line.hello()
                await line.sub(scope)
            await dana.say({"t": "typing", "scope": scope})
            with pytest.raises(SilenceError):
                await chidi.hear("typing", SHORT_S)
            await chidi.say({"t": "typing", "scope": scope})
            assert (await dana.hear("typing"))["person"] == ident("chidi")

    asyncio.run(run())


def test_nobody_types_where_they_do_not_listen(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["mallory"]) as mallory,
            socket(place.url, place.cookies["ana"]) as ana,
            socket(place.url, place.cookies["chidi"]) as chidi,
        ):
            for line in (mallory, ana, chidi):
                await line.hello()
            await chidi.sub(chat_of(place))
            for line in (mallory, ana):
                for scope in (chat_of(place), f"chat:{new_id()}", "chat:", place.scope):
                    await line.say({"t": "typing", "scope": scope})
            with pytest.raises(SilenceError):
                await chidi.hear("typing", SHORT_S)
            await ana.say(json.dumps({"t": "typing"}))
            assert (await ana.hear("error"))["code"] == "bad_message"

    asyncio.run(run())
