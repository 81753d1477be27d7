"""Cards in progress that nobody has changed for seven days, by a frozen clock."""

import pytest
from django.test import Client

from tafla.cards.models import Card
from tafla.marks.queries import QUIET_MS, quiet
from tafla.sync.db import current
from tests.marks.conftest import Clock
from tests.marks.looking import NAMES, read_log
from tests.support.world import LINK, THEN, World


def told(world: World, now: int) -> set[str]:
    read_log()
    return {NAMES[card] for card in quiet(current(), world.plan, now)}


@pytest.fixture
def started(world: World) -> World:
    """Three cards in progress since THEN, a completed and a deleted one, too."""
    names = ("ink", "oak", "fig", "old", "bin")
    Card.objects.filter(id__in=[getattr(world, name) for name in names]).update(status="in_progress")
    return world


def test_a_card_is_quiet_from_the_end_of_the_seventh_day(started: World) -> None:
    assert told(started, THEN + QUIET_MS - 1) == set()
    assert told(started, THEN + QUIET_MS) == {"ink", "oak", "fig"}


def test_any_change_by_anybody_begins_the_week_anew(started: World, clock: Clock) -> None:
    clock(THEN + 5_000)
    started.done("ben", "card.move", card_ids=[started.ink], column_id=started.doing)
    started.done("ben", "chat.post", message_id=started.hello, card_id=started.oak, text="x")
    assert told(started, THEN + QUIET_MS) == {"fig"}
    assert told(started, THEN + QUIET_MS + 5_000) == {"ink", "oak", "fig"}


def test_an_order_among_neighbours_is_no_change(started: World, clock: Clock) -> None:
    clock(THEN + 5_000)
    started.done("ben", "card.move", card_ids=[started.oak], column_id=started.todo, before=started.ink)
    assert "oak" in told(started, THEN + QUIET_MS)


def test_whoever_holds_the_link_may_ask(started: World) -> None:
    answer = Client().get(f"/api/v1/boards/{started.plan}/quiet?link={LINK}")
    assert {NAMES[card] for card in answer.json()["cards"]} == {"ink", "oak", "fig"}
