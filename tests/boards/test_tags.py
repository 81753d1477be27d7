"""Tags: names are unique on a board, cards follow when a tag ends, also frozen ones, and it can be undone."""

from typing import Any

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.boards.models import Tag
from tafla.cards.models import Card
from tafla.core.refusals import Refusal
from tests.support.preparing import tagged as prepare
from tests.support.world import World, many_cards


@pytest.fixture
def tagged(world: World) -> World:
    """`plan` has red and blue; `ink` and the frozen `old` and `bin` carry red."""
    prepare(world)
    return world


def tags_on(world: World, card: str) -> list[str]:
    found: list[str] = world.card(card)["tag_ids"]
    return found


@pytest.mark.parametrize("name", ["red", "RED", " Red ", "re\u0301d".replace("e\u0301", "e")])
def test_a_name_is_given_once_on_a_board(tagged: World, name: str) -> None:
    new = {"tag_id": tagged.new, "name": name, "hue": "grey"}
    answer = tagged.run("ben", "tag.create", board_id=tagged.plan, **new)
    assert (answer["code"], answer["args"]) == ("tag_exists", {"name": "red"})
    assert tagged.refusal("ben", "tag.rename", tag_id=tagged.blue, name=name) == "tag_exists"
    tagged.done("eve", "tag.create", board_id=tagged.ops, **new)


def test_sharp_s_is_ss(tagged: World) -> None:
    tagged.done("ben", "tag.rename", tag_id=tagged.red, name="Straße")
    assert tagged.refusal("ben", "tag.rename", tag_id=tagged.blue, name="STRASSE") == "tag_exists"


def test_a_tag_may_change_its_own_capitals(tagged: World) -> None:
    tagged.done("ben", "tag.rename", tag_id=tagged.red, name="Red")
    assert Tag.objects.get(id=tagged.red).name == "Red"


@pytest.mark.parametrize("args", [{"name": "x" * 61}, {"name": " "}, {"hue": "plaid"}])
def test_what_is_no_tag_is_refused(world: World, args: dict[str, Any]) -> None:
    new = {"tag_id": world.new, "board_id": world.plan, "name": "New", "hue": "red"} | args
    with pytest.raises(Refusal):
        world.run("ben", "tag.create", **new)


def test_a_board_has_at_most_two_hundred(world: World) -> None:
    Tag.objects.bulk_create(
        Tag(id=getattr(world, f"t{at}"), board_id=world.plan, name=f"t{at}", hue="red") for at in range(200)
    )
    new = {"tag_id": world.new, "board_id": world.plan, "name": "New", "hue": "red"}
    assert world.refusal("ben", "tag.create", **new) == "too_many"


def test_team_members_make_tags_where_they_may_arrange(world: World) -> None:
    new = {"tag_id": world.new, "board_id": world.plan, "name": "New", "hue": "red"}
    assert world.refusal("chidi", "tag.create", **new) == "not_allowed"
    world.done("ben", "board.set_team_arranges", board_id=world.plan, on=True)
    world.done("chidi", "tag.create", **new)
    assert world.refusal("dana", "tag.rename", tag_id=world.new, name="x") == "not_allowed"


def test_a_deleted_tag_leaves_every_card_also_frozen_ones(tagged: World) -> None:
    tagged.done("ben", "tag.delete", tag_id=tagged.red)
    assert [tags_on(tagged, card) for card in ("ink", "old", "bin")] == [[], [], []]
    assert not Tag.objects.filter(id=tagged.red).exists()


def test_a_merged_tag_gives_way_to_the_other(tagged: World) -> None:
    tagged.done("chidi", "card.add_tag", card_ids=[tagged.ink], tag_id=tagged.blue)
    tagged.done("ben", "tag.merge", tag_id=tagged.red, into_id=tagged.blue)
    assert [tags_on(tagged, card) for card in ("ink", "old", "bin")] == [[tagged.blue]] * 3


def test_a_tag_is_not_merged_into_itself_or_abroad(tagged: World) -> None:
    tagged.done("eve", "tag.create", tag_id=tagged.far, board_id=tagged.ops, name="Far", hue="red")
    same = {"tag_id": tagged.red, "into_id": tagged.red}
    assert tagged.refusal("ben", "tag.merge", **same) == "bad_arguments"
    assert tagged.refusal("ana", "tag.merge", tag_id=tagged.red, into_id=tagged.far) == "tag_elsewhere"
    assert tagged.refusal("ben", "tag.merge", tag_id=tagged.red, into_id=tagged.far) == "not_found"


def test_a_tag_goes_on_cards_of_its_own_board_only(tagged: World) -> None:
    for verb in ("card.add_tag", "card.remove_tag"):
        args = {"card_ids": [tagged.ink, tagged.ops1], "tag_id": tagged.blue}
        assert tagged.refusal("chidi", verb, **args) == "tag_elsewhere"
        assert tagged.refusal("chidi", verb, card_ids=[tagged.old], tag_id=tagged.red) == "card_completed"
        assert tagged.refusal("chidi", verb, card_ids=[tagged.bin], tag_id=tagged.red) == "card_deleted"


def test_a_tag_on_more_cards_than_one_command_may_change_ends_in_parts(tagged: World) -> None:
    """S23."""
    cards = many_cards("doing", 600)
    Card.objects.filter(id__in=cards).update(tag_ids=f'["{tagged.red}"]')
    for verb, into in (("tag.delete", {}), ("tag.merge", {"into_id": tagged.blue})):
        assert tagged.refusal("ben", verb, tag_id=tagged.red, **into) == "too_many"
    part = {"card_ids": [*cards[:400], tagged.old], "tag_id": tagged.red, "into_id": tagged.blue}
    outcomes = tagged.batch(
        tagged.command("ben", "card.replace_tag", **part),
        tagged.command("ben", "tag.merge", tag_id=tagged.red, into_id=tagged.blue),
    )
    assert [outcome.answer["s"] for outcome in outcomes] == ["done", "done"]
    assert Card.objects.filter(tag_ids=f'["{tagged.blue}"]').count() == 603


def test_who_races_a_tag_s_end_leaves_no_card_with_a_tag_that_is_not_there(tagged: World) -> None:
    outcomes = tagged.batch(
        tagged.command("chidi", "card.add_tag", card_ids=[tagged.elm], tag_id=tagged.red),
        tagged.command("ben", "tag.delete", tag_id=tagged.red),
        tagged.command("chidi", "card.add_tag", card_ids=[tagged.oak], tag_id=tagged.red),
    )
    assert [outcome.answer.get("code", "done") for outcome in outcomes] == ["done", "done", "not_found"]
    assert not Card.objects.filter(tag_ids__contains=tagged.red).exists()


def test_undo_of_an_added_tag_leaves_it_where_a_card_has_it_by_now(tagged: World) -> None:
    new = {"tag_id": tagged.new, "board_id": tagged.plan, "name": "New", "hue": "red"}
    made = tagged.done("ben", "tag.create", **new)
    tagged.batch(
        tagged.command("chidi", "card.add_tag", card_ids=[tagged.elm], tag_id=tagged.new),
        tagged.command("ben", "change.undo", command_id=made),
    )
    assert tags_on(tagged, "elm") == [tagged.new]
    assert Tag.objects.filter(id=tagged.new).exists()


def test_undo_does_not_bring_a_name_twice_nor_a_tag_that_is_gone(tagged: World) -> None:
    renamed = tagged.done("ben", "tag.rename", tag_id=tagged.red, name="Other")
    tagged.done("ben", "tag.rename", tag_id=tagged.blue, name="red")
    assert tagged.refusal("ben", "change.undo", command_id=renamed) == "tag_exists"
    taken = tagged.done("chidi", "card.remove_tag", card_ids=[tagged.ink], tag_id=tagged.red)
    tagged.done("ben", "tag.delete", tag_id=tagged.red)
    tagged.run("chidi", "change.undo", command_id=taken)
    assert tags_on(tagged, "ink") == []


def test_an_archived_board_keeps_its_tags(tagged: World) -> None:
    BoardPrivacy.objects.filter(id=tagged.plan).update(state="archived")
    assert tagged.refusal("ben", "tag.delete", tag_id=tagged.red) == "board_archived"


def test_a_start_is_a_day_or_none(world: World) -> None:
    world.done("chidi", "card.set_start", card_ids=[world.ink, world.oak], start_on="2026-02-28")
    assert world.card("oak")["start_on"] == "2026-02-28"
    world.done("chidi", "card.set_start", card_ids=[world.ink], start_on=None)
    assert world.card("ink")["start_on"] is None
    assert world.refusal("chidi", "card.set_start", card_ids=[world.old], start_on=None) == "card_completed"
    with pytest.raises(Refusal):
        world.run("chidi", "card.set_start", card_ids=[world.ink], start_on="2026-02-30")
