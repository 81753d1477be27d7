"""Marks cost nothing while commands run, however many people are on the board."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from tafla.accounts.models import Member
from tafla.marks import queries
from tafla.marks.models import BoardSeen, CardSeen, News
from tafla.sync.db import Postgres, Sqlite, current
from tests.marks.looking import marks
from tests.support.world import THEN, World, ident


@contextmanager
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the engine asks of the database meanwhile."""
    found: list[str] = []

    def counted(kind: type, name: str) -> None:
        real = getattr(kind, name)

        def count(self: object, what: str, *args: object, **more: object) -> object:
            found.append(what)
            return real(self, what, *args, **more)

        patched.setattr(kind, name, count)

    with monkeypatch.context() as patched:
        for name in ("query", "run", "insert", "update"):
            counted(Sqlite if connection.vendor == "sqlite" else Postgres, name)
        yield found


def crowd(world: World, people: range) -> None:
    """These people come to `plan`, too."""
    key = {"board_id": world.plan, "role": "member", "joined_at": THEN}
    ids = [ident(f"person {at}") for at in people]
    Member.objects.bulk_create(Member(id=f"{world.plan}.{one}", person_id=one, **key) for one in ids)


def test_a_command_takes_as_many_statements_with_1000_members_as_with_10(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = {}
    for size, people in ((10, range(10)), (1_000, range(10, 1_000))):
        crowd(world, people)
        # The circle is loaded before, as in a live process.
        world.batch(world.command("ben", "card.rename", card_id=world.oak, title=f"{size}"))
        rename = world.command("ben", "card.rename", card_id=world.ink, title=f"{size}")
        with statements(monkeypatch) as found:
            assert world.batch(rename)[0].answer["s"] == "done"
        taken[size] = found
    assert len(taken[10]) == len(taken[1_000])
    assert not any("marks_" in sql for sql in taken[1_000])
    marks("chidi")
    assert (CardSeen.objects.count(), BoardSeen.objects.count()) == (0, 0)
    assert News.objects.count() == 2


def test_marks_appear_after_the_listener_has_read_and_not_before(world: World) -> None:
    db, asked = current(), ident("chidi")
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    found = queries.of_board(db, asked, world.plan)
    assert (dict(found["marks"]), found["is_behind"]) == ({}, True)
    assert marks("chidi") == {"ink": ["title"]}
    assert not queries.of_board(db, asked, world.plan)["is_behind"]
