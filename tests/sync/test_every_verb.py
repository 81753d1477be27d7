"""What holds for every verb: repeated it does nothing twice, raced it ends in one order."""

import pytest

from tafla.core.ids import new_id
from tafla.sync.models import Change
from tafla.sync.verbs import VERBS
from tests.support.case import Case
from tests.support.cases import CASES
from tests.support.world import World


@pytest.mark.parametrize("case", CASES, ids=str)
def test_repeated_it_gets_the_same_answer_and_does_nothing_twice(world: World, case: Case) -> None:
    """S3."""
    case.prepare(world)
    command_id, args = new_id(), case.args(world)
    first = world.run(case.actor, case.verb, command_id, **args)
    after, records = world.everything(), Change.objects.count()
    assert world.run(case.actor, case.verb, command_id, **args) == first
    assert (world.everything(), Change.objects.count()) == (after, records)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_id_used_for_something_else_is_refused(world: World, case: Case) -> None:
    case.prepare(world)
    command_id = new_id()
    world.run(case.actor, case.verb, command_id, **case.args(world))
    after = world.everything()
    other = world.run(case.actor, "pref.set_zoom", command_id, board_id=world.plan, zoom="cards")
    assert other["code"] == "command_reused"
    assert world.everything() == after


@pytest.mark.parametrize("case", CASES, ids=str)
def test_two_in_one_batch_end_like_two_in_two(world: World, case: Case) -> None:
    """Raced: the second sees what the first did, in the same batch or the next."""
    case.prepare(world)
    commands = [world.command(case.actor, case.verb, **case.args(world)) for _ in range(2)]
    answers = [outcome.answer for outcome in world.batch(*commands)]
    assert answers[0]["s"] == "done"
    assert answers[1].get("code") != "server_error"
    third = world.run(case.actor, case.verb, **case.args(world))
    assert third.get("code") == answers[1].get("code")


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_what_it_does_not_know_is_refused(world: World, verb: str) -> None:
    case = next(case for case in CASES if case.verb == verb)
    with pytest.raises(Exception, match="bad_arguments"):
        world.run(case.actor, verb, **case.args(world), surplus=1)
