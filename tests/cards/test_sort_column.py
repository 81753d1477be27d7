"""Sorting a column: one order for everybody, undone as one."""

from typing import Any

import pytest

from tafla.cards.models import Card
from tafla.cards.verbs.sort_column import MOST_CARDS, title_key
from tests.support.world import World, many_cards


def titles(world: World, column: str = "todo") -> list[str]:
    return [Card.objects.get(id=card_id).title for card_id in world.order(column)]


@pytest.fixture
def mixed(world: World) -> World:
    """`todo` holds ink, oak, elm and two more, with all that can be sorted by."""
    new = [{"card_id": getattr(world, name), "title": name} for name in ("fir", "yew")]
    world.done("chidi", "card.add", column_id=world.todo, cards=new)
    facts: dict[str, dict[str, Any]] = {
        "ink": {"title": "Step 10", "priority": "high", "status": "blocked", "due_at": 30},
        "oak": {"title": "step 9", "priority": "normal", "status": "normal", "due_at": None},
        "elm": {"title": "Été", "priority": "critical", "status": "ready", "due_at": 10},
        "fir": {"title": "eta", "priority": "high", "status": "on_hold", "due_at": 20},
        "yew": {"title": "42", "priority": "normal", "status": "ready", "due_at": None},
    }
    for name, values in facts.items():
        Card.objects.filter(id=getattr(world, name)).update(**values)
    return world


@pytest.mark.parametrize(
    ("by", "direction", "expected"),
    [
        ("due", "asc", ["elm", "fir", "ink", "oak", "yew"]),
        ("due", "desc", ["ink", "fir", "elm", "oak", "yew"]),
        ("title", "asc", ["yew", "fir", "elm", "oak", "ink"]),
        ("title", "desc", ["ink", "oak", "elm", "fir", "yew"]),
        ("priority", "asc", ["elm", "ink", "fir", "oak", "yew"]),
        ("priority", "desc", ["oak", "yew", "ink", "fir", "elm"]),
        ("status", "asc", ["oak", "elm", "yew", "ink", "fir"]),
    ],
)
def test_sorted(mixed: World, by: str, direction: str, expected: list[str]) -> None:
    mixed.done("chidi", "column.sort", column_id=mixed.todo, by=by, direction=direction)
    assert mixed.order("todo") == [getattr(mixed, name) for name in expected]


def test_sorted_again_it_does_nothing(mixed: World) -> None:
    mixed.done("chidi", "column.sort", column_id=mixed.todo, by="title")
    assert mixed.run("chidi", "column.sort", column_id=mixed.todo, by="title")["wrote"] == []


def test_numbers_come_before_letters_and_count_as_numbers() -> None:
    assert sorted(["b", "10a", "9a", "", "A"], key=title_key) == ["", "9a", "10a", "A", "b"]
    assert title_key("²³ ٣") != title_key("3")


def test_undo_finds_every_place_again_and_a_card_that_came_meanwhile_keeps_its_own(mixed: World) -> None:
    before = mixed.order("todo")
    done = mixed.done("chidi", "column.sort", column_id=mixed.todo, by="title")
    mixed.done("ben", "card.move", card_ids=[mixed.fig], column_id=mixed.todo, before=mixed.order("todo")[0])
    mixed.done("chidi", "change.undo", command_id=done)
    assert [card for card in mixed.order("todo") if card != mixed.fig] == before


def test_undo_is_refused_where_a_card_has_left(mixed: World) -> None:
    done = mixed.done("chidi", "column.sort", column_id=mixed.todo, by="title")
    mixed.done("ben", "card.move", card_ids=[mixed.elm], column_id=mixed.doing)
    assert mixed.refusal("chidi", "change.undo", command_id=done) == "undo_changed"


def test_completed_is_sorted_too_and_undone_and_deleted_is_not(mixed: World) -> None:
    mixed.done("chidi", "card.move", card_ids=[mixed.yew, mixed.elm], column_id=mixed.closed)
    done = mixed.done("chidi", "column.sort", column_id=mixed.closed, by="title")
    assert titles(mixed, "closed") == ["42", "Card old", "Été"]
    mixed.done("chidi", "change.undo", command_id=done)
    assert titles(mixed, "closed") == ["Card old", "42", "Été"]
    assert mixed.refusal("chidi", "column.sort", column_id=mixed.gone, by="title") == "column_fixed"


def test_a_thousand_are_sorted_at_once_and_more_are_refused(world: World) -> None:
    cards = many_cards("doing", MOST_CARDS - 1)
    world.done("chidi", "column.sort", column_id=world.doing, by="title", direction="desc")
    order = world.order("doing")
    assert [order[0], order[-1]] == [cards[MOST_CARDS - 2], world.fig]
    many_cards("doing", 1, "more")
    assert world.refusal("chidi", "column.sort", column_id=world.doing, by="due") == "too_many"
