"""What is too much for one command is refused before it is read: everybody's writer waits meanwhile (S23)."""

from collections.abc import Callable
from typing import Any

import pytest

from tafla.cards.models import Card, CardTextVersion, Dependency
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.files.models import Shelf
from tafla.sync import listeners
from tests.support.checklists import listed
from tests.support.ties import web
from tests.support.world import World, build_world, many_cards

Told = dict[str, Any]


def copied(world: World) -> Told:
    return {"copies": [{"card_id": one, "new_id": new_id()} for one in (world.ink, world.oak)]}


# verb -> (what it is told, how it refuses)
ACTS: dict[str, tuple[Callable[[World], Told], str]] = {
    "card.copy": (lambda w: copied(w) | {"column_id": w.todo}, "too_many"),
    "board.copy_cards": (lambda w: {"card_ids": [w.ink, w.oak], "new_board_id": w.fresh}, "too_many"),
    "template.save": (
        lambda w: {"template_id": w.mould, "board_id": w.plan, "account_id": w.acme, "name": "Ours"},
        "template_too_large",
    ),
    "checklist.set_done": (lambda w: {"item_ids": [w.milk, w.cup], "done": True}, "too_many"),
    "checklist.remove": (lambda w: {"item_ids": [w.milk, w.cup]}, "too_many"),
}


@pytest.mark.parametrize("verb", ACTS)
def test_long_checklists_together(world: World, verb: str) -> None:
    listed(world)
    told = {"board_id": world.plan, "new_board_id": world.fresh, "account_id": world.acme, "name": "Copy"}
    world.done("ben", "board.copy_frame", **told)
    # What a card counts is believed: its items are not looked at.
    Card.objects.filter(id__in=[world.ink, world.oak]).update(checklist_total=1_001)
    args, code = ACTS[verb]
    assert world.refusal("ben", verb, **args(world)) == code


def test_cards_that_come_from_elsewhere(world: World) -> None:
    items = [{"rank": f"a{at:03}V", "text": "x"} for at in range(400)]
    cards = [
        {
            "id": new_id(),
            "column_id": world.todo,
            "rank": "b",
            "number": 50 + at,
            "title": "x",
            "created_at": 1,
        }
        | {"items": [item | {"id": new_id()} for item in items]}
        for at in range(2)
    ]
    with pytest.raises(Refusal, match="too_many"):
        world.run("ben", "card.import", board_id=world.plan, cards=cards)
    world.done("ben", "card.import", board_id=world.plan, cards=cards[:1])


def test_deleting_for_ever_takes_checklists_along_and_so_counts_them(world: World) -> None:
    both = [world.ink, world.oak]
    world.done("ben", "card.delete", card_ids=both)
    Card.objects.filter(id__in=both).update(checklist_total=300)
    assert world.refusal("ben", "card.purge", card_ids=both) == "too_many"
    world.done("ben", "card.purge", card_ids=both[:1])


def test_deleting_for_ever_unties_and_so_counts_what_is_tied(world: World) -> None:
    """Each dependency has two rows, which are written and forgotten."""
    gone = many_cards("gone", 14)
    web(world, ((one, other) for one in gone for other in many_cards("todo", 20, f"for {one} ")))
    before = Dependency.objects.count()
    assert world.refusal("ben", "card.purge", card_ids=gone) == "too_many"
    assert Dependency.objects.count() == before == 2 * 14 * 20
    world.done("ben", "card.purge", card_ids=gone[:12])
    assert Dependency.objects.count() == 2 * 2 * 20


@pytest.mark.parametrize("verb", ["card.copy", "board.copy_cards"])
def test_full_shelves_together(world: World, verb: str) -> None:
    """An attachment is copied with its newest version."""
    told = {"board_id": world.plan, "new_board_id": world.fresh, "account_id": world.acme, "name": "Copy"}
    world.done("ben", "board.copy_frame", **told)
    for card in (world.ink, world.oak):
        Shelf.objects.create(id=card, board_id=world.plan, card_id=card, count=130)
    args = ACTS[verb][0](world)
    assert world.refusal("ben", verb, **args) == "too_many"
    Shelf.objects.all().update(count=120)
    world.done("ben", verb, **args)


def test_long_histories_of_details_go_after_their_cards(each_database: object) -> None:
    """S22, S23: what was written is gone in a moment; one command takes no more than it may."""
    world = build_world()
    for name, count in (("ink", 200), ("oak", 3), ("elm", 3)):
        CardTextVersion.objects.bulk_create(
            CardTextVersion(id=f"{card}.{at}", card_id=card, details="secret", at=at, by=world.ben)
            for card in [getattr(world, name)]
            for at in range(1, count + 1)
        )
    gone = [world.ink, world.oak]
    world.done("ben", "card.delete", card_ids=gone)
    world.done("ben", "card.purge", card_ids=gone)
    assert CardTextVersion.objects.filter(card_id=world.oak).count() == 0
    assert CardTextVersion.objects.filter(card_id=world.ink).count() == 200, "too many for the command"
    listeners.catch_up()
    assert set(CardTextVersion.objects.values_list("card_id", flat=True)) == {world.elm}
    listeners.catch_up()
