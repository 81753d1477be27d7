"""A checklist item becomes a card."""

import pytest

from tafla.cards.models import Card
from tests.support.checklists import counts, listed, texts
from tests.support.world import World


@pytest.fixture
def stood(world: World) -> World:
    listed(world)
    return world


def details(world: World, card: str) -> str:
    row = world.row("card_texts", card, f"card:{getattr(world, card)}")
    return str(row["details"]) if row else ""


def test_it_comes_after_its_card_with_text_people_and_date_and_leads_back(stood: World) -> None:
    stood.done("ben", "card.rename", card_id=stood.ink, title="Shop [now] *today*")
    tea = stood.row("checklist_items", "tea", f"card:{stood.ink}")
    stood.done("chidi", "checklist.make_card", item_id=stood.tea, card_id=stood.n1)
    card = stood.card("n1")
    assert (card["title"], card["assignee_ids"], card["number"]) == ("Tea", [stood.chidi], 10)
    assert tea is not None
    assert [card[name] for name in ("due_on", "due_time", "due_zone", "due_at")] == [
        tea[name] for name in ("due_on", "due_time", "due_zone", "due_at")
    ]
    assert stood.order("todo")[:2] == [stood.ink, stood.n1]
    assert texts(stood) == ["Milk", "Eggs"]
    assert counts(stood) == (1, 2, None)
    assert details(stood, "n1") == f"[Shop \\[now\\] \\*today\\*](/b/{stood.plan}/c/{stood.ink})"
    save = {"card_id": stood.n1, "text": "more", "base_version": 1}
    stood.done("chidi", "card.set_details", **save)


def test_it_may_go_to_the_end_of_another_column(stood: World) -> None:
    new = {"item_id": stood.milk, "card_id": stood.n1}
    stood.done("chidi", "checklist.make_card", **new, column_id=stood.doing)
    assert stood.order("doing")[-1] == stood.n1


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("closed", "column_fixed"),
        ("gone", "column_fixed"),
        ("later", "column_elsewhere"),
        ("secret", "not_found"),
        ("nothing", "not_found"),
    ],
)
def test_it_goes_to_no_other_place(stood: World, column: str, code: str) -> None:
    new = {"item_id": stood.milk, "card_id": stood.n1, "column_id": getattr(stood, column)}
    assert stood.refusal("chidi", "checklist.make_card", **new) == code


def test_a_blocking_limit_and_a_taken_id_refuse_it(stood: World) -> None:
    new = {"item_id": stood.milk, "card_id": stood.oak}
    assert stood.refusal("chidi", "checklist.make_card", **new) == "id_taken"
    stood.done("ben", "column.set_wip_limit", column_id=stood.todo, limit=3)
    stood.done("ben", "board.set_wip_mode", board_id=stood.plan, mode="block")
    new["card_id"] = stood.n1
    assert stood.refusal("chidi", "checklist.make_card", **new) == "wip_limit_reached"


def test_undone_the_item_is_back_and_the_card_in_deleted_and_so_forth(stood: World) -> None:
    before = stood.copy(f"card:{stood.ink}").tables["checklist_items"]
    made = stood.done("chidi", "checklist.make_card", item_id=stood.tea, card_id=stood.n1)
    undone = stood.done("chidi", "change.undo", command_id=made)
    assert stood.copy(f"card:{stood.ink}").tables["checklist_items"] == before
    assert Card.objects.get(id=stood.n1).column_id == stood.gone
    counts(stood)
    redone = stood.done("chidi", "change.redo", command_id=undone)
    assert texts(stood) == ["Milk", "Eggs"]
    assert stood.order("todo")[:2] == [stood.ink, stood.n1]
    assert details(stood, "n1").startswith("[Card ink](")
    counts(stood)
    stood.done("chidi", "change.undo", command_id=redone)
    assert texts(stood) == ["Milk", "Eggs", "Tea"]


def test_two_who_make_a_card_of_one_item_get_one(stood: World) -> None:
    outcomes = stood.batch(
        stood.command("ben", "checklist.make_card", item_id=stood.milk, card_id=stood.n1),
        stood.command("chidi", "checklist.make_card", item_id=stood.milk, card_id=stood.n2),
    )
    assert [outcome.answer.get("code", "done") for outcome in outcomes] == ["done", "not_found"]
