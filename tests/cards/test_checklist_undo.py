"""Undo of what was done to a checklist while others went on with it (S13): the card's counts stay right."""

from typing import Any

import pytest

from tests.support.checklists import counts, item, items, listed, texts
from tests.support.world import World

MARCH = 1_772_409_599_999


@pytest.fixture
def stood(world: World) -> World:
    listed(world)
    return world


def add(world: World, who: str, *names: str) -> str:
    new = [{"item_id": getattr(world, name), "text": name} for name in names]
    return world.done(who, "checklist.add", card_id=world.ink, items=new)


def tick(world: World, who: str, *names: str, done: bool = True) -> str:
    ids = [getattr(world, name) for name in names]
    return world.done(who, "checklist.set_done", item_ids=ids, done=done)


def undo(world: World, who: str, command_id: str) -> str:
    return world.done(who, "change.undo", command_id=command_id)


def redo(world: World, who: str, command_id: str) -> str:
    return world.done(who, "change.redo", command_id=command_id)


def undo_code(world: World, who: str, command_id: str) -> str:
    return world.refusal(who, "change.undo", command_id=command_id)


def test_a_tick_is_taken_back_though_others_ticked_meanwhile(stood: World) -> None:
    mine = tick(stood, "chidi", "milk")
    tick(stood, "ben", "tea")
    assert counts(stood) == (3, 3, None)
    undone = undo(stood, "chidi", mine)
    assert counts(stood) == (2, 3, None)
    add(stood, "ben", "n1")
    redo(stood, "chidi", undone)
    assert counts(stood) == (3, 4, None)


def test_removed_items_come_back_among_what_others_added(stood: World) -> None:
    removed = stood.done("chidi", "checklist.remove", item_ids=[stood.milk, stood.eggs])
    add(stood, "ben", "n1", "n2")
    tick(stood, "ben", "n2")
    stood.done("ben", "checklist.set_due", item_ids=[stood.n1], due_on="2026-05-01")
    undone = undo(stood, "chidi", removed)
    assert texts(stood) == ["Milk", "Eggs", "Tea", "n1", "n2"]
    assert counts(stood) == (2, 5, MARCH)
    redo(stood, "chidi", undone)
    assert texts(stood) == ["Tea", "n1", "n2"]
    counts(stood)


def test_added_items_go_again_and_the_rest_is_counted(stood: World) -> None:
    added = add(stood, "chidi", "n1", "n2")
    tick(stood, "ben", "milk", "tea")
    undone = undo(stood, "chidi", added)
    assert counts(stood) == (3, 3, None)
    stood.done("ben", "checklist.remove", item_ids=[stood.eggs])
    redo(stood, "chidi", undone)
    assert counts(stood) == (2, 4, None)


def test_an_added_item_that_somebody_went_on_with_stays(stood: World) -> None:
    added = add(stood, "chidi", "n1", "n2")
    tick(stood, "ben", "n2")
    assert undo_code(stood, "chidi", added) == "undo_changed"


def test_an_added_item_that_was_only_moved_goes(stood: World) -> None:
    added = add(stood, "chidi", "n1")
    stood.done("ben", "checklist.move", item_ids=[stood.n1], before=stood.milk)
    undo(stood, "chidi", added)
    assert texts(stood) == ["Milk", "Eggs", "Tea"]


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("checklist.set_done", {"item_ids": ["milk"], "done": True}),
        ("checklist.rename", {"item_id": "milk", "text": "A"}),
        ("checklist.set_due", {"item_ids": ["milk"], "due_on": "2026-04-01"}),
    ],
)
def test_what_somebody_removed_since_is_gone(stood: World, verb: str, args: dict[str, Any]) -> None:
    named = {
        key: [getattr(stood, one) for one in value] if key == "item_ids" else value
        for key, value in args.items()
    }
    named |= {"item_id": stood.milk} if "item_id" in args else {}
    mine = stood.done("chidi", verb, **named)
    stood.done("ben", "checklist.remove", item_ids=[stood.milk])
    assert undo_code(stood, "chidi", mine) == "undo_gone"


def test_what_somebody_ticked_otherwise_since_stays(stood: World) -> None:
    mine = tick(stood, "chidi", "milk")
    tick(stood, "ben", "milk", done=False)
    assert undo_code(stood, "chidi", mine) == "undo_changed"


@pytest.mark.parametrize("verb", ["checklist.add", "checklist.remove", "checklist.set_done"])
@pytest.mark.parametrize(("column", "code"), [("closed", "card_completed"), ("gone", "card_deleted")])
def test_a_frozen_card_is_frozen_for_undo_too(stood: World, verb: str, column: str, code: str) -> None:
    args: dict[str, dict[str, Any]] = {
        "checklist.add": {"card_id": stood.ink, "items": [{"item_id": stood.n1, "text": "x"}]},
        "checklist.remove": {"item_ids": [stood.milk]},
        "checklist.set_done": {"item_ids": [stood.milk], "done": True},
    }
    mine = stood.done("chidi", verb, **args[verb])
    stood.done("ben", "card.move", card_ids=[stood.ink], column_id=getattr(stood, column))
    assert undo_code(stood, "chidi", mine) == code


def test_the_limit_holds_for_undo_too(world: World) -> None:
    full = [{"item_id": getattr(world, f"i{at}"), "text": "x"} for at in range(500)]
    for start in (0, 200, 400):
        world.done("chidi", "checklist.add", card_id=world.ink, items=full[start : start + 200])
    removed = world.done("chidi", "checklist.remove", item_ids=[world.i7])
    add(world, "ben", "n1")
    assert undo_code(world, "chidi", removed) == "too_many"


def test_who_left_meanwhile_does_not_come_back(stood: World) -> None:
    removed = stood.done("ben", "checklist.remove", item_ids=[stood.tea])
    taken = stood.done("ben", "checklist.assign", item_ids=[stood.milk], person_id=stood.chidi)
    untaken = stood.done("ben", "checklist.unassign", item_ids=[stood.milk], person_id=stood.chidi)
    stood.done("ben", "member.remove", board_id=stood.plan, person_id=stood.chidi)
    undo(stood, "ben", untaken)
    undo(stood, "ben", removed)
    assert item(stood, "tea")["assignee_ids"] == item(stood, "milk")["assignee_ids"] == []
    undo(stood, "ben", taken)


def test_others_who_were_given_the_item_keep_it(stood: World) -> None:
    mine = stood.done("chidi", "checklist.assign", item_ids=[stood.milk], person_id=stood.chidi)
    stood.done("ben", "checklist.assign", item_ids=[stood.milk], person_id=stood.ben)
    undo(stood, "chidi", mine)
    assert item(stood, "milk")["assignee_ids"] == [stood.ben]
    assert stood.card("ink")["assignee_ids"] == sorted([stood.ben, stood.chidi])


def test_nothing_is_put_back_on_a_card_that_was_taken_to_another_board(stood: World) -> None:
    """S10: what hangs on a card belongs to the board it is on now."""
    removed = stood.done("ben", "checklist.remove", item_ids=[stood.milk])
    stood.done("faye", "card.move", card_ids=[stood.ink], column_id=stood.later)
    assert undo_code(stood, "ben", removed) == "undo_gone"


def test_nothing_is_put_back_on_a_card_that_was_deleted_for_ever(stood: World) -> None:
    removed = stood.done("chidi", "checklist.remove", item_ids=[stood.milk])
    stood.done("ben", "card.delete", card_ids=[stood.ink])
    stood.done("ben", "card.purge", card_ids=[stood.ink])
    assert undo_code(stood, "chidi", removed) in ("undo_gone", "undo_not_possible")


def test_a_move_between_boards_is_undone_with_the_people_of_the_items(stood: World) -> None:
    stood.done("ben", "checklist.assign", item_ids=[stood.tea, stood.milk], person_id=stood.ben)
    before = items(stood)
    moved = stood.done("chidi", "card.move", card_ids=[stood.ink], column_id=stood.ops_done)
    tea = item(stood, "tea")
    undone = undo(stood, "chidi", moved)
    assert items(stood) == before
    redone = redo(stood, "chidi", undone)
    assert item(stood, "tea") == tea
    stood.done("ben", "member.remove", board_id=stood.plan, person_id=stood.ben)
    undo(stood, "chidi", redone)
    assert item(stood, "tea")["assignee_ids"] == [stood.chidi]
    counts(stood)


def test_no_two_items_have_one_rank_after_undo(stood: World) -> None:
    removed = stood.done("chidi", "checklist.remove", item_ids=[stood.eggs])
    new = [{"item_id": stood.n1, "text": "n1"}]
    stood.done("ben", "checklist.add", card_id=stood.ink, items=new, after=stood.milk)
    undo(stood, "chidi", removed)
    ranks = [each["rank"] for each in items(stood)]
    assert len(set(ranks)) == 4
