"""Clocks that jump, and old things thrown away (S3, S20)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tafla.chat import tidying as chat_tidying
from tafla.chat.models import TalkSeen
from tafla.core.ids import new_id
from tafla.sync import batch, tidying
from tafla.sync.models import AccessChange, Answer, Job
from tests.support.world import World, build_world

DAY_MS = 86_400_000
NOW = 1_800_000_000_000


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


def clock(ms: int) -> Callable[[], int]:
    return lambda: ms


def test_a_clock_that_jumps_a_day_either_way_changes_no_order(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scope, said = f"board:{world.plan}", []
    for at, jump in enumerate((0, DAY_MS, -DAY_MS, 0)):
        monkeypatch.setattr(batch, "now_ms", clock(NOW + jump))
        command_id = new_id()
        first = world.run("ben", "card.rename", command_id, card_id=world.ink, title=f"Title {at}")
        monkeypatch.setattr(batch, "now_ms", clock(NOW - jump))
        assert world.run("ben", "card.rename", command_id, card_id=world.ink, title=f"Title {at}") == first
        said.append(first)
    assert [answer["wrote"] for answer in said] == [[[scope, seq]] for seq in (1, 2, 3, 4)]
    assert world.card("ink")["title"] == "Title 3"


def test_tidying_takes_old_answers_in_slices_and_leaves_the_rest(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "now_ms", clock(NOW))
    monkeypatch.setattr(tidying, "SLICE", 10)
    monkeypatch.setattr(tidying, "REST_S", 0)
    kept = tidying.ANSWERS_KEPT_MS
    ages = [("old", kept + 1)] * 35 + [("new", kept - 1)] * 7
    Answer.objects.bulk_create(
        Answer(key=f"{age}.{at}", digest="d", verb="card.add", answer="{}", at=NOW - ms)
        for at, (age, ms) in enumerate(ages)
    )
    AccessChange.objects.create(ground="board:old", at=NOW - tidying.ACCESS_CHANGES_KEPT_MS - 1)
    AccessChange.objects.create(ground="board:new", at=NOW)
    assert tidying.tidy() == 36
    assert Answer.objects.count() == 7
    assert [change.ground for change in AccessChange.objects.all()] == ["board:new"]


def test_ended_jobs_go_with_the_answers_of_their_commands(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "now_ms", clock(NOW))
    kept = tidying.ANSWERS_KEPT_MS
    for state in ("running", "done", "failed", "cancelled"):
        for age in (kept + 1, kept - 1):
            fact = {"person_id": world.ben, "kind": "x", "args": "{}", "total": 1, "at": NOW - age}
            Job.objects.create(id=new_id(), state=state, **fact)
    assert tidying.tidy() == 3
    left = Job.objects.filter(at__lt=NOW - kept).values_list("state", flat=True)
    assert (list(left), Job.objects.count()) == (["running"], 5)


def test_how_far_one_had_read_goes_with_the_chat(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_tidying, "SLICE", 1)
    monkeypatch.setattr(chat_tidying, "REST_S", 0)
    for card in ("ink", "oak"):
        card_id = getattr(world, card)
        world.done("ben", "chat.post", message_id=new_id(), card_id=card_id, text="x")
        for who in ("chidi", "ana"):
            world.done(who, "chat.seen", card_id=card_id, until=NOW)
    world.done("ben", "card.delete", card_ids=[world.ink, world.oak])
    assert chat_tidying.tidy() == 0
    world.done("ben", "card.purge", card_ids=[world.ink])
    assert chat_tidying.tidy() == 2
    assert set(TalkSeen.objects.values_list("subject_id", flat=True)) == {world.oak}
    world.done("chidi", "card.restore", card_ids=[world.oak])
    world.done("chidi", "chat.seen", card_id=world.oak, until=NOW)
