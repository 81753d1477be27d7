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


def offered(world: World) -> None:
    world.done("ana", "transfer.offer", board_id=world.plan, email="Mallory@example.com")


def test_a_board_goes_to_another_account_when_its_owner_takes_it(world: World) -> None:
    offered(world)
    assert BoardPrivacy.objects.get(id=world.plan).account_id == world.acme, "an offer changes nothing"
    world.done("mallory", "transfer.accept", board_id=world.plan, account_id=world.rogue)
    assert Board.objects.get(id=world.plan).account_id == world.rogue
    assert BoardPrivacy.objects.get(id=world.plan).account_id == world.rogue
    world.done("mallory", "board.rename", board_id=world.plan, name="Mine now")
    world.done("chidi", "card.rename", card_id=world.ink, title="still on it")
    assert world.refusal("ana", "card.rename", card_id=world.ink, title="x") == "not_found"
    assert world.refusal("faye", "board.rename", board_id=world.plan, name="x") == "not_found"


def test_an_offer_is_for_one_address_and_one_account_of_ones_own(world: World) -> None:
    offered(world)
    taking = {"board_id": world.plan, "account_id": world.acme}
    assert world.refusal("ana", "transfer.accept", **taking) == "not_found"
    assert world.refusal("mallory", "transfer.accept", **taking) == "not_found"
    world.done("mallory", "transfer.decline", board_id=world.plan)
    taking["account_id"] = world.rogue
    assert world.refusal("mallory", "transfer.accept", **taking) == "not_found"


def test_an_offer_may_be_changed_and_taken_back(world: World) -> None:
    offered(world)
    world.done("ana", "transfer.offer", board_id=world.plan, email="eve@example.com")
    assert world.refusal("mallory", "transfer.decline", board_id=world.plan) == "not_found"
    world.done("ana", "transfer.cancel", board_id=world.plan)
    assert world.refusal("eve", "transfer.decline", board_id=world.plan) == "not_found"


def test_an_archived_board_is_declined_and_taken_only_when_it_is_out_again(world: World) -> None:
    taking = {"board_id": world.plan, "account_id": world.rogue}
    world.done("ben", "board.set_state", board_id=world.plan, state="archived")
    assert world.refusal("mallory", "transfer.accept", **taking) == "not_found"
    assert world.refusal("mallory", "transfer.decline", board_id=world.plan) == "not_found"
    offered(world)
    assert world.refusal("mallory", "transfer.accept", **taking) == "offer_archived"
    world.done("ben", "board.set_state", board_id=world.plan, state="open")
    world.done("mallory", "transfer.accept", **taking)
    world.done("mallory", "transfer.offer", board_id=world.plan, email="ana@example.com")
    world.done("mallory", "board.set_state", board_id=world.plan, state="archived")
    world.done("ana", "transfer.decline", board_id=world.plan)


def test_a_board_in_the_trash_is_offered_to_nobody(world: World) -> None:
    offered(world)
    assert [offer["board_id"] for offer in home(world.mallory)["offers"]] == [world.plan]
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")
    assert home(world.mallory)["offers"] == []
    taking = {"board_id": world.plan, "account_id": world.rogue}
    assert world.refusal("mallory", "transfer.accept", **taking) == "not_found"


def test_nobody_offers_a_board_to_themselves(world: World) -> None:
    told = {"board_id": world.plan, "email": "ana@example.com"}
    assert world.refusal("ana", "transfer.offer", **told) == "bad_arguments"
