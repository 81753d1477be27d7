"""The life of a whole board: copied, kept as a template, archived, thrown away and fetched back, given away;
and what those who may not do a thing ask for.
"""

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import Person


def tile(person: Person, name: str) -> Locator:
    return person.page.get_by_role("article").filter(
        has=person.page.get_by_role("heading", name=name, exact=True)
    )


def act(person: Person, name: str, entry: str) -> None:
    tile(person, name).hover()
    person.menu(tile(person, name).get_by_role("button", name=re.compile("Actions of")), entry)


def test_an_archived_board_is_read_by_all_and_changed_by_nobody_until_it_is_taken_out(
    house: House, come: Come
) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"}, name="Plan of a forest")
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    ana.go("/")
    act(ana, "Plan of a forest", "Move to the archive")
    expect(ana.toast(re.compile("in the archive"))).to_be_visible()
    expect(tile(ana, "Plan of a forest")).to_have_count(0)
    expect(ben.page.get_by_text("In the archive")).to_be_visible()
    expect(ben.button("Add new task")).to_have_count(0)

    ana.page.get_by_role("checkbox", name="Include from archive").check(force=True)
    expect(tile(ana, "Plan of a forest").get_by_text("Archived")).to_be_visible()
    ana.axe()
    act(ana, "Plan of a forest", "Take out of the archive")
    ben.add("To Do", "Elm")
    ben.sees("To Do", ["Oak", "Elm"])


def test_a_board_is_thrown_away_fetched_back_and_deleted_for_ever(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"}, name="Plan of a short life")
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    ana.go("/")
    ben.loses_a_board()
    act(ana, "Plan of a short life", "Move to the trash")
    expect(ben.page.get_by_text("Oak", exact=True)).to_have_count(0)
    ana.toast("Undo").click()
    expect(tile(ana, "Plan of a short life")).to_be_visible()

    act(ana, "Plan of a short life", "Move to the trash")
    expect(tile(ana, "Plan of a short life")).to_have_count(0)
    ana.page.get_by_role("checkbox", name="Include from trash").check(force=True)
    expect(tile(ana, "Plan of a short life").get_by_text("In the trash")).to_be_visible()
    act(ana, "Plan of a short life", "Delete for ever…")
    ana.press("Delete for ever")
    expect(tile(ana, "Plan of a short life")).to_have_count(0)


def test_a_board_is_copied_and_kept_as_a_template(house: House, come: Come) -> None:
    house.make_board({"Ideas": ["Oak", "Elm"], "Chosen": ["Fig"]}, name="Tree planting")
    ana = come("ana")
    ana.go("/")
    act(ana, "Tree planting", "Copy board…")
    expect(ana.dialog("Copy board").get_by_label("Name")).to_have_value("Copy of Tree planting")
    ana.axe()
    ana.press("Copy")
    expect(ana.page).to_have_url(re.compile("/b/"))
    ana.sees("Ideas", ["Oak", "Elm"])
    ana.sees("Chosen", ["Fig"])

    ana.go("/")
    act(ana, "Tree planting", "Save as template…")
    ana.type("Name", "Plan how we plant")
    ana.press("Save")
    expect(ana.toast(re.compile("among the templates"))).to_be_visible()
    ana.page.get_by_role("banner").get_by_role("link").first.focus()
    ana.button("Create new board").first.click()
    gallery = ana.dialog("Create new board")
    gallery.get_by_text("Plan how we plant", exact=True).click()
    gallery.get_by_label("Name", exact=True).fill("Plan of the slope")
    ana.press("Create board")
    ana.sees("Ideas", ["Oak", "Elm"])


def test_a_board_goes_to_another_account_when_it_is_taken(house: House, come: Come) -> None:
    house.make_board({"To Do": ["Oak"]}, team={"ben": "member"}, name="Plan to give")
    ana, ben = come("ana"), come("ben")
    ana.go("/")
    act(ana, "Plan to give", "Give to another account…")
    ana.type("E-mail address of the new owner", "ben@example.com")
    expect(ana.button("Offer the board")).to_be_disabled()
    ana.type("Type YES to go on", "yes")
    ana.press("Offer the board")
    expect(ana.toast(re.compile("finds the offer"))).to_be_visible()

    ben.go("/")
    offer = ben.page.get_by_role("region", name="A board is offered to you")
    expect(offer).to_contain_text("Ana Costa wants to give you the board Plan to give")
    ben.axe()
    offer.get_by_role("button", name="Take the board").click()
    expect(ben.toast(re.compile("belongs to"))).to_be_visible()
    act(ben, "Plan to give", "Rename…")
    ben.type("Name", "Plan of mine")
    ben.press("Rename")
    expect(tile(ben, "Plan of mine")).to_be_visible()


def test_who_may_not_invite_asks_and_an_admin_agrees(house: House, come: Come) -> None:
    board = house.make_board(
        {"To Do": ["Oak"]}, team={"ben": "member", "dana": "visitor"}, name="Plan to ask"
    )
    ana, ben, dana = come("ana"), come("ben"), come("dana")
    for person in (ana, ben, dana):
        person.open_board(board.id, "?panel=team")
    ben.type("E-mail address", "new@example.org")
    ben.type("Why", "She knows the trees")
    ben.panel("Team").get_by_role("button", name="Ask", exact=True).click()
    expect(ben.page.get_by_text("Add new@example.org")).to_be_visible()
    ben.axe()
    dana.choose(re.compile("What to ask for"), "Change my role")
    dana.panel("Team").get_by_role("button", name="Ask", exact=True).click()

    asked = ana.panel("Team")
    expect(asked.get_by_text("She knows the trees")).to_be_visible()
    ana.axe()
    asked.get_by_role("button", name="Add", exact=True).click()
    expect(asked.get_by_text("new@example.org", exact=True)).to_be_visible()
    asked.get_by_role("button", name="Agree").click()
    dana.add("To Do", "Elm")
    ben.sees("To Do", ["Oak", "Elm"])


def test_an_exported_board_comes_back(house: House, come: Come, tmp_path: Path) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, name="Plan out and in")
    ana = come("ana")
    ana.open_board(board.id)
    with ana.page.expect_download() as download:
        ana.settings("Overview").get_by_role("link", name="JSON with files").or_(
            ana.page.get_by_role("button", name="JSON with files")
        ).click()
    file = tmp_path / "board.zip"
    download.value.save_as(file)
    ana.go("/")
    ana.press("Import a board")
    ana.dialog("Import a board").get_by_label("File").set_input_files(file)
    expect(ana.dialog().get_by_text("3 tasks")).to_be_visible()
    ana.axe()
    ana.type("Name", "Plan back again")
    ana.press("Import board")
    expect(ana.page).to_have_url(re.compile("/b/"))
    ana.sees("To Do", ["Oak", "Elm"])
    ana.sees("Doing", ["Fig"])

    ana.go("/")
    ana.press("Import a board")
    file.write_bytes(b"this is no board")
    ana.watch.expect("422")
    ana.dialog("Import a board").get_by_label("File").set_input_files(file)
    expect(ana.dialog().get_by_role("alert")).to_contain_text("not a board exported from Tafla")
