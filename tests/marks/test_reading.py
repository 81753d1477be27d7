"""Pages about marks: who may, how many questions they ask, and what they do with bad input."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tafla.accounts.models import Account, AccountAdmin, BoardPrivacy, Member
from tafla.core.ids import new_id
from tafla.marks import queries
from tafla.marks.models import News
from tafla.people.models import Person
from tafla.sync.db import Postgres, Sqlite, current
from tests.marks.conftest import Clock
from tests.marks.looking import counts, marks
from tests.support.world import LINK, THEN, World, ident, make_card


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(id=ident(name)), settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.fixture
def asked(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions of the engine's kind, as they come."""
    found: list[str] = []
    for kind in (Sqlite, Postgres):
        real = kind.query

        def query(self: Any, sql: str, values: Any = (), *, real: Any = real) -> Any:
            found.append(sql)
            return real(self, sql, values)

        monkeypatch.setattr(kind, "query", query)
    return found


def many_boards(world: World, numbers: range) -> None:
    """Boards of Chidi's, each with a card that Ben has changed."""
    for at in numbers:
        board = ident(f"board {at}")
        BoardPrivacy.objects.create(id=board, account_id=world.acme, privacy="team", state="open")
        key = {"id": f"{board}.{world.chidi}", "board_id": board, "person_id": world.chidi}
        Member.objects.create(**key, role="member", joined_at=THEN)
        card = make_card(f"card {at}", "todo", "a0V", 100)
        card.board_id = board
        card.save()
        told = {"aspect": "title", "at": THEN + 1 + at, "by": world.ben}
        News.objects.create(subject_id=card.id, board_id=board, **told)


@pytest.mark.parametrize(("path", "most"), [(f"boards/{ident('plan')}/marks", 4), ("marks", 6)])
def test_pages_ask_as_much_for_forty_boards_as_for_one(
    world: World, asked: list[str], monkeypatch: pytest.MonkeyPatch, path: str, most: int
) -> None:
    # The board's circle is held, as in a live process.
    monkeypatch.setattr("tafla.sync.dispatch._engine", [SimpleNamespace(gate=world.gate)])
    client, taken = signed_in("chidi"), []
    for begin, end in ((0, 1), (1, 40)):
        many_boards(world, range(begin, end))
        client.get(f"/api/v1/{path}")
        asked.clear()
        assert client.get(f"/api/v1/{path}").status_code == 200
        taken.append(len(asked))
    assert taken[0] == taken[1] <= most, asked


def test_the_newest_of_forty_boards_take_six_questions(world: World, asked: list[str]) -> None:
    many_boards(world, range(40))
    boards = [ident(f"board {at}") for at in range(40)]
    asked.clear()
    found = queries.newest(current(), world.chidi, boards, 10)
    assert [card.at - THEN for card in found] == list(range(40, 30, -1))
    assert len(asked) <= 6


def test_many_marks_are_counted_no_further_than_anybody_reads(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    many_boards(world, range(3))
    monkeypatch.setattr("tafla.marks.queries.MOST_COUNTED", 1)
    for at in range(20):
        card = make_card(f"more {at}", "todo", "a0V", 100)
        card.save()
        News.objects.create(subject_id=card.id, board_id=world.plan, aspect="new", at=THEN + 1, by=world.ben)
    answer = signed_in("chidi").get("/api/v1/marks").json()
    assert (answer["boards"][world.plan], answer["most"]) == (10, 10)


def test_marks_are_for_readers_of_the_board_who_are_signed_in(world: World) -> None:
    address = f"/api/v1/boards/{world.plan}/marks"
    for name, status in (("ana", 200), ("chidi", 200), ("dana", 200), ("eve", 200), ("mallory", 404)):
        assert signed_in(name).get(address).status_code == status, name
    assert Client().get(f"{address}?link={LINK}").status_code == 401
    assert signed_in("mallory").get(f"/api/v1/boards/{new_id()}/marks").status_code == 404
    assert signed_in("mallory").get("/api/v1/boards/%00/marks").status_code == 404


def test_whoever_rules_an_account_reads_marks_of_its_chats(world: World, clock: Clock) -> None:
    for who in ("ana", "faye", "eve"):
        world.done(who, "marks.see_board", board_id=world.plan, at=THEN + 1_000)
    clock(THEN + 2_000)
    world.done("ben", "chat.post", message_id=world.hello, board_id=world.plan, text="x")
    assert [marks(who) for who in ("ana", "faye")] == [{"plan": ["chat"]}] * 2
    assert (marks("eve"), counts("eve")) == ({}, {})
    AccountAdmin.objects.all().delete()
    Account.objects.filter(id=world.acme).update(owner_id=world.mallory)
    for who in ("ana", "faye"):
        assert counts(who) == {}, who


BAD: list[tuple[str, dict[str, Any]]] = [
    ("me/seen", {"at": -1}),
    ("me/seen", {"at": 2**60}),
    ("me/seen", {"at": "now"}),
    ("me/seen", {}),
    (f"me/cards/{ident('ink')}/seen", {"at": 1, "tab": "history"}),
    (f"me/boards/{ident('plan')}/seen", {"at": 1, "tab": "details"}),
    ("me/cards/none/seen", {"at": 1}),
]


@pytest.mark.parametrize(("path", "body"), BAD)
def test_bad_arguments_are_refused(world: World, path: str, body: dict[str, Any]) -> None:
    answer = signed_in("chidi").put(f"/api/v1/{path}", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_arguments")
