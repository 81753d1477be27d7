"""The board's settings and the card's tabs: each has an address, and what one changes the other sees."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import box_of

BOTH = {"ben": "member"}


def test_what_one_sets_the_other_sees(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": []}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id, "?settings=settings")
    looks = ben.page.get_by_role("tabpanel", name="Settings")
    expect(looks.get_by_text("Board admins change them.")).to_be_visible()
    numbers = looks.get_by_role("switch", name="Show numbers")
    expect(numbers).to_be_disabled()
    expect(numbers).not_to_be_checked()
    expect(looks.get_by_text("Tasks are added, changed and moved by")).to_contain_text("Ben Okafor")

    settings = ana.settings("Settings")
    expect(ana.page).to_have_url(re.compile(r"settings=settings"))
    settings.get_by_role("switch", name="Show numbers").check(force=True)
    settings.get_by_text("Block", exact=True).click()
    settings.get_by_role("switch", name="Team members may change columns and tags").check(force=True)
    settings.get_by_role("textbox", name="Name of the board").fill("Plan of trees")
    ana.keys("Enter")
    ana.axe()

    expect(numbers).to_be_checked()
    expect(looks.get_by_role("radio", name="Block")).to_be_checked()
    ben.axe()
    ben.keys("Escape")
    expect(ben.page).to_have_url(re.compile(f"/b/{board.id}$"))
    expect(ben.page.get_by_role("banner").get_by_text("Plan of trees")).to_be_visible()
    expect(ben.card("Oak").get_by_text("#1", exact=True)).to_be_visible()
    ben.column_menu("Doing", "Rename")
    ben.type("Name of the column", "Doing it")
    ben.keys("Enter")
    ana.keys("Escape")
    expect(ana.column("Doing it")).to_be_attached()


def test_columns_are_added_moved_limited_and_deleted_in_their_list(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": []}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    ana.open_board(board.id, "?settings=columns")
    lines = ana.page.get_by_role("tabpanel", name="Columns").get_by_role("listitem")
    heads = ben.page.locator("section[data-column]").get_by_role("heading")
    expect(lines).to_have_count(4)

    ana.type("Name of the new column", "Doing later")
    ana.keys("Enter")
    expect(heads).to_have_text(["To Do", "Doing", "Doing later", "Completed"])
    handle = ana.button("Move “Doing later” with the arrow keys")
    handle.focus()
    ana.keys("ArrowUp")
    expect(heads).to_have_text(["To Do", "Doing later", "Doing", "Completed"])
    expect(handle).to_be_focused()
    grip = box_of(ana.button("Move “Doing” with the arrow keys"))
    ana.page.mouse.move(grip["x"] + 10, grip["y"] + 10)
    ana.page.mouse.down()
    ana.page.mouse.move(grip["x"] + 10, box_of(lines.first)["y"], steps=6)
    ana.page.mouse.up()
    expect(heads).to_have_text(["Doing", "To Do", "Doing later", "Completed"])

    ana.page.get_by_role("textbox", name="WIP limit of “To Do”").fill("many")
    ana.keys("Enter")
    expect(ana.page.get_by_role("alert").filter(has_text="1 to 10,000")).to_be_visible()
    ana.page.get_by_role("textbox", name="WIP limit of “To Do”").fill("3")
    ana.keys("Enter")
    expect(ben.column("To Do").get_by_text("1/3")).to_be_visible()
    ana.axe()
    ana.press("Delete “Doing”…")
    ana.press("Delete column")
    expect(heads).to_have_text(["To Do", "Doing later", "Completed"])


def test_tabs_panels_and_settings_stand_in_the_address(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]})
    ana = come("ana")
    ana.open_board(board.id, "?panel=team")
    expect(ana.panel("Team")).to_be_visible()
    ana.link_of("Oak").click()
    expect(ana.page.get_by_role("tab", name="Details")).to_have_attribute("aria-selected", "true")
    expect(ana.page).to_have_url(re.compile(r"panel=team"))
    ana.page.go_back()
    expect(ana.dialog()).to_have_count(0)
    ana.panel("Team").get_by_role("button", name="Close").click()
    expect(ana.panel("Team")).to_have_count(0)
    expect(ana.page).to_have_url(re.compile(f"/b/{board.id}$"))
    ana.page.go_back()
    expect(ana.panel("Team")).to_be_visible()
    ana.keys(",")
    expect(ana.dialog("Board settings")).to_be_visible()
    ana.page.get_by_role("tab", name="Columns").click()
    expect(ana.page).to_have_url(re.compile(r"settings=columns"))
    ana.page.reload()
    expect(ana.page.get_by_role("tab", name="Columns")).to_have_attribute("aria-selected", "true")
    ana.keys("Escape")
    expect(ana.dialog()).to_have_count(0)
    expect(ana.panel("Team")).to_be_visible()
