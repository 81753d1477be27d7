"""Taking back and doing again, by button and by keys, also of many cards at once."""

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House


def test_moves_are_undone_and_redone_by_button_and_keys(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    expect(ana.button("Undo")).to_be_disabled()
    ana.drag("Oak", "Doing")
    ben.sees("Doing", ["Oak"])
    ana.press("Undo")
    ben.sees("To Do", ["Oak", "Elm"])
    ana.sees("To Do", ["Oak", "Elm"])
    ana.keys("ControlOrMeta+Shift+z")
    ben.sees("Doing", ["Oak"])
    ana.keys("ControlOrMeta+z")
    ben.sees("To Do", ["Oak", "Elm"])
    ana.press("Redo")
    ben.sees("Doing", ["Oak"])


def test_one_undo_takes_all_pasted_cards_back(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    ana = come("ana")
    ana.open_board(board.id)
    ana.column("To Do").get_by_role("button", name="Add new task").click()
    ana.paste("One\nTwo\nThree")
    ana.press("Add 3 tasks")
    ana.sees("To Do", ["Oak", "One", "Two", "Three"])
    ana.keys("Escape")
    ana.press("Undo")
    ana.sees("To Do", ["Oak"])
    ana.press("Redo")
    ana.sees("To Do", ["Oak", "One", "Two", "Three"])


def test_undo_is_refused_where_somebody_changed_the_same_since(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": [], "Review": []}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.drag("Oak", "Doing")
    ben.sees("Doing", ["Oak"])
    ben.drag("Oak", "Review")
    ana.sees("Review", ["Oak"])
    ana.press("Undo")
    expect(ana.toast("Somebody has changed the same since, so it cannot be undone.")).to_be_visible()
    ana.sees("Review", ["Oak"])
