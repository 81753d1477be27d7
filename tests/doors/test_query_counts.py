"""Pages and snapshots ask the database a handful of questions, and as many for much as for little.

They are counted as in a live process that knows the board's team: circles are held in memory.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection

from tafla.accounts.models import BoardPrivacy, Member
from tafla.boards.models import Board, BoardTemplate, Column
from tafla.boards.templates import find_template
from tafla.cards.models import ChecklistItem
from tafla.chat.models import Talk
from tafla.history.models import Entry
from tafla.people.models import Person
from tafla.sync import reading, snapshot
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tests.history.lines import indexed
from tests.support.client import Browser
from tests.support.shelves import attached
from tests.support.talks import long_talk
from tests.support.world import PEOPLE, THEN, World, build_world, ident, make_card, many_cards

MOST = 10


@pytest.fixture
def world(database: Path) -> World:
    return build_world()


@contextmanager
def asked() -> Iterator[list[str]]:
    """The statements that read meanwhile, on SQLite; they are the same on both databases."""
    statements: list[str] = []
    current()
    raw = connection.connection
    raw.set_trace_callback(statements.append)
    try:
        yield statements
    finally:
        raw.set_trace_callback(None)
        assert connection.connection is raw, "what was counted went another way"
    statements[:] = [sql for sql in statements if sql.lstrip().upper().startswith(("SELECT", "WITH"))]


def page(gate: Gate, path: str) -> list[str]:
    """The questions behind a page for Chidi, the session's among them."""
    browser = Browser()
    browser.client.force_login(Person.objects.get(id=ident("chidi")), settings.AUTHENTICATION_BACKENDS[0])
    with pytest.MonkeyPatch.context() as patched, asked() as statements:
        patched.setattr("tafla.sync.dispatch._engine", [SimpleNamespace(gate=gate)])
        answer = browser.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.content
    return statements


def scope(gate: Gate, name: str) -> list[str]:
    """The questions behind a snapshot for Chidi."""
    db = current()
    with asked() as statements:
        reading.access_scope(db, gate, reading.Reader(ident("chidi")), name)
        reading.head_of(db, name)
        snapshot.read_snapshot(db, name, "all")
    return statements


def begun(world: World) -> None:
    """A line of history, a message, a file."""
    world.done("chidi", "card.rename", card_id=world.ink, title="Begun")
    world.done("chidi", "chat.post", message_id=world.hello, card_id=world.ink, text="Hello")
    attached(world, "first file")


def more_boards(world: World) -> None:
    """Boards of Chidi's with columns, cards that are late and people."""
    for at in range(20):
        board, column = ident(f"board {at}"), ident(f"column {at}")
        made = {"account_id": world.acme, "privacy": "team", "state": "open"}
        Board.objects.create(
            id=board, account_id=world.acme, name=f"B{at}", kind="task", created_at=THEN, created_by=world.ana
        )
        BoardPrivacy.objects.create(id=board, **made)
        Column.objects.create(id=column, board_id=board, name="C", kind="normal", rank="a0V")
        for who in PEOPLE[1:4]:
            key = {"id": f"{board}.{ident(who)}", "board_id": board, "person_id": ident(who)}
            Member.objects.create(**key, role="member", joined_at=THEN)
        card = make_card(f"late {at}", "todo", "a0V", 100)
        card.board_id, card.column_id, card.due_at = board, column, 1
        card.save()


def more_templates(world: World) -> None:
    content = find_template("sprint")
    assert content is not None
    for at in range(20):
        told = {"name": f"T{at}", "content": content.model_dump_json(), "at": THEN, "by": world.ana}
        BoardTemplate.objects.create(id=ident(f"template {at}"), account_id=world.acme, **told)


def more_history(world: World) -> None:
    """Entries of many cards and people."""
    for who in PEOPLE[1:4]:
        Member.objects.filter(person_id=ident(who), board_id=world.plan).update(role="admin")
    many_cards("doing", 30)
    for at in range(30):
        who, card = ("ben", "chidi")[at % 2], (world.ink, ident(f"m{at}"))[at % 2]
        world.done(who, "card.rename", card_id=card, title=f"Title {at}")
        world.done(who, "card.assign", card_ids=[card], person_id=ident(PEOPLE[at % 3 + 1]))
        told = {"by": ident(who), "verb": "card.assign", "what": "assigned", "new": [ident(PEOPLE[at % 7])]}
        place = {"pos": 0, "n": at, "board_id": world.plan, "card_id": card}
        Entry.objects.create(**place, **told, at=THEN, command_id=ident(f"c{at}"))


def more_talk(world: World) -> None:
    Talk.objects.filter(id=world.ink).delete()
    long_talk(world, "ink", 300)


def more_details(world: World) -> None:
    for version in range(30):
        who = ("ben", "chidi")[version % 2]
        world.done(who, "card.set_details", card_id=world.ink, text=f"Text {version}", base_version=version)


def more_items(world: World) -> None:
    made = {"card_id": world.ink, "created_at": THEN, "created_by": world.ben}
    for at in range(100):
        ChecklistItem.objects.create(id=ident(f"item {at}"), rank=f"a{at:03}V", text="Step", **made)


def more_files(world: World) -> None:
    for at in range(20):
        attached(world, f"file {at}")


ASKED: dict[str, tuple[Callable[[World], None], Callable[[Gate, str], list[str]], str]] = {
    "home": (more_boards, page, "/home"),
    "templates": (more_templates, page, "/templates"),
    "card history": (more_history, page, "/cards/{ink}/history"),
    "board history": (more_history, page, "/boards/{plan}/history"),
    "messages": (more_talk, page, "/talks/{ink}/messages"),
    "versions": (more_details, page, "/cards/{ink}/details/versions"),
    "card:": (more_items, scope, "card:{ink}"),
    "chat:": (more_talk, scope, "chat:{ink}"),
    "shelf:": (more_files, scope, "shelf:{ink}"),
}


@pytest.mark.parametrize("name", ASKED)
def test_few_questions_and_none_for_each_row(world: World, name: str) -> None:
    more, ask, place = ASKED[name]
    place = place.format(ink=world.ink, plan=world.plan)
    gate = Gate()
    # One of each is there, so that nothing is left out for want of any; the first to ask fills the gate.
    begun(world)
    indexed()
    ask(gate, place)
    few = ask(gate, place)
    more(world)
    indexed()  # what the listener has not come to yet is read from the log, by five questions more
    many = ask(gate, place)
    assert len(many) == len(few), [sql[:100] for sql in many]
    assert len(many) <= MOST, [sql[:100] for sql in many]
