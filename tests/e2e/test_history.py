"""History: one reads what the other does, as it happens, and steps are taken back by whoever made them."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import Person


def entries(place: Locator) -> Locator:
    return place.get_by_role("listitem")


def history_of(person: Person, title: str) -> Locator:
    person.link_of(title).click()
    person.page.get_by_role("tab", name="History").click()
    return person.page.get_by_role("tabpanel", name="History")


def test_one_reads_what_the_other_does(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    told = history_of(ben, "Oak")
    expect(entries(told)).to_have_count(1)
    expect(entries(told).first).to_contain_text("Ana Costa added this to To Do")

    ana.drag("Oak", "Doing")
    expect(entries(told).first).to_contain_text("Ana Costa moved this from To Do to Doing")
    ana.press("Undo")
    expect(entries(told).first).to_contain_text("Ana Costa moved this from Doing to To Do")
    expect(entries(told).first).to_contain_text("by undoing")

    sheet = ben.dialog("Oak")
    sheet.get_by_role("textbox", name="Title").fill("Old oak")
    ben.keys("Enter")
    newest = entries(told).first
    expect(newest).to_contain_text("Ben Okafor changed the title")
    expect(newest.get_by_role("deletion")).to_contain_text("Oak")
    expect(newest.get_by_role("insertion")).to_contain_text("Old oak")
    expect(newest.locator("time")).to_have_attribute("data-tip", re.compile(r"\d:\d\d"))
    ben.axe()


def test_texts_are_shown_with_what_changed_in_them(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    for version, text in enumerate(("Plant it by the gate.", "Plant it by the wall.")):
        house.do("ana", "card.set_details", card_id=board.cards["Oak"], text=text, base_version=version)
    ana = come("ana")
    ana.open_board(board.id)
    newest = entries(history_of(ana, "Oak")).first
    newest.get_by_role("button", name="Show what changed").click()
    expect(newest.get_by_role("deletion")).to_have_text("gate")
    expect(newest.get_by_role("insertion")).to_have_text("wall")


def test_a_board_tells_what_was_done_on_it_page_after_page(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"})
    for at in range(60):
        house.do("ana", "card.rename", card_id=board.cards["Oak"], title=f"Oak {at}")
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ben.press("History")
    panel = ben.panel("History")
    expect(entries(panel)).to_have_count(50)
    entries(panel).last.scroll_into_view_if_needed()
    expect(entries(panel).filter(has_text="made this board")).to_have_count(1)
    panel.get_by_text("The board itself", exact=True).click()
    expect(entries(panel).filter(has_text="changed the title")).to_have_count(0)

    ana.menu(ana.column("To Do").get_by_role("button", name="Column actions"), "Rename")
    expect(ana.column("To Do").get_by_role("textbox")).to_be_focused()
    ana.page.keyboard.type("Ideas")
    ana.keys("Enter")
    expect(entries(panel).first).to_contain_text("Ana Costa renamed the column To Do to Ideas")
    panel.get_by_text("Everything", exact=True).click()
    panel.get_by_role("link", name="Oak 59").first.click()
    expect(ben.dialog("Oak 59")).to_be_visible()


def test_the_undo_of_a_notice_takes_back_what_it_is_about(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []})
    ana = come("ana")
    ana.open_board(board.id)
    ana.card_menu("Oak", "Delete")
    expect(ana.toast("“Oak” is in Deleted.")).to_be_visible()
    ana.drag("Elm", "Doing")
    ana.page.get_by_role("region", name="Notices").get_by_role("button", name="Undo").click()
    ana.sees("To Do", ["Oak"])
    ana.sees("Doing", ["Elm"])
    ana.press("Undo")
    ana.sees("To Do", ["Oak", "Elm"])
