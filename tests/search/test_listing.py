"""Filters without words: cards of a person, of a tag, of a column."""

import pytest

from tests.search.asking import asked, indexed, titles
from tests.support.world import World


def test_cards_of_a_person_are_listed_by_due_date(world: World) -> None:
    world.done("chidi", "card.assign", card_ids=[world.oak, world.elm, world.ink], person_id=world.ben)
    world.done("chidi", "card.set_due", card_ids=[world.elm], due_on="2030-05-01", due_zone="UTC")
    world.done("chidi", "card.set_due", card_ids=[world.ink], due_on="2030-04-01", due_zone="UTC")
    indexed()
    names = ["Card ink", "Card elm", "Card oak"]
    assert titles("chidi", "", person=world.ben) == names
    assert titles("ben", "", person="me") == names
    assert asked("chidi", "", person=world.ben)["people"] == []


def test_what_one_may_not_read_is_not_listed(world: World) -> None:
    world.done("chidi", "card.assign", card_ids=[world.oak], person_id=world.ben)
    indexed()
    assert titles("mallory", "", person=world.ben) == []


@pytest.mark.parametrize("more", [{}, {"status": "blocked"}, {"to": "2030-01-01"}])
def test_without_words_what_picks_out_no_few_cards_lists_none(world: World, more: dict[str, str]) -> None:
    indexed()
    assert asked("chidi", "", **more) == {
        "cards": [],
        "boards": [],
        "people": [],
        "more": False,
        "is_cut": False,
    }
