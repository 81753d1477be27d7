"""Moving without a mouse: by finger, by keys, by the menu; and moving columns."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House
from tests.e2e.person import until
from tests.e2e.touch import Finger


def test_a_long_press_carries_a_card(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm", "Ash"]})
    ana = come("ana", **PHONE)
    ana.open_board(board.id)
    finger = Finger(ana.page)
    finger.carry(ana.card("Oak"), ana.card("Ash"))
    ana.sees("To Do", ["Elm", "Ash", "Oak"])
    expect(ana.dialog()).to_have_count(0)
    ana.axe()


def test_scrolling_by_finger_never_drags(house: House, come: Come) -> None:
    titles = [f"Task {number}" for number in range(40)]
    board = house.make_board({"To Do": titles})
    ana = come("ana", **PHONE)
    ana.open_board(board.id)
    scroller = ana.column("To Do").locator(".column__scroll")
    Finger(ana.page).swipe(ana.card("Task 5"), up_by=300)
    until(lambda: scroller.evaluate("(one) => one.scrollTop") > 0, page=ana.page)
    assert house.titles("ana", board, "To Do") == titles
    expect(ana.page.locator(".drag-ghost")).to_have_count(0)
    expect(ana.dialog()).to_have_count(0)


def test_the_keyboard_carries_a_card_and_says_so(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.link_of("Oak").focus()
    ana.keys("Space")
    expect(ana.said().filter(has_text="Picked up “Oak”, To Do, place 1.")).to_be_attached()
    ana.keys("ArrowRight")
    expect(ana.said().filter(has_text="Doing, place 1")).to_be_attached()
    ana.keys("ArrowDown")
    expect(ana.said().filter(has_text="Doing, place 2")).to_be_attached()
    ana.keys("Space")
    expect(ana.said().filter(has_text="“Oak” is now in Doing, place 2.")).to_be_attached()
    ben.sees("Doing", ["Fig", "Oak"])
    ana.sees("Doing", ["Fig", "Oak"])
    expect(ana.link_of("Oak")).to_be_focused()


def test_escape_leaves_a_carried_card_where_it_was(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []})
    ana = come("ana")
    ana.open_board(board.id)
    ana.link_of("Oak").focus()
    ana.keys("Space", "ArrowRight", "Escape")
    expect(ana.said().filter(has_text="“Oak” stays where it was.")).to_be_attached()
    ana.sees("To Do", ["Oak", "Elm"])
    # And with the mouse.
    ana.lift("Elm", "Doing")
    ana.keys("Escape")
    ana.page.mouse.up()
    ana.sees("To Do", ["Oak", "Elm"])
    assert house.titles("ana", board, "Doing") == []


def test_the_menu_moves_a_card_to_another_column(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]})
    ana = come("ana")
    ana.open_board(board.id)
    ana.card_menu("Oak", "Move to…")
    dialog = ana.dialog("Move to…")
    ana.axe()
    dialog.get_by_role("button", name=re.compile("Column")).click()
    ana.page.get_by_role("option", name="Doing").click()
    dialog.get_by_text("Bottom").click()
    dialog.get_by_role("button", name="Move", exact=True).click()
    ana.sees("Doing", ["Fig", "Oak"])
    expect(ana.link_of("Oak")).to_be_focused()


def test_columns_move_by_mouse_and_by_menu(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": [], "Review": []}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    names = ben.page.locator("section[data-column] h2")
    expect(names).to_have_text(["To Do", "Doing", "Review", "Completed"])
    ana.drag_column("Review", before="To Do")
    expect(names).to_have_text(["Review", "To Do", "Doing", "Completed"])
    ana.column_menu("Review", "Move right")
    expect(names).to_have_text(["To Do", "Review", "Doing", "Completed"])
