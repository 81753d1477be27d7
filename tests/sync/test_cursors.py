"""How far listeners certainly read (S19), and what they wait for."""

import pytest
from django.db import connection

from tafla.sync import listeners
from tafla.sync.db import current
from tafla.sync.listeners import Change, Listener, position_of, step
from tests.support.world import World, build_world


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1_000.0]
    monkeypatch.setattr("tafla.sync.listeners.time.monotonic", lambda: now[0])
    return now


def rename(world: World, title: str) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title=title)


def test_who_is_told_something_has_read_that_far_at_once(each_database: object, clock: list[float]) -> None:
    world, told = build_world(), list[Change]()
    one = Listener("test.told", frozenset({"board"}), tell_all=told.extend)
    for title in ("one", "two"):
        rename(world, title)
        step(one)
        assert position_of(one.name) == one.position
    assert len(told) == 2


def test_who_is_told_nothing_writes_so_now_and_then(each_database: object, clock: list[float]) -> None:
    world = build_world()
    one = Listener("test.deaf", frozenset({"desk"}), tell_all=list[Change]().extend)
    rename(world, "one")
    step(one)
    first = position_of(one.name)
    assert first == one.position
    rename(world, "two")
    step(one)
    assert position_of(one.name) == first != one.position
    clock[0] += listeners.SAVE_EVERY_S + 1
    step(one)
    assert position_of(one.name) == one.position


def test_only_a_connection_that_says_so_does_not_wait_for_the_disk(each_database: object) -> None:
    ask = "PRAGMA synchronous" if connection.vendor == "sqlite" else "SHOW synchronous_commit"
    waits, later = (2, 1) if connection.vendor == "sqlite" else ("on", "off")
    durable = current().query(ask)[0][0]
    current().sync_later()
    assert current().query(ask)[0][0] == later
    connection.close()
    assert current().query(ask)[0][0] == durable
    # The tests' own PostgreSQL waits for no disk either.
    assert connection.vendor == "postgresql" or durable == waits
