"""Snapshots: access per request, encoded once, and always completed by the socket's tail (S5, S6, S10)."""

import asyncio
import gzip
import json
from itertools import count
from pathlib import Path
from typing import Any

import brotli
import httpx
import pytest
import zstandard

from tafla.core.ids import new_id
from tafla.doors import snapshots
from tafla.sync import snapshot
from tafla.sync.dispatch import do
from tafla.sync.reading import Head, Reader
from tests.doors.conftest import Place
from tests.support.sockets import socket
from tests.support.world import LINK, ident

UNPACK: dict[str, Any] = {
    "zstd": lambda body: zstandard.ZstdDecompressor().decompressobj().decompress(body),
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": lambda body: body,
}


def ask(
    place: Place, scope: str, name: str = "ben", query: str = "part=all", **headers: str
) -> httpx.Response:
    sent = {"cookie": place.cookies.get(name, ""), "accept-encoding": "identity", **headers}
    return httpx.get(f"{place.url}/live/snapshot/{scope}?{query}", headers=sent)


def test_snapshot_holds_every_row(place: Place) -> None:
    place.add_cards(40)
    found = ask(place, place.scope)
    assert found.status_code == 200
    body = found.json()
    truth = place.world.copy(place.scope)
    assert (body["seq"], body["epoch"], body["wire"]) == (truth.seq, truth.epoch, 1)
    cards = body["tables"]["cards"]
    ids = [dict(zip(cards["fields"], row, strict=True))["id"] for row in cards["rows"]]
    assert sorted(ids) == sorted(truth.tables["cards"])


def test_head_has_thirty_cards_a_column_and_all_counts(place: Place) -> None:
    place.add_cards(40)
    place.add_cards(3, column=1)
    whole, head = ask(place, place.scope).json(), ask(place, place.scope, query="part=head").json()
    assert len(head["tables"]["cards"]["rows"]) == 33
    assert head["tables"]["columns"] == whole["tables"]["columns"]
    assert head["counts"] == whole["counts"] == {"cards": {place.columns[0]: 40, place.columns[1]: 3}}
    assert head["seq"] == whole["seq"]
    first = [row for row in whole["tables"]["cards"]["rows"] if row in head["tables"]["cards"]["rows"]]
    assert first == head["tables"]["cards"]["rows"]


@pytest.mark.parametrize("encoding", ["zstd", "br", "gzip", "identity"])
def test_every_encoding_says_the_same(place: Place, encoding: str) -> None:
    place.add_cards(5)
    with httpx.stream(
        "GET",
        f"{place.url}/live/snapshot/{place.scope}",
        headers={"cookie": place.cookies["ben"], "accept-encoding": encoding},
    ) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert "accept-encoding" in answer.headers["vary"]
    assert json.loads(UNPACK[encoding](raw)) == ask(place, place.scope).json()


def test_etag_is_answered_with_304_to_those_who_may_read_only(place: Place) -> None:
    place.add_cards(1)
    tag = ask(place, place.scope).headers["etag"]
    again = ask(place, place.scope, **{"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert ask(place, place.scope, "mallory", **{"if-none-match": tag}).status_code == 404


def test_foreign_and_absent_are_the_same_404(place: Place) -> None:
    """Nothing tells somebody else's board from none (S10): not the body, nor any header."""
    answers = [
        ask(place, scope, "mallory")
        for scope in (place.scope, f"board:{new_id()}", f"team:{place.board}", "board:", "odd:1", "x")
    ]
    answers.append(ask(place, f"desk:{place.board}", "dana"))
    answers.append(ask(place, f"person:{ident('ben')}", "dana"))
    answers.append(ask(place, place.scope, "nobody"))
    told = {
        (
            answer.status_code,
            answer.content,
            tuple(sorted((k, v) for k, v in answer.headers.items() if k != "date")),
        )
        for answer in answers
    }
    assert len(told) == 1
    assert answers[0].status_code == 404
    assert answers[0].json() == {"code": "not_found", "args": {}}


def test_access_is_checked_on_each_request_though_the_answer_is_kept(place: Place) -> None:
    place.add_cards(1)
    assert ask(place, place.scope, "chidi").status_code == 200
    do(ident("ana"), "member.remove", board_id=place.board, person_id=ident("chidi"))
    assert ask(place, place.scope, "chidi").status_code == 404
    assert ask(place, place.scope, "dana").status_code == 200


def test_link_opens_the_board_and_nothing_beside_it(place: Place) -> None:
    board = ident("plan")
    query = f"part=all&link={LINK}"
    assert ask(place, f"board:{board}", "nobody", query).status_code == 200
    for scope in (f"team:{board}", f"desk:{board}", place.scope):
        assert ask(place, scope, "nobody", query).status_code == 404
    assert ask(place, f"board:{board}", "nobody", "part=all&link=wrong").status_code == 404


@pytest.mark.parametrize("query", ["part=some", "part=", "part=all&part=none"])
def test_unknown_part_is_refused(place: Place, query: str) -> None:
    assert ask(place, place.scope, query=query).status_code == 400


def test_a_kept_snapshot_and_the_sockets_tail_make_the_truth(place: Place) -> None:
    """S6, with an answer that is older than the head: changes never make it be built again."""
    first = ask(place, place.scope)
    place.add_cards(7)

    async def run() -> None:
        async with (
            socket(place.url, place.cookies["ben"]) as ben,
            socket(place.url, place.cookies["chidi"]) as chidi,
        ):
            await chidi.hello()
            await ben.hello()
            for at in range(20):
                card = {"card_id": new_id(), "title": f"Card {at}"}
                answer = await chidi.command("card.add", column_id=place.columns[0], cards=[card])
            older = (await asyncio.to_thread(ask, place, place.scope)).json()
            assert older["seq"] == first.json()["seq"], "the kept snapshot was built again"
            held = await ben.open(place.scope, older)
            await chidi.command("card.rename", card_id=card["card_id"], title="Last")
            while held.seq <= answer["wrote"][0][1]:
                await ben.change(place.scope)
            truth = await asyncio.to_thread(place.world.copy, place.scope)
            assert (held.seq, held.tables) == (truth.seq, truth.tables)

    asyncio.run(run())


def test_of_many_who_come_at_once_one_builds_and_packs(
    monkeypatch: pytest.MonkeyPatch, database: Path
) -> None:
    """As after a restart, on a board where something moves all the time."""
    numbers, built, packed = count(), [], []

    class Slow:
        gate = None

        async def in_thread(self, work: Any, *args: Any) -> Any:
            await asyncio.sleep(0.01)
            return work(None, *args)

    def build(*_: object) -> tuple[Head, bytes]:
        built.append(1)
        return Head("0", next(numbers), 0), b"x" * 1000

    def pack(body: bytes) -> bytes:
        packed.append(1)
        return gzip.compress(body)

    async def run() -> None:
        kept = snapshots.Snapshots(Slow())  # type: ignore[arg-type]
        asked = [kept.get(Reader("x"), "team:x", "all", "gzip") for _ in range(50)]
        assert len({body for _, body in await asyncio.gather(*asked)}) == 1

    monkeypatch.setattr(snapshots, "_look", lambda *_: Head("0", next(numbers), 0))
    monkeypatch.setattr(snapshot, "read_snapshot", build)
    monkeypatch.setitem(snapshots._PACK, "gzip", pack)
    asyncio.run(run())
    assert (len(built), len(packed)) == (1, 1)
