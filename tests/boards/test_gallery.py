"""The templates that ship: data somebody can start from, in the form the product reads."""

import json
from pathlib import Path

import pytest

from tafla.boards import templates

FOLDER = Path(templates.__file__).parent / "gallery"
FILES = sorted(FOLDER.glob("*.json"))
STATUSES = {"normal", "ready", "in_progress", "needs_review", "needs_rework", "blocked", "on_hold"}
PRIORITIES = {"normal", "high", "critical"}
CARD_FIELDS = {"title", "details", "status", "priority", "due_in_days"}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def data(path):
    return json.loads(path.read_text("utf-8"))


@pytest.fixture
def cards(data):
    return [card for column in data["columns"] for card in column["cards"]]


def test_the_gallery_offers_every_file_and_the_blank_board_first():
    found = templates.gallery()
    assert next(iter(found)) == "blank"
    assert set(found) == {"blank", *(path.stem for path in FILES)}
    assert {"project_management", "help_desk", "fundraising_campaign"} <= set(found)


def test_its_id_is_its_file_name(path, data):
    assert set(data) == {"id", "name", "description", "columns"}
    assert data["id"] == path.stem
    assert data["name"].strip()
    assert data["description"].strip()


def test_every_card_reaches_its_column(path, data, cards):
    template = templates.gallery()[path.stem]
    assert list(template.columns) == [column["name"] for column in data["columns"]]
    assert [card.title for card in template.cards] == [card["title"] for card in cards]
    assert {card.column for card in template.cards} == set(template.columns)


def test_columns_have_cards_and_names_of_their_own(data):
    names = [column["name"] for column in data["columns"]]
    assert len(names) == len(set(names)) >= 2
    assert all(set(column) == {"name", "cards"} and column["cards"] for column in data["columns"])
    assert not {"Completed", "Deleted"} & set(names), "the product adds these"


def test_cards_hold_only_what_the_product_knows(cards):
    for card in cards:
        assert set(card) <= CARD_FIELDS
        assert card.get("status", "normal") in STATUSES
        assert card.get("priority", "normal") in PRIORITIES


def test_cards_are_worth_starting_from(cards):
    assert 8 <= len(cards) <= 16
    assert len({card["title"] for card in cards}) == len(cards)
    assert all(0 < len(card["title"].strip()) <= 500 for card in cards)
    assert all(len(card["details"]) >= 60 for card in cards)


def test_nothing_is_overdue_on_the_first_day(cards):
    days = [card["due_in_days"] for card in cards if "due_in_days" in card]
    assert days
    assert all(isinstance(count, int) and count >= 1 for count in days)


def test_every_template_shows_a_task_list_and_several_statuses(cards):
    assert any("- [ ] " in card["details"] for card in cards)
    assert len({card.get("status", "normal") for card in cards}) >= 4
