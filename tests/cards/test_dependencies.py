"""Dependencies: circles, other boards, cards that move and go, what comes back by undo."""

from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tafla.accounts.models import Member
from tafla.cards import depending
from tafla.cards.models import Card, Dependency
from tafla.core.ids import new_id
from tafla.people.models import Person
from tests.support.world import World, build_world, ident, many_cards


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


def blocks(world: World, one: str, other: str) -> str:
    args = {"card_id": one, "kind": "blocks", "other_id": other}
    return str(world.run("chidi", "dependency.add", **args).get("code", "done"))


def ties() -> set[tuple[str, str, str]]:
    return set(Dependency.objects.values_list("card_id", "kind", "other_id"))


def test_circles_are_refused_however_long_and_over_boards(world: World) -> None:
    chain = [world.ink, world.oak, world.ops1, world.elm, world.fig]
    for one, other in pairwise(chain):
        assert blocks(world, one, other) == "done"
    before = ties()
    for at, one in enumerate(chain):
        for other in chain[: at + 1]:
            assert blocks(world, one, other) == "dependency_circle", (at, other)
    assert ties() == before


def test_commands_of_one_batch_close_no_circle_together(world: World) -> None:
    pairs = [(world.ink, world.oak), (world.oak, world.elm), (world.elm, world.ink)]
    commands = [
        world.command("chidi", "dependency.add", card_id=one, kind="blocks", other_id=other)
        for one, other in pairs
    ]
    codes = [outcome.answer.get("code") for outcome in world.batch(*commands)]
    assert codes == [None, None, "dependency_circle"]


def test_a_web_too_large_to_follow_takes_no_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("tafla.cards.depending", "tafla.cards.facts"):
        monkeypatch.setattr(f"{module}.MOST_FOLLOWED", 1)
    assert blocks(world, world.oak, world.elm) == "done"
    assert blocks(world, world.elm, world.fig) == "done"
    assert blocks(world, world.ink, world.oak) == "too_many"


def test_a_card_has_so_many_dependencies_and_no_more(world: World) -> None:
    others = many_cards("doing", depending.MOST + 1)
    for other in others[:-1]:
        assert blocks(world, world.ink, other) == "done"
    assert blocks(world, world.ink, others[-1]) == "too_many"
    assert blocks(world, others[-1], world.ink) == "too_many"


def test_one_reads_the_other_board_and_need_not_write_there(world: World) -> None:
    Member.objects.filter(board_id=world.ops, person_id=world.chidi).update(role="visitor")
    assert blocks(world, world.ink, world.ops1) == "done"
    assert blocks(world, world.ops1, world.oak) == "not_allowed"
    assert blocks(world, world.ink, world.loot) == "not_found"
    Member.objects.filter(board_id=world.ops, person_id=world.chidi).delete()
    assert blocks(world, world.ink, world.ops2) == "not_found"
    # What one may not see any more can still be let go.
    world.done("chidi", "dependency.remove", card_id=world.ink, other_id=world.ops1)
    assert ties() == set()


def test_a_card_that_moves_takes_its_dependencies_along_and_undo_brings_them_back(world: World) -> None:
    blocks(world, world.ink, world.oak)
    blocks(world, world.ops1, world.ink)
    command_id = new_id()
    world.done("chidi", "card.move", command_id, card_ids=[world.ink], column_id=world.later)
    homes = {row.id: (row.board_id, row.other_board_id) for row in Dependency.objects.all()}
    plan, ops = world.plan, world.ops
    assert homes == {
        f"{world.ink}.{world.oak}": (ops, plan),
        f"{world.oak}.{world.ink}": (plan, ops),
        f"{world.ink}.{world.ops1}": (ops, ops),
        f"{world.ops1}.{world.ink}": (ops, ops),
    }
    world.done("chidi", "change.undo", command_id=command_id)
    homes = {row.id: (row.board_id, row.other_board_id) for row in Dependency.objects.all()}
    assert homes[f"{world.ink}.{world.oak}"] == (plan, plan)
    assert homes[f"{world.ops1}.{world.ink}"] == (ops, plan)


def test_a_move_that_is_undone_and_done_again_takes_dependencies_along_each_time(world: World) -> None:
    blocks(world, world.ink, world.oak)
    last = world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    for again, board in enumerate((world.plan, world.ops, world.plan, world.ops)):
        last = world.done("chidi", "change.redo" if again % 2 else "change.undo", command_id=last)
        homes = {row.id: (row.board_id, row.other_board_id) for row in Dependency.objects.all()}
        assert homes == {
            f"{world.ink}.{world.oak}": (board, world.plan),
            f"{world.oak}.{world.ink}": (world.plan, board),
        }


@pytest.mark.parametrize("moved", ["ink", "ops1"])
def test_what_was_untied_is_not_tied_again_where_a_card_is_elsewhere_by_now(world: World, moved: str) -> None:
    """Its rows would lie on the board that it has left."""
    told = {"card_id": world.ink, "other_id": world.ops1, "kind": "blocks"}
    tied = world.done("chidi", "dependency.add", **told)
    untied = world.done("chidi", "change.undo", command_id=tied)
    column = world.later if moved == "ink" else world.todo
    world.done("chidi", "card.move", card_ids=[getattr(world, moved)], column_id=column)
    assert world.refusal("chidi", "change.redo", command_id=untied) == "undo_changed"


def test_nothing_is_left_of_a_card_deleted_for_ever(world: World) -> None:
    blocks(world, world.ink, world.oak)
    blocks(world, world.ops1, world.ink)
    blocks(world, world.oak, world.elm)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    assert len(ties()) == 6
    world.done("ben", "card.purge", card_ids=[world.ink])
    assert ties() == {(world.oak, "blocks", world.elm), (world.elm, "blocked_by", world.oak)}


def test_what_comes_back_by_undo_closes_no_circle(world: World) -> None:
    blocks(world, world.ink, world.oak)
    command_id = new_id()
    world.done("chidi", "dependency.remove", command_id, card_id=world.oak, other_id=world.ink)
    blocks(world, world.oak, world.ink)
    assert world.refusal("chidi", "change.undo", command_id=command_id) in ("dependency_circle", "id_taken")
    blocks(world, world.elm, world.fig)
    command_id = new_id()
    world.done("chidi", "dependency.remove", command_id, card_id=world.elm, other_id=world.fig)
    blocks(world, world.fig, world.oak)
    blocks(world, world.oak, world.elm)
    assert world.refusal("chidi", "change.undo", command_id=command_id) == "dependency_circle"


def test_frozen_cards_are_tied_by_nobody(world: World) -> None:
    assert blocks(world, world.old, world.ink) == "card_completed"
    assert blocks(world, world.bin, world.ink) == "card_deleted"
    # From the other side a completed card may well be named: it is what was waited for.
    assert blocks(world, world.ink, world.old) == "done"
    assert Card.objects.get(id=world.old).completed_at


def elsewhere(person: str, board_id: str) -> list[tuple[str, bool]]:
    client = Client()
    client.force_login(Person.objects.get(id=ident(person)), settings.AUTHENTICATION_BACKENDS[0])
    told = client.get(f"/api/v1/boards/{board_id}/dependencies").json()
    return sorted((card["title"], card["is_done"]) for card in told)


def test_of_cards_elsewhere_only_those_one_may_read_are_told(world: World) -> None:
    for one, other in ((world.ink, world.ops1), (world.ops2, world.ink), (world.ink, world.oak)):
        blocks(world, one, other)
    world.done("eve", "card.move", card_ids=[world.ops2], column_id=world.ops_done)
    assert elsewhere("chidi", world.plan) == [("Card ops1", False), ("Card ops2", True)]
    # Ben and Dana are not on that board.
    assert elsewhere("ben", world.plan) == elsewhere("dana", world.plan) == []
    Member.objects.filter(board_id=world.ops, person_id=world.chidi).delete()
    assert elsewhere("chidi", world.plan) == []
