"""The demo's boards from templates: their data fits the templates, and they are made once."""

from pathlib import Path

import pytest

from tafla.boards.models import Board, Column
from tafla.boards.templates import find_template
from tafla.cards.models import Card
from tafla.project import demo
from tafla.project.demo_cards import BOARD, PEOPLE
from tafla.project.demo_gallery import BOARDS, DemoBoard

EVERYBODY = {person.key for person in PEOPLE}


@pytest.fixture(params=BOARDS, ids=lambda board: board.template)
def board(request: pytest.FixtureRequest) -> DemoBoard:
    found: DemoBoard = request.param
    return found


def test_it_speaks_of_cards_that_its_template_has(board: DemoBoard) -> None:
    template = find_template(board.template)
    assert template is not None
    open_titles = {card.title for column in template.columns for card in column.cards}
    assert {*board.who, *board.due, *board.done} <= open_titles
    assert board.done
    assert min(board.due.values()) < 0


def test_only_its_admins_and_members_have_cards(board: DemoBoard) -> None:
    working = {PEOPLE[0].key} | {key for key, role in board.roles.items() if role != "visitor"}
    assert set(board.roles) | {PEOPLE[0].key} == EVERYBODY
    assert {key for keys in board.who.values() for key in keys} <= working


def test_the_demo_is_made_once(each_database: Path | str) -> None:
    demo.make_demo()
    names = set(Board.objects.values_list("name", flat=True))
    assert names == {BOARD, *(board.name for board in BOARDS)}
    for board in BOARDS:
        there = Board.objects.get(name=board.name)
        cards = Card.objects.filter(board_id=there.id)
        assert sum(card.assignee_ids != "[]" for card in cards) == len(board.who)
        completed = Column.objects.get(board_id=there.id, kind="completed").id
        assert set(board.done) <= set(cards.filter(column_id=completed).values_list("title", flat=True))
    before = Board.objects.count(), Card.objects.count()
    demo.make_demo()
    assert (Board.objects.count(), Card.objects.count()) == before
