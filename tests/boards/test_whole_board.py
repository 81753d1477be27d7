"""A whole board over REST: its own readers get objects, everybody else the same nothing."""

import pytest

from tafla.accounts.models import Account
from tafla.boards.models import Column
from tafla.core.ids import new_id
from tafla.people.acts import make_person
from tafla.people.models import Person
from tafla.sync.dispatch import do
from tests.support.client import PASSWORD, Browser, code

pytestmark = pytest.mark.usefixtures("each_database")


@pytest.fixture
def ana() -> Person:
    return make_person(email="ana@example.com", name="Ana Costa", password=PASSWORD)


@pytest.fixture
def board_id(ana: Person) -> str:
    board_id = new_id()
    account_id = Account.objects.get(owner_id=ana.id).id
    do(ana.id, "board.create", board_id=board_id, account_id=account_id, name="Relaunch")
    column = Column.objects.filter(board_id=board_id).order_by("rank")[0]
    cards = [{"card_id": new_id(), "title": title} for title in ("One", "Two")]
    do(ana.id, "card.add", column_id=column.id, cards=cards)
    do(ana.id, "card.assign", card_ids=[cards[0]["card_id"]], person_id=ana.id)
    return board_id


def signed_in(email: str) -> Browser:
    browser = Browser()
    browser.sign_in(email)
    return browser


def test_columns_and_cards_come_as_objects_in_order(ana: Person, board_id: str) -> None:
    told = signed_in(ana.email).get(f"/api/v1/boards/{board_id}").json()
    assert told["board"]["name"] == "Relaunch"
    assert (told["board"]["privacy"], told["board"]["numbering"]) == ("account", False)
    assert [column["name"] for column in told["columns"]] == ["To Do", "Doing", "Completed", "Deleted"]
    assert [card["title"] for card in told["cards"]] == ["One", "Two"]
    assert told["cards"][0]["assignee_ids"] == [ana.id]
    assert "next_number" not in told["board"]
    assert told["seq"] > 0


def test_whoever_may_not_read_it_learns_nothing(board_id: str) -> None:
    make_person(email="eve@example.com", name="Eve", password=PASSWORD)
    eve = signed_in("eve@example.com")
    answers = [eve.get(f"/api/v1/boards/{asked}") for asked in (board_id, new_id(), "1", board_id.upper())]
    assert [(answer.status_code, code(answer)) for answer in answers] == [(404, "not_found")] * 4
    assert len({answer.content for answer in answers}) == 1
    assert Browser().get(f"/api/v1/boards/{board_id}").status_code == 401


def test_description_names_every_field(ana: Person, board_id: str) -> None:
    browser = signed_in(ana.email)
    schemas = browser.get("/api/v1/openapi.json").json()["components"]["schemas"]
    told = browser.get(f"/api/v1/boards/{board_id}").json()
    assert set(schemas["WholeBoard"]["properties"]) == set(told)
    assert set(schemas["CardFacts"]["properties"]) == set(told["cards"][0])
    assert set(schemas["ColumnFacts"]["properties"]) == set(told["columns"][0])
    assert set(schemas["BoardFacts"]["properties"]) == set(told["board"])
