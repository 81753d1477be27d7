"""History as it is read: who may, page after page, through moves, purges and a listener that is late."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tafla.boards.models import Board
from tafla.history.models import Entry
from tafla.people.models import Person
from tafla.sync.listeners import LISTENERS
from tafla.sync.models import Cursor
from tests.history.lines import column, indexed, of_board, of_card
from tests.support.world import LINK, World, build_world, ident


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


def get(name: str, path: str) -> "tuple[int, dict]":  # type: ignore[type-arg]
    client = Client()
    client.force_login(Person.objects.get(id=ident(name)), settings.AUTHENTICATION_BACKENDS[0])
    answer = client.get(f"/api/v1/{path}")
    return answer.status_code, answer.json()


def renamed(world: World, count: int) -> None:
    for at in range(count):
        world.done("chidi", "card.rename", card_id=world.ink, title=f"Title {at}")


def test_told_twice_or_by_two_it_stands_there_once(world: World) -> None:
    world.done("chidi", "card.set_status", card_ids=[world.ink, world.oak], status="blocked")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    indexed()
    once = list(Entry.objects.values_list("pos", "n", "what", "card_id"))
    Cursor.objects.all().delete()
    indexed()
    assert list(Entry.objects.values_list("pos", "n", "what", "card_id")) == once
    assert len(once) == 4


def test_one_sees_ones_own_change_before_the_listener_has(world: World) -> None:
    renamed(world, 2)
    indexed()
    world.done("ben", "card.rename", card_id=world.ink, title="Last")
    assert [new for _, _, new in of_card("ink")] == ["Last", "Title 1", "Title 0"]
    assert [new for _, _, new in of_board(is_own=False)] == ["Last", "Title 1", "Title 0"]
    assert Entry.objects.count() == 2


@pytest.mark.parametrize("unread", [0, 3, 7])
def test_pages_follow_each_other_without_gap_or_repeat(world: World, unread: int) -> None:
    renamed(world, 7 - unread)
    indexed()
    for at in range(7 - unread, 7):
        world.done("chidi", "card.rename", card_id=world.ink, title=f"Title {at}")
    seen, following = [], ""
    while following is not None:
        status, page = get("dana", f"cards/{world.ink}/history?limit=3{following and f'&before={following}'}")
        assert (status, len(page["entries"])) == (200, 3 if page["next"] else 1)
        seen += [entry["new"] for entry in page["entries"]]
        following = page["next"]
    assert seen == [f"Title {at}" for at in reversed(range(7))]


def test_a_bulk_command_is_split_between_pages(world: World) -> None:
    world.done("chidi", "card.set_status", card_ids=[world.ink, world.oak, world.elm], status="ready")
    indexed()
    _, first = get("ben", f"boards/{world.plan}/history?limit=2")
    _, second = get("ben", f"boards/{world.plan}/history?limit=2&before={first['next']}")
    cards = [entry["card_id"] for page in (first, second) for entry in page["entries"]]
    assert cards == [world.elm, world.oak, world.ink]
    assert second["next"] is None


def test_who_may_read_it(world: World) -> None:
    renamed(world, 1)
    for path in (f"boards/{world.plan}/history", f"cards/{world.ink}/history"):
        for name in ("ana", "faye", "ben", "chidi", "dana", "eve"):
            assert get(name, path)[0] == 200, name
        assert get("mallory", path) == (404, {"code": "not_found", "args": {}})
        assert get("mallory", f"{path}?link={LINK}")[0] == 404
        assert Client().get(f"/api/v1/{path}?link={LINK}").status_code == 401
    other = get("chidi", f"cards/{world.loot}/history")
    assert other == get("chidi", f"cards/{world.fresh}/history") == get("chidi", "cards/1/history")
    assert other[0] == 404


@pytest.mark.parametrize("odd", ["before=1", "before=x.y", "before=1.2.3", f"before={'9' * 30}.1", "limit=0"])
def test_odd_questions_are_refused(world: World, odd: str) -> None:
    assert get("ben", f"cards/{world.ink}/history?{odd}")[0] == 422


def test_people_and_cards_are_named(world: World) -> None:
    world.done("chidi", "card.assign", card_ids=[world.ink], person_id=world.ben)
    world.done("ana", "member.remove", board_id=world.plan, person_id=world.chidi)
    _, page = get("dana", f"boards/{world.plan}/history")
    assert {person["name"] for person in page["people"]} == {"Ana", "Ben", "Chidi"}
    assert page["cards"] == [{"id": world.ink, "title": "Card ink"}]


@pytest.mark.parametrize("is_indexed", [True, False])
def test_a_card_keeps_its_history_on_another_board(world: World, is_indexed: bool) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="Before")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    world.done("eve", "card.rename", card_id=world.ink, title="After")
    if is_indexed:
        indexed()
    plan, ops = ({"id": ident(name), "name": name} for name in ("plan", "ops"))
    number = Board.objects.get(id=world.ops).next_number - 1
    moved = (
        "board",
        {"board": plan, "column": column("todo"), "number": 1},
        {"board": ops, "column": column("later"), "number": number},
    )
    told = [("title", "Before", "After"), moved, ("title", "Card ink", "Before")]
    assert of_card("ink") == told
    assert of_board("ops", is_own=False) == told[:2]
    # The board it left is not told where it went, for not everybody there may read that.
    assert of_board("plan", is_own=False) == [("cards_left", None, 1), told[2]]
    assert get("eve", f"cards/{world.ink}/history")[0] == 200
    assert get("dana", f"cards/{world.ink}/history")[0] == 404
    assert get("dana", f"boards/{world.plan}/history")[1]["cards"] == []


def test_what_is_deleted_for_ever_leaves_history(world: World) -> None:
    world.done("chidi", "card.rename", card_id=world.ink, title="Secret")
    world.done("chidi", "card.rename", card_id=world.oak, title="Known")
    indexed()
    world.done("chidi", "card.delete", card_ids=[world.ink, world.oak])
    world.done("ben", "card.purge", card_ids=[world.ink])
    # At once for whoever reads, for good when the listener has come to it.
    assert "Secret" not in str(get("ben", f"boards/{world.plan}/history"))
    assert get("ben", f"cards/{world.ink}/history")[0] == 404
    indexed()
    assert not Entry.objects.filter(card_id=world.ink).exists()
    assert of_board() == [("cards_purged", None, 1)]
    assert [what for what, *_ in of_card("oak")] == ["deleted", "title"]


def test_a_late_listener_brings_nothing_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has read the log before the card was deleted for ever, and stores what it read afterwards."""
    world.done("chidi", "card.rename", card_id=world.ink, title="Secret")
    listener = LISTENERS["history"]
    told = listener.tell_all
    assert told is not None

    def late(changes: list) -> None:  # type: ignore[type-arg]
        monkeypatch.setattr(listener, "tell_all", told)
        world.done("chidi", "card.delete", card_ids=[world.ink])
        world.done("ben", "card.purge", card_ids=[world.ink])
        told(changes)

    monkeypatch.setattr(listener, "tell_all", late)
    indexed()
    assert not Entry.objects.filter(card_id=world.ink).exists()
    Cursor.objects.all().delete()
    indexed()
    assert not Entry.objects.filter(card_id=world.ink).exists()
    assert "Secret" not in str(list(Entry.objects.values_list("old", "new")))


def test_undo_is_told_as_what_it_did(world: World) -> None:
    command_id = world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.doing)
    world.done("chidi", "change.undo", command_id=command_id)
    _, page = get("ben", f"cards/{world.ink}/history")
    assert [entry["verb"] for entry in page["entries"]] == ["change.undo", "card.move"]
    assert of_card("ink")[0] == ("moved", column("doing"), column("todo"))


def test_a_board_deleted_for_ever_takes_its_history_along(world: World) -> None:
    """And that of its cards, also what they brought with them; not that of cards that had gone before."""
    world.done("eve", "card.rename", card_id=world.ops1, title="Came with it")
    world.done("chidi", "card.move", card_ids=[world.ops1], column_id=world.todo)
    world.done("chidi", "card.rename", card_id=world.ink, title="Went before")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    world.done("ben", "board.rename", board_id=world.plan, name="Secret")
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")
    indexed()
    world.done("ana", "board.purge", board_id=world.plan)
    indexed()
    assert not Entry.objects.filter(card_id=world.ops1).exists()
    assert not Entry.objects.filter(board_id=world.plan, card_id=None).exists()
    assert [what for what, *_ in of_card("ink")] == ["board", "title"]
