"""A board's overview: how it stands, its export as a file, and what may be done with it as a whole."""

import re
from datetime import date
from pathlib import Path

import openpyxl
from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House

BOTH = {"ben": "member"}


def test_a_board_is_exported_to_excel(house: House, come: Come, tmp_path: Path) -> None:
    board = house.make_board({"To Do": ["Oak", "=1+1"], "Doing": ["Elm"]}, team=BOTH, name="Trees")
    house.do("ana", "card.set_due", card_ids=[board.cards["Oak"]], due_on="2024-05-01")
    ben = come("ben")
    ben.open_board(board.id)
    overview = ben.settings("Overview")
    with ben.page.expect_download() as begun:
        overview.get_by_role("button", name="Export to Excel").click()
        expect(ben.toast("The export is being made")).to_be_visible()
    download = begun.value
    assert re.fullmatch(r"Trees \d{4}-\d\d-\d\d\.xlsx", download.suggested_filename)
    download.save_as(tmp_path / "board.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "board.xlsx")["Tasks"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[1], row[2]) for row in rows] == [("Oak", "To Do"), ("=1+1", "To Do"), ("Elm", "Doing")]
    assert rows[0][8].date() == date(2024, 5, 1)


def test_why_there_is_no_export_is_told(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ben = come("ben")
    ben.open_board(board.id)
    overview = ben.settings("Overview")
    ben.watch.expect("503")
    ben.page.route("**/exports/*", lambda route: route.fulfill(status=503))
    overview.get_by_role("button", name="HTML").click()
    expect(overview.get_by_role("alert")).to_contain_text("Try again in a minute")


def test_the_overview_tells_how_the_board_stands(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm", "Ash", "Fig"]}, team=BOTH)
    house.do("ana", "card.move", card_ids=[board.cards["Fig"]], column_id=board.columns["Completed"])
    house.do("ana", "card.set_due", card_ids=[board.cards["Oak"]], due_on="2024-05-01")
    house.do("ana", "card.assign", card_ids=[board.cards["Oak"]], person_id=house.person_id("ben"))
    house.do("ana", "card.set_status", card_ids=[board.cards["Elm"]], status="in_progress")
    ana = come("ana")
    ana.open_board(board.id)
    overview = ana.settings("Overview")
    expect(overview.get_by_text("25%")).to_be_visible()
    expect(overview.get_by_text("1 of 4 tasks are done")).to_be_visible()
    standing = overview.get_by_role("table", name="Tasks by how they stand")
    for line in ("Done 1", "In progress 1", "Overdue 1", "Due within a week 0"):
        expect(standing.get_by_role("row", name=line, exact=True)).to_be_visible()
    people = overview.get_by_role("table", name="Open and overdue tasks of each person")
    expect(people.get_by_role("row")).to_have_text(["PersonOpenOverdue", "Ben Okafor11", "Unassigned20"])
    ana.axe()
    house.do("ana", "card.set_status", card_ids=[board.cards["Ash"]], status="in_progress")
    expect(standing.get_by_role("row", name="In progress 2", exact=True)).to_be_visible()


def test_the_life_of_a_board_from_its_own_menu(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH, name="Grove")
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    ben.button("Board actions").click()
    expect(ben.page.get_by_role("menuitem", name="Copy board…")).to_be_visible()
    expect(ben.page.get_by_role("menuitem", name="Move to the archive")).to_have_count(0)
    ben.keys("Escape")

    ana.open_board(board.id)
    ana.settings("Overview").get_by_role("button", name="Save as template…").click()
    expect(ana.dialog("Save as template")).to_be_visible()
    ana.press("Cancel")
    expect(ana.dialog("Save as template")).to_have_count(0)
    ana.keys("Escape")
    expect(ana.dialog("Board settings")).to_have_count(0)
    ana.menu(ana.button("Board actions"), "Move to the archive")
    expect(ben.page.get_by_role("banner").get_by_text("In the archive")).to_be_visible()
    ana.settings("Overview").get_by_role("button", name="Take out of the archive").click()
    expect(ben.page.get_by_role("banner").get_by_text("In the archive")).to_have_count(0)


def test_flow_tells_what_others_complete_while_one_looks(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team={"ben": "member"})
    ana = come("ana")
    ana.open_board(board.id)
    overview = ana.settings("Overview")
    expect(overview.get_by_role("img", name="Tasks in each column, day by day")).to_be_visible()
    expect(overview.get_by_text("No task was completed in this time.")).to_be_visible()
    for column in ("Doing", "Completed"):
        house.do("ben", "card.move", card_ids=[board.cards["Oak"]], column_id=board.columns[column])
    done = overview.get_by_role("table", name="Completed tasks", exact=True)
    expect(done.get_by_role("rowheader", name="Oak")).to_be_visible()
    expect(done.get_by_role("rowheader")).to_have_count(1)
    with ana.page.expect_download() as drawn:
        overview.get_by_role("button", name="Chart (SVG)").click()
    assert drawn.value.suggested_filename.endswith(".svg")
    chart = drawn.value.path().read_text("utf-8")
    # A file of its own, with the words that stand beside the chart, in colours that every program knows.
    words = re.findall(r"<text[^>]*>([^<]*)</text>", chart)
    assert [words[0], *words[-3:]] == ["Plan", "To Do", "Doing", "Completed"]
    assert len(re.findall(r"<path", chart)) == 6
    assert not re.search(r"var\(|oklch|class=", chart)
    overview.get_by_role("button", name="Show as a table").click()
    days = overview.get_by_role("table", name="Tasks in each column, day by day")
    expect(days.get_by_role("row").nth(1).get_by_role("cell")).to_have_text(["1", "0", "1", "1"])
    expect(days.get_by_role("row").nth(2).get_by_role("cell")).to_have_text(["0", "0", "0", "0"])
    ana.axe()
    with ana.page.expect_download() as saved:
        overview.get_by_role("button", name="Figures (CSV)").click()
    assert "Oak,0,0,0,0" in saved.value.path().read_text("utf-8")
