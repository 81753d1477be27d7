"""The demo's data: enough of it, and consistent."""

from typing import get_args

from tafla.boards.verbs.tags import Hue
from tafla.cards.verbs.set_facts import Priority, Status
from tafla.project.demo_cards import COLUMNS, PEOPLE, TAGS, count


def test_there_are_thirty_cards_over_six_columns_for_four_people() -> None:
    assert count() >= 30
    assert len(COLUMNS) == 6
    assert len(PEOPLE) == 4


def test_every_card_names_people_and_facts_that_exist() -> None:
    keys = {person.key for person in PEOPLE}
    for _, cards in COLUMNS:
        for card in cards:
            assert set(card.who) <= keys, card.title
            assert card.status in get_args(Status), card.title
            assert card.priority in get_args(Priority), card.title


def test_titles_are_all_different() -> None:
    titles = [card.title for _, cards in COLUMNS for card in cards]
    assert len(set(titles)) == len(titles)


def test_open_work_lies_around_today() -> None:
    dues = [
        card.due for name, cards in COLUMNS if name != "Completed" for card in cards if card.due is not None
    ]
    assert min(dues) < 0 < max(dues)
    assert 0 in dues


def test_every_tag_has_a_colour_and_is_on_a_card() -> None:
    titles = [card.title for _, cards in COLUMNS for card in cards]
    for name, hue, beginnings in TAGS:
        assert hue in get_args(Hue), name
        for beginning in beginnings:
            assert any(title.startswith(beginning) for title in titles), beginning
