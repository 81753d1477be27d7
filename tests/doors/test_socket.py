"""The live socket's language: what it says to good, odd and bad messages, and that it never closes without a
reason (docs/topics/wire.md).
"""

import asyncio
import json
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tests.doors.conftest import Place
from tests.support.sockets import Socket, sign_in, socket
from tests.support.world import LINK, ident

BAD = {"t": "error", "code": "bad_message", "args": {}}
MIB = 1024 * 1024


def new_card(place: Place, title: str = "New") -> dict[str, Any]:
    return {"column_id": place.columns[0], "cards": [{"card_id": new_id(), "title": title}]}


def test_welcome_names_person_wire_and_time(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            welcome = await line.hello()
            assert (welcome["wire"], welcome["person"]) == (1, ident("ben"))
            assert abs(welcome["time"] - now_ms()) < 60_000

    asyncio.run(run())


@pytest.mark.parametrize(
    "message",
    [
        {"t": "sub", "scope": "board:x"},
        {"t": "cmd", "id": new_id(), "n": 1, "verb": "card.add", "args": {}},
        {"t": "here", "scope": "board:x", "card": None},
        {"t": "people", "board": new_id(), "ids": []},
    ],
)
def test_what_comes_before_hello_is_bad_and_closes_nothing(place: Place, message: dict[str, Any]) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.say(message)
            assert await line.hear("error") == BAD
            assert (await line.hello())["person"] == ident("ben")

    asyncio.run(run())


def test_another_wire_version_is_told_ours(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.say({"t": "hello", "wire": 2, "device": new_id(), "next": 1})
            assert await line.hear("wire") == {"t": "wire", "wire": 1}
            await line.say({"t": "sub", "scope": place.scope})
            assert await line.hear("error") == BAD

    asyncio.run(run())


ODD: list[Any] = [
    "",
    "{",
    "null",
    "[]",
    "7",
    '"text"',
    '{"t": null}',
    '{"t": ["sub"]}',
    '{"t": "nonsense"}',
    '{"t": "__class__"}',
    b"\xff\xfe\x00",
    '{"t": "hello", "wire": 1, "device": "not-an-id", "next": 1}',
    '{"t": "hello", "wire": 1, "device": "01890a5d-ac96-774b-bcce-b302099a8057", "next": "1"}',
    '{"t": "sub"}',
    '{"t": "sub", "scope": 5}',
    '{"t": "sub", "scope": null, "seq": "x"}',
    '{"t": "sub", "scope": "board:x", "seq": 1.5}',
    '{"t": "sub", "scope": "board:x", "seq": true}',
    '{"t": "sub", "scope": "board:x", "epoch": 5, "seq": 1}',
    '{"t": "unsub"}',
    '{"t": "unsub", "scope": ["x"]}',
    '{"t": "cmd"}',
    '{"t": "cmd", "id": "x", "n": 1, "verb": "card.add", "args": {}}',
    '{"t": "cmd", "id": "01890a5d-ac96-774b-bcce-b302099a8057", "n": "1", "verb": "card.add", "args": {}}',
    '{"t": "cmd", "id": "01890A5D-AC96-774B-BCCE-B302099A8057", "n": 1, "verb": "card.add", "args": {}}',
    '{"t": "here", "scope": "board:x", "card": "x"}',
    '{"t": "here"}',
    '{"t": "people", "board": "x", "ids": []}',
    '{"t": "people", "board": "01890a5d-ac96-774b-bcce-b302099a8057", "ids": "x"}',
    "[" * 100_000,
]


def test_odd_messages_are_answered_and_close_nothing(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            for message in ODD:
                await line.say(message)
                await line.say({"t": "ping"})
                heard = await line.read(5)
                assert heard == BAD, (message, heard)
                assert (await line.read(5))["t"] == "pong"

    asyncio.run(run())


@pytest.mark.parametrize(
    ("verb", "args", "code"),
    [
        ("no.such_verb", {}, "unknown_verb"),
        ("card.add", {}, "bad_arguments"),
        ("card.add", {"column_id": "x", "cards": []}, "bad_arguments"),
        ("card.add", {"surprise": 1}, "bad_arguments"),
        ("card.move", {"card_ids": ["../../etc"], "column_id": "' OR 1=1"}, "bad_arguments"),
        (5, {}, "bad_message"),
        ("card.add", [], "bad_message"),
        ("card.add", "x", "bad_message"),
    ],
)
def test_bad_commands_are_refused_and_the_next_one_runs(
    place: Place, verb: Any, args: Any, code: str
) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            await line.say({"t": "cmd", "id": new_id(), "n": 1, "verb": verb, "args": args})
            heard = await line.hear("ans")
            assert (heard["s"], heard["code"], heard["n"]) == ("refused", code, 1)
            line.number = 2
            assert (await line.command("card.add", **new_card(place)))["s"] == "done"

    asyncio.run(run())


def test_objects_of_others_are_refused_like_absent_ones(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["mallory"]) as line:
            await line.hello()
            foreign = await line.command("card.add", **new_card(place))
            absent = {"column_id": new_id(), "cards": [{"card_id": new_id(), "title": "x"}]}
            nobody = await line.command("card.add", **absent)
            told = [{key: heard[key] for key in ("s", "code", "args")} for heard in (foreign, nobody)]
            assert told[0] == told[1] == {"s": "refused", "code": "not_found", "args": {}}
            for scope in (place.scope, f"board:{new_id()}", f"person:{ident('ben')}", "odd:1", "board:"):
                await line.say({"t": "sub", "scope": scope})
                assert await line.hear("gone") == {"t": "gone", "scope": scope, "code": "not_found"}

    asyncio.run(run())


def test_a_message_of_one_mebibyte_is_read_and_a_larger_one_closes_with_a_reason(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            shell = json.dumps({"t": "x", "pad": ""})
            await line.say(json.dumps({"t": "x", "pad": "x" * (MIB - len(shell))}))
            assert await line.hear("error") == BAD
            await line.say("x" * (MIB + 1))
            assert await line.closed() == 1009

    asyncio.run(run())


def test_long_titles_and_control_characters_are_refused_or_cleaned(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            long = await line.command("card.add", **new_card(place, "x" * 100_000))
            assert (long["s"], long["code"]) == ("refused", "text_too_long")
            odd = await line.command("card.add", **new_card(place, "a\u0000b\u202ec\ud7ff"))
            assert odd["s"] in ("done", "refused")
            half = json.dumps(
                {"t": "cmd", "id": new_id(), "n": 3, "verb": "card.add", "args": {"x": "\ud800"}}
            )
            await line.say(half)
            assert (await line.read(5))["t"] in ("ans", "error")
            await line.say({"t": "ping"})
            assert await line.hear("pong")

    asyncio.run(run())


def test_a_command_sent_twice_is_done_once_and_answered_alike(place: Place) -> None:
    async def run() -> None:
        command = {"t": "cmd", "id": new_id(), "n": 1, "verb": "card.add", "args": new_card(place)}
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            await line.say(command)
            await line.say(command)
            first, second = await line.hear("ans"), await line.hear("ans")
            assert first == second
            assert first["s"] == "done"
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            await line.say(command)
            assert await line.hear("ans") == first
            await line.say({**command, "args": new_card(place, "Other")})
            assert (await line.hear("ans"))["code"] == "command_reused"
        async with socket(place.url, place.cookies["chidi"]) as line:
            await line.hello()
            # S20: another's command id is nobody's business; its card is taken, though.
            await line.say(command)
            assert (await line.hear("ans"))["code"] == "id_taken"

    asyncio.run(run())


def test_refusals_are_answered_alike_too(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["dana"]) as line:
            await line.hello()
            command = {"t": "cmd", "id": new_id(), "n": 1, "verb": "card.add", "args": new_card(place)}
            await line.say(command)
            await line.say(command)
            first, second = await line.hear("ans"), await line.hear("ans")
            assert first == second
            assert (first["s"], first["code"]) == ("refused", "not_allowed")

    asyncio.run(run())


def test_a_missing_number_makes_the_later_ones_wait(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello(following=5)
            await line.say(
                {"t": "cmd", "id": new_id(), "n": 6, "verb": "card.add", "args": new_card(place, "Second")}
            )
            heard = await line.hear("ans")
            assert (heard["s"], heard["code"]) == ("later", "gap")
            assert heard["wait"] > 0
            line.number = 5
            assert (await line.command("card.add", **new_card(place, "First")))["s"] == "done"
            assert (await line.command("card.add", **new_card(place, "Second")))["s"] == "done"

    asyncio.run(run())


def test_a_frame_recorded_earlier_opens_nothing_for_another_person(place: Place) -> None:
    async def run() -> None:
        recorded = [
            {"t": "hello", "wire": 1, "device": new_id(), "next": 1},
            {"t": "sub", "scope": place.scope, "epoch": "0", "seq": 0},
            {"t": "cmd", "id": new_id(), "n": 1, "verb": "card.add", "args": new_card(place)},
        ]
        async with socket(place.url, place.cookies["ben"]) as line:
            for message in recorded:
                await line.say(message)
            assert (await line.hear("ans"))["s"] == "done"
        async with socket(place.url, place.cookies["mallory"]) as line:
            for message in recorded:
                await line.say(message)
            assert (await line.hear("gone"))["code"] == "not_found"
            assert (await line.hear("ans"))["code"] == "not_found"

    asyncio.run(run())


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:1"])
def test_forged_origin_is_refused_with_a_reason(place: Place, origin: str) -> None:
    async def run() -> InvalidStatus:
        with pytest.raises(InvalidStatus) as caught:
            async with socket(place.url, place.cookies["ben"], origin=origin):
                pass
        return caught.value

    if origin == "":
        headers = {"connection": "upgrade", "upgrade": "websocket", "sec-websocket-version": "13"}
        headers |= {"sec-websocket-key": "MDEyMzQ1Njc4OWFiY2RlZg==", "cookie": place.cookies["ben"]}
        answer = httpx.get(f"{place.url}/live/socket", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "bad_origin")
        return
    refused = asyncio.run(run())
    assert refused.response.status_code == 403
    assert json.loads(refused.response.body)["code"] == "bad_origin"


@pytest.mark.parametrize("cookie", ["", "sessionid=abcdefghijklmnopqrstuvwxyz012345", "expired"])
def test_nobody_and_expired_sessions_are_told_to_sign_in(place: Place, cookie: str) -> None:
    sent = sign_in(ident("ben"), expires_in_s=-5) if cookie == "expired" else cookie

    async def run() -> None:
        async with socket(place.url, sent) as line:
            assert await line.hear("bye") == {"t": "bye", "code": "signed_out"}
            assert await line.closed() == 4001

    asyncio.run(run())


def test_more_than_200_scopes_are_too_many(place: Place) -> None:
    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            await line.sub(place.scope)
            for at in range(199):
                await line.say({"t": "sub", "scope": f"board:{at}"})
            await line.sub(place.scope)
            await line.say({"t": "sub", "scope": "board:one-more"})
            assert await line.hear("bye") == {"t": "bye", "code": "too_many"}
            assert await line.closed() == 4003

    asyncio.run(run())


def test_subscription_says_what_to_do_with_an_old_wrong_or_newer_copy(place: Place) -> None:
    place.add_cards(2)

    async def run() -> None:
        async with socket(place.url, place.cookies["ben"]) as line:
            await line.hello()
            for epoch, seq, code in ((None, None, "epoch"), ("other", 1, "epoch"), ("0", 10**6, "ahead")):
                await line.say({"t": "sub", "scope": place.scope, "epoch": epoch, "seq": seq})
                assert (await line.hear("reset"))["code"] == code
            await line.say({"t": "sub", "scope": place.scope, "epoch": "0", "seq": 0})
            missed = (await line.hear("ch"))["c"]
            told = await line.hear("subbed")
            assert [change[2] for change in missed] == list(range(1, told["seq"] + 1))

    asyncio.run(run())


def test_moves_reach_watchers_and_only_them(place: Place) -> None:
    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["chidi"]) as chidi,
            socket(place.url, place.cookies["dana"]) as dana,
        ):
            for line in (ben, chidi, dana):
                await line.hello()
                await line.sub(place.scope)
                line.passed.clear()
            await dana.say({"t": "unsub", "scope": place.scope})
            await dana.say({"t": "ping"})
            await dana.hear("pong")
            answer = await ben.command("card.add", **new_card(place))
            change = await chidi.change(place.scope)
            assert [change[0], change[2]] == answer["wrote"][0]
            assert change[3] == ident("ben")
            assert change[4] == answer["id"]
            await dana.say({"t": "ping"})
            await dana.hear("pong")
            assert not [message for message in dana.passed if message["t"] == "ch"]

    asyncio.run(run())


def test_link_reader_of_the_shared_board_reads_and_never_writes(place: Place) -> None:
    scope, team = f"board:{ident('plan')}", f"team:{ident('plan')}"

    async def run() -> None:
        async with socket(place.url, link=LINK) as line:
            assert (await line.hello())["person"] is None
            await line.sub(scope)
            for closed in (team, f"desk:{ident('plan')}", place.scope):
                await line.say({"t": "sub", "scope": closed, "epoch": "0", "seq": 0})
                assert (await line.hear("gone"))["scope"] == closed
            answer = await line.command("card.rename", card_id=ident("ink"), title="Mine")
            assert (answer["s"], answer["code"]) == ("refused", "signed_out")
            await line.say({"t": "people", "board": ident("plan"), "ids": [ident("ben")]})
            assert (await line.hear("people"))["people"] == []
            await line.say({"t": "here", "scope": scope, "card": None})
            await line.say({"t": "ping"})
            await line.hear("pong")
            assert not [message for message in line.passed if message["t"] == "here"]

    asyncio.run(run())


async def names(line: Socket, place: Place, who: list[str]) -> list[str]:
    await line.say({"t": "people", "board": place.board, "ids": [ident(name) for name in who]})
    return sorted(name for _, name, _ in (await line.hear("people"))["people"])


def test_names_are_told_to_those_who_see_the_team_and_of_those_on_the_board(place: Place) -> None:
    async def run() -> None:
        for name, expected in (("dana", ["Ben", "Chidi"]), ("mallory", []), ("eve", [])):
            async with socket(place.url, place.cookies[name]) as line:
                await line.hello()
                assert await names(line, place, ["ben", "chidi", "mallory"]) == expected, name

    asyncio.run(run())
