"""What comes along when a card goes to another board, and what a card notes when it is done."""

import pytest

from tafla.boards.models import Tag
from tafla.cards.models import Card
from tests.support.world import World


@pytest.fixture
def tagged(world: World) -> World:
    """`ink` carries Red and Blue; the board `ops` has a tag called RED."""
    for name, board, title in (("red", "plan", "Red"), ("blue", "plan", "Blue"), ("red2", "ops", "RED")):
        Tag.objects.create(id=getattr(world, name), board_id=getattr(world, board), name=title, hue="red")
    Card.objects.filter(id=world.ink).update(tag_ids=f'["{world.red}","{world.blue}"]')
    return world


def names(world: World, board: str) -> list[str]:
    return sorted(tag.name for tag in Tag.objects.filter(board_id=getattr(world, board)))


def test_tags_come_along_by_name_and_those_missing_are_made(tagged: World) -> None:
    tagged.done("chidi", "card.move", card_ids=[tagged.ink], column_id=tagged.later)
    tags = tagged.copy(f"board:{tagged.ops}").tables["cards"][tagged.ink]["tag_ids"]
    assert tagged.red2 in tags
    assert len(tags) == 2
    assert names(tagged, "ops") == ["Blue", "RED"]
    assert names(tagged, "plan") == ["Blue", "Red"]


def test_undo_brings_the_tags_home_and_takes_away_what_was_made(tagged: World) -> None:
    moved = tagged.done("chidi", "card.move", card_ids=[tagged.ink, tagged.oak], column_id=tagged.later)
    tagged.done("chidi", "change.undo", command_id=moved)
    card = tagged.copy(f"board:{tagged.plan}").tables["cards"][tagged.ink]
    assert card["tag_ids"] == sorted([tagged.red, tagged.blue])
    assert names(tagged, "ops") == ["RED"]


def completed(world: World, card: str) -> tuple[int | None, str | None]:
    row = Card.objects.get(id=getattr(world, card))
    return row.completed_at, row.completed_by


def test_a_card_notes_when_and_by_whom_it_was_done_until_it_is_moved_out(world: World) -> None:
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.closed)
    at, by = completed(world, "ink")
    assert at is not None
    assert by == world.chidi
    world.done("ben", "card.move", card_ids=[world.ink], column_id=world.gone)
    assert completed(world, "ink") == (at, by)
    world.done("ben", "card.restore", card_ids=[world.ink])
    assert completed(world, "ink") == (at, by)
    world.done("ben", "card.move", card_ids=[world.ink], column_id=world.todo)
    assert completed(world, "ink") == (None, None)


def test_a_deleted_column_may_leave_its_cards_done(world: World) -> None:
    world.done("ben", "column.delete", column_id=world.doing, move_cards_to=world.closed)
    assert completed(world, "fig")[1] == world.ben


def test_undo_after_others_gave_the_card_their_people_and_tags(tagged: World) -> None:
    tagged.done("ben", "card.assign", card_ids=[tagged.ink], person_id=tagged.ben)
    Tag.objects.create(id=tagged.green, board_id=tagged.ops, name="Green", hue="green")
    moved = tagged.done("chidi", "card.move", card_ids=[tagged.ink], column_id=tagged.later)
    tagged.done("eve", "card.assign", card_ids=[tagged.ink], person_id=tagged.eve)
    tagged.done("eve", "card.add_tag", card_ids=[tagged.ink], tag_id=tagged.green)
    tagged.done("chidi", "change.undo", command_id=moved)
    card = tagged.card("ink")
    assert card["assignee_ids"] == [tagged.ben]
    assert card["tag_ids"] == sorted([tagged.red, tagged.blue])
