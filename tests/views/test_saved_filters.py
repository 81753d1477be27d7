"""Filters kept by a name: bounded, cleaned, one's own."""

from typing import Any

import pytest
from pydantic import ValidationError

from tafla.core.ids import new_id
from tafla.views.filters import Filter
from tafla.views.models import SavedFilter
from tafla.views.verbs.save_filter import MOST_SAVED, SaveFilter
from tests.support.preparing import filter_saved
from tests.support.world import World, build_world


@pytest.fixture
def world(database: object) -> World:
    return build_world()


def saved(world: World, name: str = "sieve") -> SavedFilter:
    return SavedFilter.objects.get(id=getattr(world, name))


def test_a_filter_is_kept_and_found_again(world: World) -> None:
    wanted = {"assignees": ["me", world.ben], "due": ["this_week"], "text": " two  words "}
    world.done("chidi", "filter.save", filter_id=world.sieve, name="Mine", filter=wanted, is_view=True)
    kept = saved(world)
    assert (kept.person_id, kept.name, kept.is_view) == (world.chidi, "Mine", True)
    assert Filter.model_validate_json(kept.filter) == Filter(
        assignees=("me", world.ben), due=("this_week",), text="two words"
    )


def test_saving_again_changes_it_and_keeps_its_age(world: World) -> None:
    filter_saved(world)
    before = saved(world)
    world.done("chidi", "filter.save", filter_id=world.sieve, name="Blue", filter={"tags": ["blue"]})
    after = saved(world)
    assert (after.name, after.at) == ("Blue", before.at)
    assert Filter.model_validate_json(after.filter) == Filter(tags=("blue",))


def test_nobody_writes_into_anothers(world: World) -> None:
    filter_saved(world)
    args = {"filter_id": world.sieve, "name": "Stolen"}
    assert world.refusal("ben", "filter.save", **args, filter={}) == "id_taken"
    assert world.refusal("ben", "filter.rename", **args) == "not_found"
    assert world.refusal("ben", "filter.remove", filter_id=world.sieve) == "not_found"
    assert saved(world).name == "Red"


def test_their_number_is_bounded(world: World) -> None:
    row = {"person_id": world.chidi, "name": "x", "filter": "{}", "is_view": False, "at": 1}
    SavedFilter.objects.bulk_create([SavedFilter(id=new_id(), **row) for _ in range(MOST_SAVED - 1)])
    filter_saved(world)
    another = {"filter_id": world.new, "name": "One more", "filter": {}}
    assert world.refusal("chidi", "filter.save", **another) == "too_many"
    world.done("chidi", "filter.save", **another | {"filter_id": world.sieve})
    world.done("ben", "filter.save", **another)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "  "},
        {"name": "x" * 121},
        {"filter": None},
        {"filter": {"text": "x" * 10_000}},
        {"filter": {"colour": ["red"]}},
        {"filter_id": "1"},
    ],
)
def test_bad_arguments_are_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SaveFilter.model_validate({"filter_id": new_id(), "name": "Mine", "filter": {}} | changed)
