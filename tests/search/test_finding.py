"""What is found, where, and in which order."""

import pytest

from tests.search.asking import asked, indexed, titles
from tests.support.shelves import attached
from tests.support.world import World


@pytest.fixture
def named(world: World) -> World:
    """Cards of `plan` with titles that differ."""
    for name, title in (("ink", "Homepage design"), ("oak", "Design of the new homepage"), ("elm", "Logo")):
        world.done("chidi", "card.rename", card_id=getattr(world, name), title=title)
    world.done("chidi", "card.rename", card_id=world.ops1, title="Homepage")
    return world


def test_whole_titles_come_before_beginnings_before_words(named: World) -> None:
    indexed()
    assert titles("chidi", "homepage") == ["Homepage", "Homepage design", "Design of the new homepage"]


def test_this_board_comes_first(named: World) -> None:
    indexed()
    found = titles("chidi", "homepage", here=named.plan)
    assert found == ["Homepage design", "Design of the new homepage", "Homepage"]


def test_a_beginning_is_enough(named: World) -> None:
    indexed()
    found = titles("chidi", "ho")
    assert (set(found[:2]), found[2:]) == ({"Homepage", "Homepage design"}, ["Design of the new homepage"])
    assert titles("chidi", "new ho") == ["Design of the new homepage"]
    assert titles("chidi", "h") == []


@pytest.mark.parametrize("typo", ["hompage", "homeppage", "homepaeg", "homepige", "domepage", "homepagee"])
def test_a_mistake_is_forgiven(named: World, typo: str) -> None:
    indexed()
    assert sorted(titles("chidi", typo)) == ["Design of the new homepage", "Homepage", "Homepage design"]


def test_everything_on_a_card_is_found_and_says_where(named: World) -> None:
    named.done(
        "chidi", "card.set_details", card_id=named.elm, text="Ask the **foundry** first", base_version=0
    )
    named.done(
        "chidi",
        "checklist.add",
        card_id=named.elm,
        items=[{"item_id": named.item, "text": "Buy foundry ink"}],
    )
    named.done("chidi", "chat.post", message_id=named.hello, card_id=named.elm, text="The foundry wrote")
    attached(named, "foundry map", "oak")
    indexed()
    logo, other = asked("chidi", "foundry")["cards"]
    assert (logo["title"], logo["number"], logo["board_id"]) == ("Logo", 3, named.plan)
    assert [(where["kind"], where["passage"], where["marks"], where["id"]) for where in logo["where"]] == [
        ("details", "Ask the foundry first", [[8, 15]], named.elm),
        ("checklist", "Buy foundry ink", [[4, 11]], named.item),
        ("chat", "The foundry wrote", [[4, 11]], named.hello),
    ]
    assert [(where["kind"], where["passage"]) for where in other["where"]] == [("file", "foundry map.png")]
    # Words may stand in the title and in the contents.
    assert titles("chidi", "logo foundry ink") == ["Logo"]


@pytest.mark.parametrize("text", ["[Ana]: kiln", "see [here](http://kiln.example)", "```kiln"])
def test_items_of_checklists_are_found_as_they_stand_there(named: World, text: str) -> None:
    """They are no Markdown: nothing of them is left out when they are shown."""
    named.done("chidi", "checklist.add", card_id=named.elm, items=[{"item_id": named.item, "text": text}])
    indexed()
    (logo,) = asked("chidi", "kiln")["cards"]
    assert [where["passage"] for where in logo["where"]] == [text]


def test_numbers_find_their_card_first(named: World) -> None:
    named.done("chidi", "card.rename", card_id=named.fig, title="Room 3")
    indexed()
    assert titles("chidi", "#3") == ["Logo", "Room 3"]
    assert titles("chidi", "3") == ["Logo", "Room 3"]
    assert titles("chidi", "٣") == ["Logo", "Room 3"]


def test_boards_and_people_are_found(named: World) -> None:
    indexed()
    assert [board["name"] for board in asked("chidi", "pla")["boards"]] == ["plan"]
    assert [person["name"] for person in asked("dana", "ben")["people"]] == ["Ben"]
    assert asked("mallory", "ben")["people"] == []
