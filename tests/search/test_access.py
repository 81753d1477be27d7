"""Nothing is found that one may not read, at the moment of asking; nothing comes back of what is gone."""

import pytest

from tafla.accounts.models import BoardPrivacy, Member
from tests.search.asking import asked, indexed, titles
from tests.support.shelves import attached
from tests.support.world import World
from tests.test_access_matrix import signed_in

READERS = {
    "ana": {"title", "details", "checklist", "chat", "file"},
    "faye": {"title", "details", "checklist", "chat", "file"},
    "ben": {"title", "details", "checklist", "chat", "file"},
    "chidi": {"title", "details", "checklist", "chat", "file"},
    # Visitors, and who reads by the board's privacy, read no chat.
    "dana": {"title", "details", "checklist", "file"},
    "eve": {"title", "details", "checklist", "file"},
    "mallory": set(),
}


@pytest.fixture
def spoken(world: World) -> World:
    """A word that stands nowhere else in everything a card can hold."""
    world.done("chidi", "card.rename", card_id=world.ink, title="Quagga")
    world.done("chidi", "card.set_details", card_id=world.oak, text="A quagga", base_version=0)
    world.done("chidi", "checklist.add", card_id=world.elm, items=[{"item_id": world.item, "text": "Quagga"}])
    world.done("chidi", "chat.post", message_id=world.hello, card_id=world.fig, text="Quagga?")
    attached(world, "quagga", "oak")
    indexed()
    return world


@pytest.mark.parametrize("name", READERS)
def test_each_role_finds_what_it_may_read(spoken: World, name: str) -> None:
    found = {where["kind"] for card in asked(name, "quagga")["cards"] for where in card["where"]}
    assert found == READERS[name]


def test_what_is_lost_is_not_found_from_that_moment(spoken: World) -> None:
    assert titles("chidi", "quagga")
    BoardPrivacy.objects.filter(id=spoken.plan).update(privacy="team")
    Member.objects.filter(board_id=spoken.plan, person_id=spoken.chidi).delete()
    answer = asked("chidi", "quagga")
    assert (answer["cards"], answer["more"]) == ([], False)
    assert titles("chidi", "quagga", board=spoken.plan) == []


def test_a_card_on_a_board_one_may_not_read_is_not_found_before_the_index_knows(spoken: World) -> None:
    spoken.done("chidi", "card.move", card_ids=[spoken.ink], column_id=spoken.later)
    assert "Quagga" not in titles("dana", "quagga")
    assert "Quagga" in titles("chidi", "quagga")
    indexed()
    assert "Quagga" not in titles("dana", "quagga")
    assert "Quagga" in titles("chidi", "quagga")


def test_nothing_is_left_of_what_was_deleted_for_ever_or_said_otherwise(spoken: World) -> None:
    spoken.done("chidi", "card.set_details", card_id=spoken.oak, text="A zebra", base_version=1)
    spoken.done("chidi", "card.delete", card_ids=[spoken.ink, spoken.elm])
    spoken.done("ben", "card.purge", card_ids=[spoken.ink, spoken.elm])
    indexed()
    found = {where["kind"] for card in asked("ana", "quagga")["cards"] for where in card["where"]}
    assert found == {"chat", "file"}
    assert titles("ana", "zebra") == ["Card oak"]


@pytest.mark.parametrize("state", ["archived", "trash"])
def test_shelved_boards_are_found_when_they_are_asked_for_or_never(spoken: World, state: str) -> None:
    spoken.done("ben", "board.set_state", board_id=spoken.plan, state=state)
    indexed()
    assert titles("chidi", "quagga") == []
    assert bool(titles("chidi", "quagga", archived="true")) == (state == "archived")


ODD = ['"', "''", "a AND", "NEAR(x", "*", "(((", "-x", "col:x", "%", "_", "\\", "#", "#999999999999999999"]
ODD += [
    "\u0000x",
    "\u202eabc",
    "\U0001f642",
    "\u0301" * 5_000,
    "a" * 10_000,
    "word " * 2_000,
    "\u6211" * 10_000,
]


@pytest.mark.parametrize("q", ODD)
def test_odd_questions_are_answered(world: World, q: str) -> None:
    indexed()
    assert signed_in("chidi").get("/api/v1/search", {"q": q}).status_code in (200, 422)


FILTERS = [{"board": "x"}, {"person": "\u0000"}, {"status": "odd"}, {"from": "31.12."}, {"to": "9999-99-99"}]
FILTERS += [{"column": "x"}, {"here": "x"}, {"tag": "t" * 300}, {"from": "0001-01-01", "to": "9999-12-31"}]


@pytest.mark.parametrize("more", FILTERS)
def test_odd_filters_are_refused_or_find_nothing(world: World, more: dict[str, str]) -> None:
    indexed()
    assert signed_in("chidi").get("/api/v1/search", {"q": "card", **more}).status_code in (200, 404, 422)
