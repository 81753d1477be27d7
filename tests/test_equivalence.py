"""S6: a snapshot and the changes after it make the next snapshot, for every verb and scope."""

from pathlib import Path

import orjson
import pytest

from tafla.sync import reading
from tafla.sync.db import current
from tafla.sync.models import Change
from tafla.sync.tables import TABLES
from tafla.sync.verbs import VERBS
from tests.support.case import Case
from tests.support.cases import CASES
from tests.support.copies import Held, are_equal
from tests.support.world import World, build_world


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


def test_every_verb_has_a_case() -> None:
    assert {case.verb for case in CASES} == set(VERBS)


def caught_up(held: Held) -> Held:
    """The copy after every change the log has for it."""
    head = reading.head_of(current(), held.scope)
    for _, change in reading.changes_after(current(), held.scope, held.seq, head.seq):
        assert held.apply(orjson.loads(change)), "a gap in the log"
    assert held.seq == head.seq
    return held


@pytest.mark.parametrize("case", CASES, ids=str)
def test_snapshot_and_changes_make_the_next_snapshot(world: World, case: Case) -> None:
    case.prepare(world)
    held = {scope: world.copy(scope) for scope in world.scopes()}
    answer = world.run(case.actor, case.verb, **case.args(world))
    assert answer["s"] == "done", answer
    assert answer["wrote"], "the case changes nothing"
    for scope in {*world.scopes(), *held}:
        ours, fresh = caught_up(held.get(scope) or Held(scope, "0", 0)), world.copy(scope)
        assert are_equal(ours, fresh), (scope, ours, fresh)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_answer_names_every_scope_written_and_its_head(world: World, case: Case) -> None:
    case.prepare(world)
    before = {scope: reading.head_of(current(), scope).seq for scope in world.scopes()}
    wrote = dict(world.run(case.actor, case.verb, **case.args(world))["wrote"])
    scopes = {*world.scopes(), *before, *wrote}
    moved = {scope: reading.head_of(current(), scope).seq for scope in scopes}
    assert {scope: seq for scope, seq in moved.items() if seq != before.get(scope, 0)} == wrote
    assert all(seq == before.get(scope, 0) + 1 for scope, seq in wrote.items()), (
        "one record a scope a command"
    )


def test_sequences_have_no_gaps(world: World) -> None:
    for case in CASES:
        if case.prepare.__name__ == "nothing":
            world.run(case.actor, case.verb, **case.args(world))
    for scope in set(Change.objects.values_list("scope", flat=True)):
        numbers = list(Change.objects.filter(scope=scope).order_by("pos").values_list("seq", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_wire_carries_no_old_value_and_no_hidden_field(world: World, case: Case) -> None:
    case.prepare(world)
    world.run(case.actor, case.verb, **case.args(world))
    for patches in Change.objects.values_list("patches", flat=True):
        assert "next_number" not in patches
        assert "card_text_versions" not in patches


@pytest.mark.parametrize("case", CASES, ids=str)
def test_lists_hold_what_the_rows_say(world: World, case: Case) -> None:
    case.prepare(world)
    world.run(case.actor, case.verb, **case.args(world))
    db = current()
    for table in TABLES.values():
        for field, listing in table.lists.items():
            said = db.query(f"SELECT id, {field} FROM {table.db}")
            expected = sorted((value, row) for row, ids in said for value in orjson.loads(ids))
            assert sorted(db.query(f"SELECT value, row_id FROM {listing}")) == expected
