"""Whoever loses access stops hearing within five seconds, and others go on (S10). Presence follows (S14)."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from tafla.core.ids import new_id
from tafla.people import acts
from tafla.people.models import Person
from tafla.sync.dispatch import do
from tests.doors.conftest import Place
from tests.support.sockets import Socket, sign_in, socket
from tests.support.world import ident

WITHIN_S = 5.0
LINK = "secret-of-a-board-0123456789"


async def here(work: Callable[..., Any], *args: Any, **more: Any) -> Any:
    """Do something elsewhere than in the server: another process's commands and requests."""
    return await asyncio.to_thread(work, *args, **more)


async def watch(line: Socket, *scopes: str) -> None:
    await line.hello()
    for scope in scopes:
        await line.sub(scope)
    line.passed.clear()


async def still_hears(line: Socket, place: Place) -> None:
    """A change made now still arrives."""
    await here(place.add_cards, 1)
    await line.change(place.scope)


def test_removed_member_is_told_and_others_go_on(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["chidi"]) as chidi,
            socket(place.url, place.cookies["dana"]) as dana,
            socket(place.url, place.cookies["ana"]) as ana,
        ):
            team = f"team:{place.board}"
            await watch(chidi, place.scope, team)
            await watch(dana, place.scope, team)
            await watch(ana)
            started = time.monotonic()
            answer = await ana.command("member.remove", board_id=place.board, person_id=ident("chidi"))
            assert answer["s"] == "done"
            for scope in (place.scope, team):
                gone = await chidi.hear("gone", WITHIN_S, scope=scope)
                assert gone["code"] == "lost_access"
            assert time.monotonic() - started < WITHIN_S
            chidi.passed.clear()
            await still_hears(dana, place)
            await chidi.say({"t": "ping"})
            await chidi.hear("pong")
            assert not [message for message in chidi.passed if message["t"] == "ch"]
            refused = await chidi.command("board.rename", board_id=place.board, name="Mine")
            assert refused["code"] == "not_found"

    asyncio.run(run())


def test_role_loss_made_by_another_process_closes_the_desk_only(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as ben:
            desk = f"desk:{place.board}"
            await watch(ben, place.scope, desk)
            await here(
                do,
                ident("ana"),
                "member.set_role",
                board_id=place.board,
                person_id=ident("ben"),
                role="visitor",
            )
            assert (await ben.hear("gone", WITHIN_S))["scope"] == desk
            await here(do, ident("ana"), "board.rename", board_id=place.board, name="Still seen")
            await ben.change(place.scope)
            answer = await ben.command("board.rename", board_id=place.board, name="Mine")
            assert (answer["s"], answer["code"]) == ("refused", "not_allowed")

    asyncio.run(run())


def test_privacy_opens_a_board_to_the_account_and_closes_it_again(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["eve"]) as eve,
            socket(place.url, place.cookies["ana"]) as ana,
        ):
            await watch(ana)
            await eve.hello()
            await eve.say({"t": "sub", "scope": place.scope, "epoch": "0", "seq": 0})
            assert (await eve.hear("gone"))["code"] == "not_found"
            await ana.command("board.set_privacy", board_id=place.board, privacy="account")
            await eve.sub(place.scope)
            await ana.command("board.set_privacy", board_id=place.board, privacy="team")
            assert (await eve.hear("gone", WITHIN_S))["code"] == "lost_access"

    asyncio.run(run())


@pytest.mark.parametrize("change", ["replaced", "taken away"])
def test_link_readers_are_cut_when_the_link_changes_or_goes(place: Place, change: str) -> None:
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy="link", link_token=LINK)
    new: dict[str, Any] = {"privacy": "team"} if change == "taken away" else {"privacy": "link"}
    if change == "replaced":
        new["link_token"] = LINK[::-1]

    async def run() -> None:
        async with socket(place.url, link=LINK) as guest, socket(place.url, place.cookies["dana"]) as dana:
            await watch(guest, place.scope)
            await watch(dana, place.scope)
            await here(do, ident("ana"), "board.set_privacy", board_id=place.board, **new)
            assert (await guest.hear("gone", WITHIN_S))["code"] == "lost_access"
            await still_hears(dana, place)
            await guest.say({"t": "sub", "scope": place.scope, "epoch": "0", "seq": 0})
            assert (await guest.hear("gone"))["code"] == "not_found"
        async with socket(place.url, link=LINK[::-1]) as other:
            await other.hello()
            await other.say({"t": "sub", "scope": place.scope, "epoch": "0", "seq": 0})
            await other.hear("subbed" if change == "replaced" else "gone")

    asyncio.run(run())


def test_signing_out_everywhere_closes_every_socket_of_the_person(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["chidi"]) as first,
            socket(place.url, await here(sign_in, ident("chidi"))) as second,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            for line in (first, second, dana):
                await watch(line, place.scope)
            await here(sign_out, "chidi")
            for line in (first, second):
                assert (await line.hear("bye", WITHIN_S))["code"] == "signed_out"
                assert await line.closed() == 4001
            await still_hears(dana, place)
        async with socket(place.url, place.cookies["chidi"]) as line:
            assert (await line.hear("bye"))["code"] == "signed_out"

    asyncio.run(run())


def test_a_session_whose_time_is_over_closes_its_socket(place: Place) -> None:
    cookie = sign_in(ident("chidi"), expires_in_s=2)

    async def run() -> None:
        async with socket(place.url, cookie) as line, socket(place.url, place.cookies["dana"]) as dana:
            await watch(line, place.scope)
            await watch(dana, place.scope)
            assert (await line.hear("bye", WITHIN_S + 2))["code"] == "signed_out"
            await still_hears(dana, place)

    asyncio.run(run())


def sign_out(name: str) -> None:
    acts.sign_out_everywhere(Person.objects.get(id=ident(name)))


def test_access_taken_while_a_subscription_is_being_opened_is_taken(place: Place) -> None:
    """However the two meet, the one who lost access ends up outside."""

    async def run() -> None:
        async with (
            socket(place.url, place.cookies["dana"]) as dana,
            socket(place.url, place.cookies["ana"]) as ana,
        ):
            await watch(dana)
            await watch(ana)
            removing = asyncio.create_task(
                ana.command("member.remove", board_id=place.board, person_id=ident("dana"))
            )
            for _ in range(40):
                await dana.say({"t": "sub", "scope": place.scope, "epoch": "0", "seq": 0})
                await asyncio.sleep(0)
            await removing
            await dana.hear("gone", WITHIN_S, scope=place.scope)
            dana.passed.clear()
            await ana.command("board.rename", board_id=place.board, name="Secret now")
            await dana.say({"t": "ping"})
            await dana.hear("pong")
            await settled(dana)
            assert "Secret now" not in str(dana.passed)

    asyncio.run(run())


async def settled(line: Socket) -> None:
    for _ in range(3):
        await line.say({"t": "ping"})
        await line.hear("pong")


# presence


async def seen(line: Socket, scope: str, until: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The first word on presence that fits."""
    async with asyncio.timeout(WITHIN_S):
        while True:
            message = await line.hear("here", WITHIN_S, scope=scope)
            if until(message):
                return message


def people(message: dict[str, Any]) -> dict[str, Any]:
    return {person: card for person, card, _ in message["people"]}


def test_presence_says_who_is_on_the_board_and_on_which_card(place: Place) -> None:
    (card,) = place.add_cards(1)

    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as ben:
            await watch(ben, place.scope)
            await ben.say({"t": "here", "scope": place.scope, "card": None})
            async with socket(place.url, place.cookies["dana"]) as dana:
                await watch(dana, place.scope)
                await dana.say({"t": "here", "scope": place.scope, "card": card})
                both = {ident("ben"): None, ident("dana"): card}
                for line in (ben, dana):
                    message = await seen(line, place.scope, lambda message: message["count"] == 2)
                    assert people(message) == both
            message = await seen(ben, place.scope, lambda message: message["count"] == 1)
            assert people(message) == {ident("ben"): None}

    asyncio.run(run())


def test_presence_is_for_those_who_see_the_team_and_ends_with_it(place: Place) -> None:
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy="link", link_token=LINK)

    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, link=LINK) as guest,
            socket(place.url, place.cookies["mallory"], link=LINK) as mallory,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            for line in (ben, guest, mallory, dana):
                await watch(line, place.scope)
                await line.say({"t": "here", "scope": place.scope, "card": None})
            message = await seen(ben, place.scope, lambda message: message["count"] == 2)
            assert set(people(message)) == {ident("ben"), ident("dana")}
            await here(do, ident("ana"), "member.remove", board_id=place.board, person_id=ident("dana"))
            await dana.hear("gone", WITHIN_S)
            message = await seen(ben, place.scope, lambda message: message["count"] == 1)
            assert set(people(message)) == {ident("ben")}
            for line in (guest, mallory):
                await settled(line)
                assert not [message for message in line.passed if message["t"] == "here"]

    asyncio.run(run())


def test_above_fifty_people_presence_is_a_count_and_a_sample(place: Place) -> None:
    crowd = [new_id() for _ in range(53)]
    Person.objects.bulk_create(
        Person(id=one, email=f"p{one}@example.com", name=f"P{at}") for at, one in enumerate(crowd)
    )
    place.crowd(crowd)
    cookies = [sign_in(one) for one in crowd]

    async def run() -> None:
        async with asyncio.TaskGroup() as group, socket(place.url, place.cookies["ben"]) as ben:
            await watch(ben, place.scope)
            await ben.say({"t": "here", "scope": place.scope, "card": None})
            done = asyncio.Event()
            for cookie in cookies:
                group.create_task(stay(cookie, done))
            try:
                message = await seen(ben, place.scope, lambda message: message["count"] == 54)
                assert len(message["people"]) == 50
            finally:
                done.set()

    async def stay(cookie: str, done: asyncio.Event) -> None:
        async with socket(place.url, cookie) as line:
            await watch(line, place.scope)
            await line.say({"t": "here", "scope": place.scope, "card": None})
            await done.wait()

    asyncio.run(run())
