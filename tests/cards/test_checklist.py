"""Checklists: what each verb does, each way it is refused, and what the card counts of them."""

from typing import Any

import pytest

from tafla.cards.models import ChecklistItem
from tests.support.checklists import counts, frozen, item, listed, many_items, put_item, texts
from tests.support.world import World

# The end of 1 March 2026 in UTC, and of 1 February.
MARCH, FEBRUARY = 1_772_409_599_999, 1_769_990_399_999


@pytest.fixture
def stood(world: World) -> World:
    listed(world)
    return world


def test_items_are_added_where_they_are_wanted_and_counted(stood: World) -> None:
    new = [{"item_id": stood.n1, "text": " a\x00\nb "}, {"item_id": stood.n2, "text": "c", "done": True}]
    stood.done("chidi", "checklist.add", card_id=stood.ink, items=new, after=stood.milk)
    assert texts(stood) == ["Milk", "a b", "c", "Eggs", "Tea"]
    assert counts(stood) == (2, 5, MARCH)
    assert item(stood, "n1")["created_by"] == stood.chidi


def test_ticking_changes_what_the_card_counts(stood: World) -> None:
    stood.done("chidi", "checklist.set_done", item_ids=[stood.tea, stood.milk, stood.cup], done=True)
    assert counts(stood) == (3, 3, None)
    assert counts(stood, "oak") == (1, 1, None)
    stood.done("ben", "checklist.set_done", item_ids=[stood.tea, stood.tea], done=False)
    assert counts(stood) == (2, 3, MARCH)


def test_the_nearest_date_of_an_open_item_counts(stood: World) -> None:
    stood.done("chidi", "checklist.set_due", item_ids=[stood.milk, stood.eggs], due_on="2026-02-01")
    assert counts(stood) == (1, 3, FEBRUARY)
    stood.done("chidi", "checklist.set_done", item_ids=[stood.milk], done=True)
    assert counts(stood)[2] == MARCH
    at = {"due_on": "2026-02-28", "due_time": "09:30", "due_zone": "Asia/Tokyo"}
    stood.done("chidi", "checklist.set_due", item_ids=[stood.tea], **at)
    assert counts(stood)[2] == 1_772_238_600_000
    stood.done("chidi", "checklist.set_due", item_ids=[stood.tea], due_on=None)
    assert counts(stood)[2] is None
    assert item(stood, "tea")["due_zone"] is None


def test_items_are_moved_in_the_order_given(stood: World) -> None:
    stood.done("chidi", "checklist.move", item_ids=[stood.tea, stood.milk], before=stood.eggs)
    assert texts(stood) == ["Tea", "Milk", "Eggs"]
    stood.done("chidi", "checklist.move", item_ids=[stood.tea], after=stood.cup, before=stood.cup)
    assert texts(stood) == ["Milk", "Eggs", "Tea"]


def test_removed_items_count_no_more(stood: World) -> None:
    stood.done("chidi", "checklist.remove", item_ids=[stood.tea, stood.eggs, stood.tea, stood.cup])
    assert counts(stood) == (0, 1, None)
    assert counts(stood, "oak") == (0, 0, None)


def test_assigning_an_item_assigns_its_card_and_unassigning_does_not(stood: World) -> None:
    stood.done("chidi", "checklist.assign", item_ids=[stood.milk, stood.cup], person_id=stood.ben)
    assert item(stood, "milk")["assignee_ids"] == [stood.ben]
    assert stood.card("ink")["assignee_ids"] == sorted([stood.ben, stood.chidi])
    assert stood.card("oak")["assignee_ids"] == [stood.ben]
    stood.done("chidi", "checklist.unassign", item_ids=[stood.milk, stood.cup], person_id=stood.ben)
    assert item(stood, "milk")["assignee_ids"] == []
    assert stood.card("oak")["assignee_ids"] == [stood.ben]


ON_FROZEN: list[tuple[str, dict[str, Any]]] = [
    ("checklist.rename", {"text": "x"}),
    ("checklist.set_done", {"done": True}),
    ("checklist.move", {}),
    ("checklist.remove", {}),
    ("checklist.assign", {"person_id": "ben"}),
    ("checklist.unassign", {"person_id": "ben"}),
    ("checklist.set_due", {"due_on": "2026-02-01"}),
    ("checklist.make_card", {"card_id": "n1"}),
]


@pytest.mark.parametrize(("name", "code"), [("ash", "card_completed"), ("dust", "card_deleted")])
@pytest.mark.parametrize(("verb", "args"), ON_FROZEN)
def test_a_frozen_card_has_a_frozen_checklist(
    world: World, name: str, code: str, verb: str, args: dict[str, Any]
) -> None:
    frozen(world)
    named = {key: getattr(world, value) if key.endswith("_id") else value for key, value in args.items()}
    one = verb in ("checklist.rename", "checklist.make_card")
    ids = {"item_id": getattr(world, name)} if one else {"item_ids": [getattr(world, name)]}
    assert world.refusal("chidi", verb, **ids, **named) == code


@pytest.mark.parametrize(("card", "code"), [("old", "card_completed"), ("bin", "card_deleted")])
def test_nothing_is_added_to_a_frozen_card(world: World, card: str, code: str) -> None:
    new = [{"item_id": world.n1, "text": "x"}]
    assert world.refusal("chidi", "checklist.add", card_id=getattr(world, card), items=new) == code


def test_refused(stood: World) -> None:
    visitor = {"item_ids": [stood.milk], "person_id": stood.dana}
    assert stood.refusal("chidi", "checklist.assign", **visitor) == "not_assignable"
    both = [stood.milk, stood.cup]
    assert stood.refusal("chidi", "checklist.move", item_ids=both) == "items_on_several_cards"
    assert stood.refusal("chidi", "checklist.set_done", item_ids=[stood.nix], done=True) == "not_found"
    taken = [{"item_id": stood.cup, "text": "x"}]
    assert stood.refusal("chidi", "checklist.add", card_id=stood.ink, items=taken) == "id_taken"
    twice = [{"item_id": stood.n1, "text": "x"}, {"item_id": stood.n1, "text": "y"}]
    assert stood.refusal("chidi", "checklist.add", card_id=stood.ink, items=twice) == "id_taken"


def test_a_checklist_has_its_limit(world: World) -> None:
    ids = many_items(world, 500)
    more = [{"item_id": world.n1, "text": "x"}]
    answer = world.run("chidi", "checklist.add", card_id=world.ink, items=more)
    assert (answer["code"], answer["args"]) == ("too_many", {"limit": 500})
    world.done("chidi", "checklist.set_done", item_ids=ids, done=True)
    assert counts(world) == (500, 500, None)
    world.done("chidi", "checklist.remove", item_ids=[ids[0]])
    world.done("chidi", "checklist.add", card_id=world.ink, items=more)


def test_two_who_race_for_the_last_place(world: World) -> None:
    many_items(world, 499)
    new = [
        world.command(who, "checklist.add", card_id=world.ink, items=[{"item_id": item_id, "text": "x"}])
        for who, item_id in (("ben", world.n1), ("chidi", world.n2))
    ]
    answers = [outcome.answer for outcome in world.batch(*new)]
    assert [answer.get("code", "done") for answer in answers] == ["done", "too_many"]


def test_two_who_tick_in_one_batch_are_both_counted(stood: World) -> None:
    for who, name in (("ben", "milk"), ("chidi", "tea")):
        assert item(stood, name)["done"] is False, who
    stood.batch(
        stood.command("ben", "checklist.set_done", item_ids=[stood.milk], done=True),
        stood.command("chidi", "checklist.set_done", item_ids=[stood.tea], done=True),
    )
    assert counts(stood) == (3, 3, None)


def test_what_was_removed_meanwhile_is_not_ticked(stood: World) -> None:
    stood.done("ben", "checklist.remove", item_ids=[stood.milk])
    both = [stood.milk, stood.tea]
    assert stood.refusal("chidi", "checklist.set_done", item_ids=both, done=True) == "not_found"


def test_who_leaves_the_board_leaves_its_items(stood: World) -> None:
    put_item("ash", "old")
    ChecklistItem.objects.filter(id=stood.ash).update(assignee_ids=f'["{stood.chidi}","{stood.ben}"]')
    put_item("far", "ops1")
    stood.done("chidi", "checklist.assign", item_ids=[stood.far], person_id=stood.chidi)
    stood.done("ben", "member.remove", board_id=stood.plan, person_id=stood.chidi)
    assert item(stood, "tea")["assignee_ids"] == []
    assert item(stood, "ash", "old")["assignee_ids"] == [stood.ben]
    assert item(stood, "far", "ops1")["assignee_ids"] == [stood.chidi]


def test_who_was_given_an_item_in_the_same_batch_leaves_it(stood: World) -> None:
    stood.batch(
        stood.command("chidi", "checklist.assign", item_ids=[stood.milk], person_id=stood.chidi),
        stood.command("ben", "member.remove", board_id=stood.plan, person_id=stood.chidi),
    )
    assert item(stood, "milk")["assignee_ids"] == []


def test_who_becomes_a_visitor_has_no_items(stood: World) -> None:
    stood.done("ben", "member.set_role", board_id=stood.plan, person_id=stood.chidi, role="visitor")
    assert item(stood, "tea")["assignee_ids"] == []


def test_a_card_taken_to_another_board_keeps_its_list_and_only_its_people(stood: World) -> None:
    stood.done("ben", "checklist.assign", item_ids=[stood.tea, stood.milk], person_id=stood.ben)
    stood.done("chidi", "card.move", card_ids=[stood.ink], column_id=stood.later)
    assert item(stood, "tea")["assignee_ids"] == [stood.chidi]
    assert item(stood, "milk")["assignee_ids"] == []
    assert counts(stood, "ink", "ops") == (1, 3, MARCH)
    assert stood.refusal("ben", "checklist.set_done", item_ids=[stood.milk], done=True) == "not_found"


def test_deleting_a_card_for_ever_takes_its_whole_checklist(world: World) -> None:
    many_items(world, 500)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    assert not ChecklistItem.objects.filter(card_id=world.ink).exists()
