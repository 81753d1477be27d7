"""What becomes of a card's checklist."""

import pytest

from tafla.history import listeners
from tests.history.lines import Index, indexed, of_card
from tests.support.checklists import listed
from tests.support.world import World, ident


def test_a_checklist(world: World, index: Index) -> None:
    listed(world)
    world.done("ben", "checklist.rename", item_id=world.milk, text="Oat milk")
    world.done("ben", "checklist.set_done", item_ids=[world.milk, world.tea], done=True)
    world.done("ben", "checklist.set_done", item_ids=[world.milk], done=False)
    world.done("ben", "checklist.unassign", item_ids=[world.tea], person_id=world.chidi)
    world.done("ben", "checklist.set_due", item_ids=[world.tea], due_on=None)
    world.done("ben", "checklist.remove", item_ids=[world.eggs, world.tea])
    index()
    milk, eggs, tea = ({"id": ident(name), "text": name.title()} for name in ("milk", "eggs", "tea"))
    oat = {**milk, "text": "Oat milk"}
    told = of_card("ink")
    due = told[1][1][0]["due"]
    assert due["on"] == "2026-03-01"
    assert told[:6] == [
        ("item_removed", [eggs, tea], None),
        ("item_due", [{**tea, "due": due}], [{**tea, "due": None}]),
        ("item_unassigned", [{**tea, "people": [world.chidi]}], None),
        ("item_undone", None, [oat]),
        ("item_done", None, [oat, tea]),
        ("item_renamed", [milk], [oat]),
    ]
    assert ("item_added", None, [milk, eggs, tea]) in told
    assert ("item_assigned", None, [{**tea, "people": [world.chidi]}]) in told
    # Assigning an item assigns its card.
    assert ("assigned", None, [world.chidi]) in told


def test_of_a_card_that_is_gone_items_are_not_looked_for_one_by_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands may go with their cards in one command, and the writer waits while history forgets them."""
    listed(world)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    looked_for: list[str] = []
    monkeypatch.setattr(listeners, "_scrub", lambda home, row_id, _: looked_for.append(row_id))
    indexed()
    assert looked_for == []
    assert of_card("ink") == []
