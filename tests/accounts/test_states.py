"""The archive, the trash, and deleting a board for ever."""

import pytest

from tafla.accounts.models import BoardPrivacy, Member
from tafla.boards.models import Board, Column
from tafla.boards.queries import home
from tafla.cards.models import Card, CardText
from tafla.sync import listeners
from tafla.sync.db import current
from tafla.sync.models import Change, Scope
from tests.support.world import World


def tiles(world: World, who: str) -> dict[str, str]:
    return {board["id"]: board["state"] for board in home(getattr(world, who))["boards"]}


def test_in_the_archive_nothing_changes_for_anybody_until_it_is_taken_out(world: World) -> None:
    world.done("ben", "board.set_state", board_id=world.plan, state="archived")
    for who in ("ana", "ben", "chidi"):
        refused = world.refusal(who, "card.rename", card_id=world.ink, title="x")
        assert refused == "board_archived"
    assert world.refusal(
        "ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="visitor"
    ) == ("board_archived")
    assert world.refusal("chidi", "board.set_state", board_id=world.plan, state="open") == "not_allowed"
    row = BoardPrivacy.objects.get(id=world.plan)
    assert (row.state_by, row.state_at is not None) == (world.ben, True)
    world.done("faye", "board.set_state", board_id=world.plan, state="open")
    world.done("chidi", "card.rename", card_id=world.ink, title="x")


def test_a_board_in_the_trash_is_there_for_its_admins_alone(world: World) -> None:
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")
    assert world.refusal("chidi", "card.rename", card_id=world.ink, title="x") == "not_found"
    assert world.refusal("ben", "card.rename", card_id=world.ink, title="x") == "board_in_trash"
    assert tiles(world, "ben")[world.plan] == "trash"
    assert world.plan not in tiles(world, "chidi")
    world.done("ben", "board.set_state", board_id=world.plan, state="open")
    world.done("chidi", "card.rename", card_id=world.ink, title="x")


def test_only_what_is_in_the_trash_is_deleted_for_ever(world: World) -> None:
    assert world.refusal("ana", "board.purge", board_id=world.plan) == "board_not_in_trash"


@pytest.mark.parametrize("who", ["ben", "faye"])
def test_only_the_owner_deletes_for_ever(world: World, who: str) -> None:
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")
    assert world.refusal(who, "board.purge", board_id=world.plan) == "not_allowed"


def test_deleted_for_ever_nothing_of_it_is_left_and_nothing_else_is_touched(world: World) -> None:
    world.done("chidi", "card.set_details", card_id=world.ink, text="secret", base_version=0)
    world.done("chidi", "card.add", column_id=world.later, cards=[{"card_id": world.fresh, "title": "stays"}])
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")
    others = Card.objects.exclude(board_id=world.plan).count()
    world.done("ana", "board.purge", board_id=world.plan)
    assert world.refusal("ana", "board.set_state", board_id=world.plan, state="open") == "not_found"
    listeners.catch_up()
    for model in (Board, BoardPrivacy):
        assert not model.objects.filter(id=world.plan).exists()
    for model in (Column, Card, Member):
        assert not model.objects.filter(board_id=world.plan).exists()
    assert not CardText.objects.exists()
    assert not current().query("SELECT 1 FROM cards_cardtextversion")
    assert Card.objects.count() == others
    assert not Change.objects.filter(patches__contains="secret").exists()
    assert Change.objects.filter(patches__contains="stays").exists()
    assert not Scope.objects.filter(id__in=[f"board:{world.plan}", f"card:{world.ink}"]).exists()
    listeners.catch_up()
