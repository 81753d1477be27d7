"""Cards: what each verb does and each way it is refused, through dispatch on a real database."""

from typing import Any

import pytest

from tafla.cards.models import Card
from tafla.core.fields import time_zones
from tafla.core.refusals import Refusal
from tests.support.world import World


def ids(world: World, args: dict[str, Any]) -> dict[str, Any]:
    """Arguments with ids in place of the names of cards, columns and people."""
    single = {"card_id", "column_id", "person_id", "after", "before"}
    return {
        name: getattr(world, value)
        if name in single
        else [getattr(world, one) for one in value]
        if name == "card_ids"
        else value
        for name, value in args.items()
    }


REFUSED: list[tuple[str, str, dict[str, Any]]] = [
    ("not_found", "card.rename", {"card_id": "nothing", "title": "x"}),
    ("not_found", "card.rename", {"card_id": "loot", "title": "x"}),
    ("card_completed", "card.rename", {"card_id": "old", "title": "x"}),
    ("card_deleted", "card.rename", {"card_id": "bin", "title": "x"}),
    ("card_completed", "card.set_status", {"card_ids": ["ink", "old"], "status": "ready"}),
    ("card_deleted", "card.set_priority", {"card_ids": ["ink", "bin"], "priority": "high"}),
    ("card_completed", "card.set_due", {"card_ids": ["old"], "due_on": None}),
    ("card_completed", "card.unassign", {"card_ids": ["old"], "person_id": "ben"}),
    ("card_deleted", "card.set_details", {"card_id": "bin", "text": "x", "base_version": 0}),
    ("not_assignable", "card.assign", {"card_ids": ["ink"], "person_id": "dana"}),
    ("not_assignable", "card.assign", {"card_ids": ["ink"], "person_id": "eve"}),
    ("not_assignable", "card.assign", {"card_ids": ["ink", "ops1"], "person_id": "ben"}),
    ("card_not_deleted", "card.restore", {"card_ids": ["bin", "ink"]}),
    ("not_found", "card.move", {"card_ids": ["ink"], "column_id": "nothing"}),
    ("not_found", "card.move", {"card_ids": ["ink"], "column_id": "secret"}),
    ("column_elsewhere", "card.move", {"card_ids": ["ops1"], "column_id": "gone"}),
]


@pytest.mark.parametrize(("code", "verb", "args"), REFUSED)
def test_refused(world: World, code: str, verb: str, args: dict[str, Any]) -> None:
    assert world.refusal("chidi", verb, **ids(world, args)) == code


@pytest.mark.parametrize("column", ["closed", "gone"])
def test_cards_are_not_added_to_fixed_columns(world: World, column: str) -> None:
    new = [{"card_id": world.new, "title": "x"}]
    assert world.refusal("chidi", "card.add", column_id=getattr(world, column), cards=new) == "column_fixed"


@pytest.mark.parametrize("title", ["", "  \u202e\x00 ", "x" * 501, "x" * 100_000, 7, None])
def test_titles_that_cannot_be_kept_are_refused(world: World, title: Any) -> None:
    with pytest.raises(Refusal) as refused:
        world.run("chidi", "card.rename", card_id=world.ink, title=title)
    assert refused.value.code in ("empty_text", "text_too_long", "bad_arguments")


@pytest.mark.parametrize("due_on", ["9999-12-31", "0001-01-01", "2026-02-30", "2026-1-1"])
def test_days_that_are_none_or_beyond_all_plans_are_refused(world: World, due_on: str) -> None:
    with pytest.raises(Refusal, match="bad_arguments"):
        world.run("chidi", "card.set_due", card_ids=[world.ink], due_on=due_on, due_zone="Asia/Tokyo")


@pytest.mark.parametrize("zone", ["Factory", "localtime", "Mars/Base"])
def test_zones_that_no_browser_knows_are_refused(world: World, zone: str) -> None:
    with pytest.raises(Refusal, match="bad_arguments"):
        world.run("chidi", "card.set_due", card_ids=[world.ink], due_on="2026-03-01", due_zone=zone)


def test_zones_are_listed_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing them reads hundreds of files, and shapes are checked on the event loop."""
    time_zones()
    monkeypatch.setattr("tafla.core.fields.available_timezones", None)
    world.done("chidi", "card.set_due", card_ids=[world.ink], due_on="2026-03-01", due_zone="Asia/Tokyo")


def test_titles_are_cleaned(world: World) -> None:
    world.done("chidi", "card.rename", card_id=world.ink, title=" a\x00\n\u202eb  c ")
    assert world.card("ink")["title"] == "a b c"


def test_purge_wants_deleted_cards_and_a_board_admin(world: World) -> None:
    assert world.refusal("ben", "card.purge", card_ids=[world.ink]) == "card_not_deleted"
    assert world.refusal("chidi", "card.purge", card_ids=[world.bin]) == "not_allowed"
    world.done("ben", "card.purge", card_ids=[world.bin])
    assert not Card.objects.filter(id=world.bin).exists()


def test_numbers_rise_and_never_come_again(world: World) -> None:
    for name in ("n1", "n2"):
        world.done(
            "chidi", "card.add", column_id=world.todo, cards=[{"card_id": getattr(world, name), "title": "x"}]
        )
    assert [world.card(name)["number"] for name in ("n1", "n2")] == [10, 11]
    world.done("chidi", "card.delete", card_ids=[world.n2])
    world.done("ben", "card.purge", card_ids=[world.n2])
    world.done("chidi", "card.add", column_id=world.todo, cards=[{"card_id": world.n3, "title": "x"}])
    assert world.card("n3")["number"] == 12


def test_neighbours_that_are_gone_mean_the_end(world: World) -> None:
    """S11: after, else before, else the end."""
    place = {"column_id": world.todo, "after": world.fig, "before": world.oak}
    world.done("chidi", "card.move", card_ids=[world.fig], **place)
    assert world.order("todo") == [world.ink, world.fig, world.oak, world.elm]
    world.done("chidi", "card.move", card_ids=[world.fig], column_id=world.todo, after=world.nothing)
    assert world.order("todo")[-1] == world.fig


def test_the_top_is_that_of_the_moment(world: World) -> None:
    """Two who know of no other put theirs there: the later stands above; so does what is there already."""
    outcomes = world.batch(
        world.command(
            "ben", "card.move", card_ids=[world.ink, world.oak], column_id=world.closed, to_top=True
        ),
        world.command("chidi", "card.move", card_ids=[world.fig], column_id=world.closed, to_top=True),
    )
    assert [outcome.answer["s"] for outcome in outcomes] == ["done", "done"]
    assert world.order("closed") == [world.fig, world.ink, world.oak, world.old]
    world.done("chidi", "card.move", card_ids=[world.old], column_id=world.closed, to_top=True)
    assert world.order("closed")[0] == world.old
    world.done("chidi", "card.move", card_ids=[world.elm], column_id=world.doing, to_top=True)
    assert world.order("doing")[0] == world.elm


def test_the_top_takes_any_number(world: World) -> None:
    """Ranks that run out there are made anew."""
    for at in range(400):
        card = (world.ink, world.oak, world.elm)[at % 3]
        world.done("chidi", "card.move", card_ids=[card], column_id=world.todo, to_top=True)
        assert world.order("todo")[0] == card


def test_a_blocking_limit_refuses_what_comes_in_and_not_what_stays(world: World) -> None:
    world.done("ben", "column.set_wip_limit", column_id=world.todo, limit=3)
    world.done("chidi", "card.move", card_ids=[world.fig], column_id=world.todo)
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")
    new = [{"card_id": world.new, "title": "x"}]
    assert world.refusal("chidi", "card.add", column_id=world.todo, cards=new) == "wip_limit_reached"
    assert world.refusal("chidi", "card.restore", card_ids=[world.bin]) == "wip_limit_reached"
    assert (
        world.refusal("chidi", "card.move", card_ids=[world.ops1], column_id=world.todo)
        == "wip_limit_reached"
    )
    world.done("chidi", "card.move", card_ids=[world.fig], column_id=world.todo, before=world.ink)
    assert world.order("todo")[0] == world.fig


def test_two_who_race_for_the_last_place_of_a_blocking_column(world: World) -> None:
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=2)
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")
    outcomes = world.batch(
        world.command("ben", "card.move", card_ids=[world.ink], column_id=world.doing),
        world.command("chidi", "card.move", card_ids=[world.oak], column_id=world.doing),
    )
    assert [outcome.answer.get("code", "done") for outcome in outcomes] == ["done", "wip_limit_reached"]


def test_two_who_move_the_same_card_end_with_the_later(world: World) -> None:
    world.batch(
        world.command("ben", "card.move", card_ids=[world.ink], column_id=world.doing),
        world.command("chidi", "card.move", card_ids=[world.ink], column_id=world.closed),
    )
    assert world.card("ink")["column_id"] == world.closed


def test_a_card_moved_to_another_board_keeps_its_text_and_only_its_people(world: World) -> None:
    world.done("chidi", "card.set_details", card_id=world.ink, text="words", base_version=0)
    for person in (world.ben, world.chidi):
        world.done("ben", "card.assign", card_ids=[world.ink], person_id=person)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    assert world.card("ink", "ops")["assignee_ids"] == [world.chidi]
    assert world.row("card_texts", "ink", f"card:{world.ink}") is not None
    assert world.refusal("ben", "card.rename", card_id=world.ink, title="x") == "not_found"


def test_saves_from_an_older_version_are_merged_or_a_conflict_with_both_texts(world: World) -> None:
    """S12."""
    save = {"card_id": world.ink}
    world.done("chidi", "card.set_details", **save, text="one\ntwo\nthree", base_version=0)
    world.done("ben", "card.set_details", **save, text="ONE\ntwo\nthree", base_version=1)
    world.done("chidi", "card.set_details", **save, text="one\ntwo\nTHREE", base_version=1)
    stored = world.row("card_texts", "ink", f"card:{world.ink}")
    assert stored is not None
    assert stored["details"] == "ONE\ntwo\nTHREE"
    answer = world.run("ben", "card.set_details", **save, text="eins\ntwo\nthree", base_version=1)
    assert answer["s"] == "conflict"
    assert answer["args"] == {"mine": "eins\ntwo\nthree", "theirs": "ONE\ntwo\nTHREE", "version": 3}


def test_an_unchanged_text_is_not_saved(world: World) -> None:
    world.done("chidi", "card.set_details", card_id=world.ink, text="one", base_version=0)
    assert world.run("ben", "card.set_details", card_id=world.ink, text="one", base_version=1)["wrote"] == []
