"""An open card: its facts, its address, and the ways out and away."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import Person

BOTH = {"ben": "member"}


def open_card(person: Person, title: str) -> Locator:
    person.link_of(title).click()
    sheet = person.dialog(title)
    expect(sheet.get_by_role("textbox", name="Title")).to_have_value(title)
    return sheet


def test_every_fact_of_a_card_reaches_the_other_screen(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    sheet = open_card(ana, "Oak")
    sheet.get_by_role("textbox", name="Title").fill("Old oak")
    ana.keys("Enter")
    ana.choose(re.compile("Status"), "Needs review")
    ana.choose(re.compile("Priority"), "Critical")
    sheet.get_by_role("button", name=re.compile("^Due")).click()
    ana.press("Tomorrow")
    expect(sheet.get_by_role("button", name="Due: Due tomorrow")).to_be_visible()
    sheet.get_by_role("button", name="Nobody").click()
    ana.page.get_by_role("checkbox", name="Ben Okafor").check(force=True)
    ana.keys("Escape")
    ana.axe()

    face = ben.card("Old oak")
    for words in ("Needs review", "Critical", "Due tomorrow"):
        expect(face.get_by_text(words)).to_be_visible()
    expect(face.get_by_role("img", name="Ben Okafor")).to_be_visible()
    ben.axe()


def test_the_sheet_has_an_address_and_back_closes_it(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm", "Ash"]})
    ana = come("ana")
    ana.open_board(board.id)
    open_card(ana, "Oak")
    expect(ana.page).to_have_url(re.compile(board.cards["Oak"]))
    ana.page.get_by_role("button", name="Next task").click()
    expect(ana.dialog("Elm")).to_be_visible()
    ana.keys("ArrowDown")
    expect(ana.dialog("Ash")).to_be_visible()
    ana.keys("ArrowUp")
    expect(ana.page).to_have_url(re.compile(board.cards["Elm"]))
    ana.page.go_back()
    expect(ana.dialog()).to_have_count(0)
    ana.go(f"/b/{board.id}/c/{board.cards['Ash']}")
    expect(ana.dialog("Ash")).to_be_visible()
    ana.keys("Escape")
    expect(ana.dialog()).to_have_count(0)
    expect(ana.page).to_have_url(re.compile(f"/b/{board.id}$"))
    expect(ana.link_of("Ash")).to_be_focused()


def test_a_completed_card_is_frozen_until_it_is_moved_out(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    ana = come("ana")
    ana.open_board(board.id)
    ana.card_menu("Oak", "Complete")
    ana.sees("Completed", ["Oak"])
    ana.link_of("Oak").click()
    sheet = ana.dialog("Oak")
    expect(sheet.get_by_text("Completed, so nothing here changes.")).to_be_visible()
    expect(sheet.get_by_role("textbox", name="Title")).not_to_be_editable()
    ana.axe()
    sheet.get_by_role("button", name="Move to…").click()
    ana.dialog("Move to…").get_by_role("button", name=re.compile("Column")).click()
    ana.page.get_by_role("option", name="To Do").click()
    ana.dialog("Move to…").get_by_role("button", name="Move", exact=True).click()
    expect(sheet.get_by_role("textbox", name="Title")).to_be_editable()


def test_deleted_cards_are_shown_on_demand_restored_and_purged_by_admins_only(
    house: House, come: Come
) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    for title in ("Oak", "Elm"):
        ana.card_menu(title, "Delete")
    expect(ana.toast("“Elm” is in Deleted.")).to_be_visible()
    expect(ana.column("Deleted")).to_have_count(0)
    for person in (ana, ben):
        person.menu(person.button("Board actions"), "Show Deleted")
        person.sees("Deleted", ["Elm", "Oak"])
    ana.axe()
    ben.card("Oak").get_by_role("button", name="Restore").click()
    ana.sees("To Do", ["Oak"])

    ben.card("Elm").get_by_role("link").click(button="right")
    expect(ben.page.get_by_role("menuitem", name="Restore")).to_be_visible()
    expect(ben.page.get_by_role("menuitem", name="Delete for ever…")).to_have_count(0)
    ana.card_menu("Elm", "Delete for ever…")
    question = ana.page.get_by_role("alertdialog", name="Delete for ever?")
    expect(question.get_by_text("“Elm” is deleted with all it holds.")).to_be_visible()
    question.get_by_role("button", name="Delete for ever").click()
    expect(ben.column("Deleted").get_by_role("listitem")).to_have_count(0)
    assert "Elm" not in [card["title"] for card in house.whole("ana", board.id)["cards"]]
