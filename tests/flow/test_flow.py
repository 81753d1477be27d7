"""Flow as it is kept and read: the listener, moves between boards, forgetting, who may."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tafla.accounts.models import Member
from tafla.core.ids import new_id
from tafla.flow.models import Stay
from tafla.people.models import Person
from tafla.sync import batch
from tafla.sync.listeners import LISTENERS, step
from tafla.sync.models import Cursor
from tests.support.world import THEN, World, build_world, ident

HOUR = 3_600_000


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Any:
    def go(to: int) -> None:
        monkeypatch.setattr(batch, "now_ms", lambda: THEN + to * HOUR)
        monkeypatch.setattr("tafla.flow.queries.now_ms", lambda: THEN + to * HOUR)

    return go


def listen() -> None:
    one = LISTENERS["flow"]
    one.position = None
    while step(one):
        pass


def get(name: str, path: str) -> tuple[int, Any]:
    client = Client()
    client.force_login(Person.objects.get(id=ident(name)), settings.AUTHENTICATION_BACKENDS[0])
    answer = client.get(f"/api/v1/{path}")
    return answer.status_code, answer.json()


def stays(card: str) -> list[tuple[str, int, int | None]]:
    """(column, from, to) in hours after the beginning."""
    kept = Stay.objects.filter(card_id=card).order_by("pos").values_list("column_id", "from_at", "to_at")
    return [(c, (f - THEN) // HOUR, None if t is None else (t - THEN) // HOUR) for c, f, t in kept]


def worked(world: World, hours: Any) -> str:
    """A card that was made, begun, given back, begun again and completed."""
    hours(1)
    card = new_id()
    world.done("chidi", "card.add", column_id=world.todo, cards=[{"card_id": card, "title": "New"}])
    for at, column in enumerate((world.doing, world.todo, world.doing, world.closed)):
        hours(2 * at + 3)
        world.done("chidi", "card.move", card_ids=[card], column_id=column)
    return card


def test_stays_follow_a_card_and_are_kept_once(world: World, hours: Any) -> None:
    card = worked(world, hours)
    for _ in range(2):
        listen()
        todo, doing = world.todo, world.doing
        assert stays(card) == [
            (todo, 1, 3),
            (doing, 3, 5),
            (todo, 5, 7),
            (doing, 7, 9),
            (world.closed, 9, None),
        ]
        Cursor.objects.filter(name="flow").delete()


def test_many_at_once_are_kept_in_one_step(world: World, hours: Any) -> None:
    hours(1)
    world.done("chidi", "card.move", card_ids=[world.ink, world.oak, world.elm], column_id=world.doing)
    hours(2)
    world.done("chidi", "card.move", card_ids=[world.ink, world.elm], column_id=world.closed)
    listen()
    assert stays(world.oak) == [(world.doing, 1, None)]
    assert stays(world.elm) == [(world.doing, 1, 2), (world.closed, 2, None)]


def test_many_steps_hold_the_writer_no_longer_than_few(world: World) -> None:
    """Whoever moves cards meanwhile waits for it: so many statements, however many steps there are."""
    card = new_id()
    world.done("chidi", "card.add", column_id=world.todo, cards=[{"card_id": card, "title": "New"}])
    counts = []
    for turns in (3, 60):
        for turn in range(turns):
            column = (world.doing, world.todo)[turn % 2]
            world.done("chidi", "card.move", card_ids=[card], column_id=column)
        with CaptureQueriesContext(connection) as asked:
            listen()
        counts.append(len(asked))
    assert len(stays(card)) == 1 + 3 + 60 - 1
    assert counts[1] <= counts[0]


def test_a_card_takes_its_stays_to_another_board_and_its_names_not(world: World, hours: Any) -> None:
    hours(1)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.doing)
    hours(4)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    listen()
    assert stays(world.ink) == [(world.doing, 1, 4), (world.later, 4, None)]
    status, told = get("eve", f"cards/{world.ink}/flow")
    assert status == 200
    assert [stay["column"] for stay in told["stays"]] == [None, "later"]
    for earlier, later in pairwise(told["stays"]):
        assert earlier["to_at"] == later["from_at"]


def test_nothing_is_left_of_a_card_deleted_for_ever(world: World, hours: Any) -> None:
    card = worked(world, hours)
    world.done("chidi", "card.delete", card_ids=[card])
    listen()
    assert stays(card)
    world.done("ben", "card.purge", card_ids=[card])
    listen()
    assert not stays(card)
    # However late the log is read.
    Cursor.objects.filter(name="flow").delete()
    listen()
    assert not stays(card)


def test_a_board_tells_its_days_and_what_completed_cards_took(world: World, hours: Any) -> None:
    worked(world, hours)
    listen()
    hours(30)
    status, flow = get("chidi", f"boards/{world.plan}/flow?days=7&zone=Asia/Kathmandu")
    assert status == 200
    assert len(flow["days"]) == 7
    # THEN is 14:18 on the ninth in Kathmandu; the card was completed nine hours later, at 23:18.
    assert flow["days"][-1] == "2025-10-10"
    assert flow["done"] == [0, 0, 0, 0, 0, 2, 0]
    counts = {column["name"]: column["counts"] for column in flow["columns"]}
    assert set(counts) == {"todo", "doing", "closed"}
    # Had those moved that the log never told of since it began, that day, it would have told.
    assert counts["todo"] == [0, 0, 0, 0, 0, 3, 3]
    assert counts["closed"] == [0, 0, 0, 0, 0, 2, 2]
    card, old = flow["cards"]
    assert (card["lead"], card["cycle"]) == (8 * HOUR, 6 * HOUR)
    assert (old["id"], old["lead"], old["cycle"]) == (world.old, 0, None)
    assert card["columns"] == {world.todo: 4 * HOUR, world.doing: 4 * HOUR}
    assert flow["lead"] == {"cards": 2, "median": 4 * HOUR, "promise": 8 * HOUR}


@pytest.mark.parametrize(
    "query", ["zone=Mars/Base", "zone=../etc", "zone=Factory", "days=0", "days=400", "days=x"]
)
def test_bad_words_are_refused(world: World, query: str) -> None:
    assert get("chidi", f"boards/{world.plan}/flow?{query}")[0] == 422


@pytest.mark.parametrize("path", ["boards/x/flow", "cards/x/flow", "boards/%00/flow"])
def test_what_is_not_there_is_not_found(world: World, path: str) -> None:
    assert get("chidi", path)[0] == 404


def test_who_lost_the_board_is_told_nothing(world: World) -> None:
    assert get("eve", f"boards/{world.ops}/flow")[0] == 200
    Member.objects.filter(board_id=world.ops).delete()
    assert get("chidi", f"boards/{world.ops}/flow")[0] == 404
    assert get("chidi", f"cards/{world.ops1}/flow")[0] == 404


@pytest.fixture
def imported(world: World, hours: Any) -> World:
    """A day on, three older cards come to `plan`, one of them completed at six; the others go on."""
    hours(24)
    plain = {"rank": "zz", "number": 90, "title": "x", "created_at": THEN + HOUR}
    cards = [
        plain | {"id": world.came, "column_id": world.closed, "completed_at": THEN + 6 * HOUR},
        plain | {"id": world.new, "column_id": world.todo},
        plain | {"id": world.fresh, "column_id": world.doing},
    ]
    world.done("ben", "card.import", board_id=world.plan, cards=cards)
    hours(26)
    world.done("chidi", "card.move", card_ids=[world.new], column_id=world.doing)
    hours(30)
    world.done("chidi", "card.move", card_ids=[world.new, world.fresh], column_id=world.closed)
    listen()
    hours(72)
    return world


def test_what_was_before_the_log_is_said_to_be_unknown(imported: World) -> None:
    flow = get("chidi", f"boards/{imported.plan}/flow?days=7")[1]
    counts = {column["name"]: column["counts"] for column in flow["columns"]}
    # THEN is at 8:33. The log begins on the second day, with the import; what is known of the first is that
    # seven cards were there, and that the two in Completed were completed.
    assert flow["unknown"] == [0, 0, 0, 6, 0, 0, 0]
    assert counts["closed"] == [0, 0, 0, 2, 4, 4, 4]
    assert counts["todo"] == [0, 0, 0, 0, 3, 3, 3]
    assert counts["doing"] == [0, 0, 0, 0, 1, 1, 1]
    assert flow["known_from"] == THEN + 24 * HOUR


def test_times_that_the_log_does_not_tell_are_none(imported: World) -> None:
    flow = get("chidi", f"boards/{imported.plan}/flow?days=7")[1]
    cards = {card["id"]: (card["lead"], card["cycle"], card["columns"]) for card in flow["cards"]}
    # Completed before it came: how long it took is known, when it was begun is not.
    assert cards[imported.came] == (5 * HOUR, None, {})
    # In the first column when it came: begun when it left it; how long it had stood there is not known.
    assert cards[imported.new] == (29 * HOUR, 4 * HOUR, {imported.doing: 4 * HOUR})
    # In work already.
    assert cards[imported.fresh] == (29 * HOUR, None, {})
    assert flow["cycle"]["cards"] == 1
    assert flow["lead"]["cards"] == 4
    assert get("chidi", f"cards/{imported.fresh}/flow")[1]["cycle"] is None


def test_a_board_whose_log_tells_all_knows_all(world: World, hours: Any) -> None:
    hours(1)
    made = {"board_id": world.fresh, "account_id": world.acme, "name": "New", "template": "help_desk"}
    world.done("chidi", "board.create", **made)
    listen()
    hours(5)
    flow = get("chidi", f"boards/{world.fresh}/flow?days=7")[1]
    assert (set(flow["unknown"]), flow["known_from"]) == ({0}, None)
    assert sum(column["counts"][-1] for column in flow["columns"]) > 5
