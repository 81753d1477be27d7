"""Bulk acts of five hundred cards: one command, whose reads do not grow in number (S23)."""

from typing import Any

import pytest
from django.db import connection

from tafla.cards.models import Card
from tafla.core.ids import new_id
from tafla.sync.batch import run_batch
from tafla.sync.db import current
from tests.support.preparing import tagged
from tests.support.world import World, many_cards


@pytest.fixture
def crowded(world: World) -> tuple[World, list[str]]:
    """`doing` holds 500 cards more, tagged, given to Chidi."""
    tagged(world)
    cards = many_cards("doing", 500)
    facts = {"tag_ids": f'["{world.red}"]', "assignee_ids": f'["{world.chidi}"]'}
    Card.objects.filter(id__in=cards).update(**facts)
    return world, cards


def statements(world: World, verb: str, named: str, /, **args: Any) -> int:
    """How many statements read while a command runs; it has to succeed."""
    counted: list[str] = []
    command = world.command("chidi", verb, named, **args)
    current()
    connection.connection.set_trace_callback(counted.append)
    try:
        outcomes, _ = run_batch(current(), world.gate, [command])
    finally:
        connection.connection.set_trace_callback(None)
    assert outcomes[0].answer["s"] == "done", outcomes[0].answer
    return len([sql for sql in counted if not sql.startswith(("INSERT", "UPDATE"))])


ACTS: dict[str, dict[str, Any]] = {
    "card.set_status": {"status": "blocked"},
    "card.move": {"column_id": "later", "before": "ops2"},
    "card.delete": {},
    "card.add_tag": {"tag_id": "blue"},
}


@pytest.mark.parametrize("verb", ACTS)
def test_as_many_reads_for_five_hundred_as_for_one_and_for_their_undo(
    crowded: tuple[World, list[str]], verb: str
) -> None:
    world, cards = crowded
    if connection.vendor != "sqlite":
        pytest.skip("statements are counted on SQLite; they are the same on both")
    args = {name: getattr(world, value) if name != "status" else value for name, value in ACTS[verb].items()}
    # The heads are there, and the circles are in memory.
    world.batch(world.command("chidi", verb, card_ids=[world.fig], **args))
    reads = []
    for some in (cards[:1], cards[1:]):
        done, undone = new_id(), new_id()
        there = statements(world, verb, done, card_ids=some, **args)
        reads.append((there, statements(world, "change.undo", undone, command_id=done)))
    assert reads[0] == reads[1]
    assert max(reads[0]) <= 30
