"""Pages hear of boards they have not open: at most once a second, whoever wrote, of what they may read."""

import asyncio
import time
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from tafla.core.ids import new_id
from tafla.people import acts
from tafla.people.models import Person
from tafla.sync.dispatch import do
from tests.doors.conftest import Place
from tests.doors.test_several_processes import redis_server, two_processes
from tests.doors.test_slow_readers import small_pipe
from tests.support.servers import RunningServer, free_port
from tests.support.sockets import Message, SilenceError, Socket, socket
from tests.support.world import ident

SOON_S = 2.5
SHORT_S = 1.5
FLOOD = 90
LINK = "secret-of-a-board-0123456789"


async def listen(*lines: Socket) -> None:
    for line in lines:
        await line.hello()
        await line.say({"t": "pulse", "on": True})
        await line.say({"t": "ping"})
        await line.hear("pong")


async def moved(line: Socket, place: Place, within_s: float = SOON_S) -> Message:
    """The next word of this board; of others, whose tests are over, it does not matter."""
    deadline = time.monotonic() + within_s
    while True:
        message = await line.hear("moved", deadline - time.monotonic())
        if place.board in message["boards"]:
            return message


async def silent(line: Socket, place: Place) -> None:
    with pytest.raises(SilenceError):
        await moved(line, place, SHORT_S)


async def told_to_ask(line: Socket) -> None:
    await line.hear("moved", SOON_S, boards=[])


def test_who_may_read_a_board_hears_of_it_without_having_it_open(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["dana"]) as dana,
            socket(place.url, place.cookies["mallory"]) as mallory,
        ):
            await listen(dana, mallory)
            await ben.hello()
            card = {"card_id": new_id(), "title": "Seen from home"}
            await ben.command("card.add", column_id=place.columns[0], cards=[card])
            await moved(dana, place)
            # What another process writes, nobody here watches.
            await asyncio.to_thread(place.add_cards, 1)
            await moved(dana, place)
            await dana.say({"t": "pulse", "on": False})
            await asyncio.to_thread(place.add_cards, 1)
            await silent(dana, place)
            assert not [message for message in mallory.passed if message["t"] == "moved"]

    asyncio.run(run())


def test_much_is_told_once_a_second(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            await listen(dana)
            await ben.hello()
            started = time.monotonic()
            while time.monotonic() - started < 2.2:
                await ben.command("board.rename", board_id=place.board, name=f"At {time.monotonic()}")
            with pytest.raises(SilenceError):
                await dana.hear("nothing", SHORT_S)
            told = [message for message in dana.passed if place.board in message.get("boards", ())]
            # At once, one and two seconds later, and the rest.
            assert 2 <= len(told) <= 4

    asyncio.run(run())


def test_of_the_chat_only_those_hear_who_may_read_it(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["chidi"]) as chidi,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            await listen(chidi, dana)
            args = {"message_id": new_id(), "board_id": place.board, "text": "psst"}
            await asyncio.to_thread(lambda: do(ident("ben"), "chat.post", **args))
            await moved(chidi, place)
            await silent(dana, place)

    asyncio.run(run())


def test_whoever_loses_a_board_hears_at_once_and_then_no_more(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ana"]) as ana,
            socket(place.url, place.cookies["dana"]) as dana,
            socket(place.url, place.cookies["chidi"]) as chidi,
        ):
            await listen(dana, chidi)
            await ana.hello()
            started = time.monotonic()
            await ana.command("member.remove", board_id=place.board, person_id=ident("dana"))
            await told_to_ask(dana)
            assert time.monotonic() - started < SOON_S
            await moved(chidi, place)
            await asyncio.to_thread(place.add_cards, 1)
            await moved(chidi, place)
            await silent(dana, place)

    asyncio.run(run())


def test_whoever_gains_a_board_hears_of_it(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["eve"]) as eve:
            await listen(eve)
            await asyncio.to_thread(place.add_cards, 1)
            await silent(eve, place)
            opened = {"board_id": place.board, "privacy": "account"}
            await asyncio.to_thread(lambda: do(ident("ana"), "board.set_privacy", **opened))
            await told_to_ask(eve)
            await asyncio.to_thread(place.add_cards, 1)
            await moved(eve, place)

    asyncio.run(run())


def test_links_and_nonsense_are_told_nothing(place: Place) -> None:
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy="link", link_token=LINK)

    async def run() -> None:
        async with (
            socket(place.url, link=LINK) as guest,
            socket(place.url, place.cookies["mallory"], link=LINK) as mallory,
        ):
            await listen(guest, mallory)
            for nonsense in ({"t": "pulse"}, {"t": "pulse", "on": 1}, {"t": "pulse", "on": None}):
                await guest.say(nonsense)
                assert (await guest.hear("error"))["code"] == "bad_message"
            await asyncio.to_thread(place.add_cards, 1)
            await silent(guest, place)
            assert not [message for message in mallory.passed if message["t"] == "moved"]

    asyncio.run(run())


def test_signed_out_pages_hear_no_more_and_others_go_on(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["chidi"]) as chidi,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            await listen(chidi, dana)
            person = await asyncio.to_thread(Person.objects.get, id=ident("chidi"))
            await asyncio.to_thread(acts.sign_out_everywhere, person)
            assert (await chidi.hear("bye"))["code"] == "signed_out"
            await asyncio.to_thread(place.add_cards, 1)
            await moved(dana, place)
            assert not [message for message in chidi.passed if message["t"] == "moved"]

    asyncio.run(run())


def test_who_does_not_read_misses_names_and_is_told_to_ask(place: Place) -> None:
    async def run() -> None:
        stalled = connect(
            place.url.replace("http", "ws", 1) + "/live/socket",
            sock=small_pipe(place.server.port),
            additional_headers={"Cookie": place.cookies["dana"]},
            origin=place.url,  # type: ignore[arg-type]
            compression=None,
            max_size=None,
            max_queue=(2, 1),
            ping_interval=None,
            close_timeout=0.1,
        )
        async with stalled as raw, socket(place.url, place.cookies["ben"]) as ben:
            dana = Socket(raw)
            await listen(dana, ben)
            await dana.sub(place.scope)
            # Until her pipe is full: what is sent to her now is not taken.
            for at in range(FLOOD):
                cards = [{"card_id": new_id(), "title": f"{at} {'y' * 480}"} for _ in range(60)]
                await ben.command("card.add", column_id=place.columns[0], cards=cards)
            await moved(ben, place)
            await ben.command("board.rename", board_id=place.board, name="Missed")
            await moved(ben, place)
            async with asyncio.timeout(SOON_S):
                while (await dana.read(SOON_S)) != {"t": "moved", "boards": []}:
                    pass

    asyncio.run(run())


@pytest.mark.postgres
@pytest.mark.redis
@pytest.mark.parametrize("has_redis", [True, False])
def test_the_other_process_tells_it_too(tmp_path: Path, postgres_database: str, has_redis: bool) -> None:
    async def run(place: Place, other: RunningServer) -> None:
        async with (
            socket(place.url, place.cookies["ana"]) as ana,
            socket(other.url, place.cookies["dana"]) as dana,
            socket(other.url, place.cookies["chidi"]) as chidi,
        ):
            await listen(dana, chidi)
            await ana.hello()
            for at in range(3):
                await ana.command("board.rename", board_id=place.board, name=f"Name {at}")
                await moved(dana, place)
            await ana.command("member.remove", board_id=place.board, person_id=ident("dana"))
            await told_to_ask(dana)
            await moved(chidi, place)
            await ana.command("board.rename", board_id=place.board, name="Secret")
            await moved(chidi, place)
            await silent(dana, place)

    with redis_server(free_port()) as bus:
        url = bus.url if has_redis else ""
        with two_processes(tmp_path, postgres_database, url) as (place, other):
            asyncio.run(run(place, other))
            for server in (place.server, other):
                assert "Traceback" not in server.logged(), server.logged()
