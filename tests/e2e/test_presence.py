"""Who else is here: on boards one has not open, on the board, on its cards; and going where they go."""

import re

from playwright.sync_api import Locator, expect

from tafla.core.ids import new_id
from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House
from tests.e2e.person import Person

SOON_MS = 2_000
BOTH = {"ben": "member"}


def new_card(title: str) -> dict[str, str]:
    return {"card_id": new_id(), "title": title}


def test_home_shows_what_others_do_on_boards_that_are_not_open(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH, name="Plan of the grove")
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="team")
    ben = come("ben")
    ben.go("/")
    tile = ben.page.locator(".tile").filter(has_text="Plan of the grove")
    expect(tile.get_by_text("1 open")).to_be_visible()
    house.do("ana", "card.add", column_id=board.columns["To Do"], cards=[new_card("Elm")])
    expect(tile.get_by_text("2 open")).to_be_visible(timeout=SOON_MS)
    # A board that is taken away goes from home as well.
    house.do("ana", "member.remove", board_id=board.id, person_id=house.person_id("ben"))
    expect(tile).to_have_count(0, timeout=SOON_MS + 1_000)


def here(person: Person, name: str) -> Locator:
    """The face of somebody else in the bar; its words say where they are."""
    group = person.page.get_by_role("group", name="Also here")
    return group.get_by_role("button", name=re.compile(f"^{name}, "))


def open_task(person: Person) -> Locator:
    return person.page.get_by_role("textbox", name="Title", exact=True)


def follow(person: Person, name: str) -> Locator:
    """Follow somebody; the bar that says so."""
    person.menu(here(person, name), "Follow")
    bar = person.page.get_by_role("region", name=f"Following {name}")
    expect(bar).to_be_visible()
    return bar


def test_faces_tell_where_others_are_and_lead_there(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    expect(here(ana, "Ben Okafor")).to_have_accessible_name("Ben Okafor, looking at the board")
    ben.link_of("Oak").click()
    expect(here(ana, "Ben Okafor")).to_have_accessible_name("Ben Okafor, on “Oak”")
    expect(ana.card("Oak").get_by_role("img", name="Open now: Ben Okafor")).to_be_visible()
    expect(ana.card("Elm").get_by_role("img", name="Open now")).to_have_count(0)
    ana.axe()
    # By keys alone.
    here(ana, "Ben Okafor").focus()
    ana.keys("Enter")
    expect(ana.page.get_by_role("menu")).to_contain_text("Follow")
    ana.page.get_by_role("menuitem", name="Go to their card").press("Enter")
    expect(open_task(ana)).to_have_value("Oak")
    for both, name in ((ana, "Ben Okafor"), (ben, "Ana Costa")):
        also = both.page.get_by_role("group", name="Also on this task")
        expect(also.get_by_role("img", name=name)).to_be_visible()
    ana.axe()
    ben.keys("Escape")
    expect(ana.page.get_by_role("group", name="Also on this task")).to_have_count(0)


def test_following_goes_where_they_go_until_escape(house: House, come: Come) -> None:
    columns = {f"Step {at}": [f"Task {at}"] for at in range(1, 10)}
    board = house.make_board(columns, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    bar = follow(ana, "Ben Okafor")
    ana.axe()
    ben.link_of("Task 2").click()
    expect(open_task(ana)).to_have_value("Task 2")
    # The bar stands in the head of the open card too, for the page behind it cannot be reached.
    expect(ana.page.get_by_role("dialog").get_by_role("region", name="Following Ben Okafor")).to_be_visible()
    ana.axe()
    ben.keys("Escape")
    expect(open_task(ana)).to_have_count(0)
    expect(bar).to_be_visible()
    # To the side: the column they look at.
    last = ben.column("Step 7")
    last.evaluate("(column) => column.scrollIntoView({ inline: 'start' })")
    expect(ana.card("Task 8")).to_be_in_viewport()
    ben.link_of("Task 8").click()
    expect(open_task(ana)).to_have_value("Task 8")
    # The first Escape ends the following and leaves the card; from then on they go their own ways.
    ana.keys("Escape")
    expect(ana.page.get_by_role("region", name="Following Ben Okafor")).to_have_count(0)
    expect(open_task(ana)).to_have_value("Task 8")
    ben.keys("Escape")
    expect(ana.page.get_by_role("group", name="Also on this task")).to_have_count(0)
    expect(open_task(ana)).to_have_value("Task 8")


def test_following_waits_for_a_text_and_ends_with_a_way_of_ones_own(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    bar = follow(ana, "Ben Okafor")
    ana.column("To Do").get_by_role("button", name="Add new task").click()
    field = ana.page.get_by_role("textbox", name="New task in “To Do”")
    field.fill("A thought")
    ben.link_of("Oak").click()
    expect(bar).to_contain_text("Waits for you")
    expect(field).to_be_focused()
    expect(field).to_have_value("A thought")
    ana.keys("Enter", "Escape")
    expect(open_task(ana)).to_have_value("Oak")
    # Another card is a way of one's own.
    ana.press("Next task")
    expect(ana.page.get_by_role("region", name="Following Ben Okafor")).to_have_count(0)
    ben.keys("Escape")
    expect(here(ben, "Ana Costa")).to_have_accessible_name("Ana Costa, on “Elm”")
    ana.keys("Escape")
    # And it ends when they leave.
    follow(ana, "Ben Okafor")
    ben.go("/")
    expect(ana.page.get_by_role("region", name="Following Ben Okafor")).to_have_count(0)
    expect(ana.page.get_by_role("group", name="Also here")).to_have_count(0)


def test_two_pages_are_one_person_who_vanishes_with_the_board(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": ["Fig"]}, team=BOTH)
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="team")
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    second = ben.context.new_page()
    second.goto(f"{house.site}/b/{board.id}/c/{board.cards['Fig']}")
    also = ana.page.get_by_role("group", name="Also here")
    # Where they moved last; and one face.
    expect(here(ana, "Ben Okafor")).to_have_accessible_name("Ben Okafor, on “Fig”")
    expect(also.get_by_role("button")).to_have_count(1)
    second.close()
    expect(here(ana, "Ben Okafor")).to_have_accessible_name("Ben Okafor, looking at the board")
    follow(ana, "Ben Okafor")
    house.do("ana", "member.remove", board_id=board.id, person_id=house.person_id("ben"))
    expect(also).to_have_count(0, timeout=5_000)
    expect(ana.page.get_by_role("region", name="Following Ben Okafor")).to_have_count(0)


def test_on_a_phone_the_palette_leads_to_others(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana", **PHONE), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ben.link_of("Fig").click()
    expect(ana.card("Fig").get_by_role("img", name="Open now: Ben Okafor")).to_be_attached()
    ana.press("Find")
    field = ana.page.get_by_role("combobox")
    field.fill("Follow Ben")
    ana.page.get_by_role("option", name=re.compile("Follow.*Ben Okafor")).first.tap()
    expect(open_task(ana)).to_have_value("Fig")
    ben.keys("Escape")
    expect(open_task(ana)).to_have_count(0)
    expect(ana.page.get_by_role("region", name="Following Ben Okafor")).to_be_visible()
    ana.axe()
