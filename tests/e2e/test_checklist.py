"""A checklist that two people work on, and one under a finger."""

import re

from playwright.sync_api import Locator, expect

from tafla.core.ids import new_id
from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, middle
from tests.e2e.touch import Finger

BOTH = {"ben": "member"}
STEPS = 8


def open_checklist(person: Person, board: NewBoard, title: str) -> None:
    person.go(f"/b/{board.id}/c/{board.cards[title]}?tab=checklist")
    expect(person.page.get_by_role("textbox", name="New item")).to_be_visible()


def line(person: Person, text: str) -> Locator:
    return person.page.locator("[data-item]").filter(has=person.page.get_by_text(text, exact=True))


def shows(person: Person, *texts: str) -> None:
    expect(person.page.locator("[data-item] .item__text")).to_have_text([*texts])


def tick(person: Person, text: str) -> Locator:
    return person.page.get_by_role("checkbox", name=text, exact=True)


def carry(person: Person, text: str, onto: str) -> None:
    """With the mouse, to the place of another line."""
    person.page.mouse.move(*middle(line(person, text)))
    person.page.mouse.down()
    person.page.mouse.move(*middle(line(person, onto)), steps=STEPS)
    expect(person.page.locator(".item--carried")).to_be_visible()
    person.page.mouse.up()


def test_two_people_work_through_one_checklist(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Party", "Rest"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_checklist(ana, board, "Party")
    open_checklist(ben, board, "Party")
    ana.page.get_by_role("textbox", name="New item").fill("Invite everybody")
    ana.keys("Enter")
    ana.paste("- [x] Find a room\n- [ ] Music\n- [ ] Cake\n")
    shows(ben, "Invite everybody", "Find a room", "Music", "Cake")
    expect(tick(ben, "Find a room")).to_be_checked()
    ben.axe()

    tick(ben, "Music").check(force=True)
    expect(ana.page.get_by_text("2 of 4 done")).to_be_visible()
    expect(line(ana, "Music").get_by_text("Ben changed this")).to_be_visible()
    carry(ana, "Cake", onto="Invite everybody")
    shows(ben, "Cake", "Invite everybody", "Find a room", "Music")
    ben.press("Edit “Cake”")
    ben.page.get_by_role("textbox", name="Text of the item").fill("Cake with cherries")
    ben.keys("Enter", "Alt+ArrowDown")
    shows(ana, "Invite everybody", "Cake with cherries", "Find a room", "Music")

    line(ana, "Music").hover()
    ana.menu(ana.button("Actions for “Music”"), "Delete")
    expect(ben.page.get_by_text("1 of 3 done")).to_be_visible()
    ana.page.get_by_role("region", name="Notices").get_by_role("button", name="Undo").click()
    shows(ben, "Invite everybody", "Cake with cherries", "Find a room", "Music")
    expect(ben.page.get_by_text("2 of 4 done")).to_be_visible()


def test_an_item_is_handed_out_dated_and_made_a_task(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Party", "Rest"]}, team=BOTH)
    steps = [{"item_id": new_id(), "text": text} for text in ("Music", "Cake")]
    house.do("ana", "checklist.add", card_id=board.cards["Party"], items=steps)
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    open_checklist(ana, board, "Party")
    line(ana, "Music").hover()
    ana.menu(ana.button("Actions for “Music”"), "Assign…")
    ana.page.get_by_role("checkbox", name="Ben Okafor").check(force=True)
    ana.keys("Escape")
    line(ana, "Music").get_by_role("button", name="Due date").click()
    ana.press("Tomorrow")
    expect(line(ana, "Music").get_by_text("Due tomorrow")).to_be_visible()
    face = ben.card("Party")
    expect(face.get_by_text("0/2")).to_be_visible()
    expect(face.get_by_text("Due tomorrow")).to_be_visible()
    expect(face.get_by_role("img", name="Ben Okafor")).to_be_visible()
    ana.axe()

    ana.menu(ana.button("Actions for “Music”"), "Make it a task")
    ben.sees("To Do", ["Party", "Music", "Rest"])
    expect(ben.card("Music").get_by_text("Due tomorrow")).to_be_visible()
    expect(ben.card("Party").get_by_text("0/1")).to_be_visible()
    ana.page.get_by_role("region", name="Notices").get_by_role("button", name="Open").click()
    expect(ana.dialog("Music")).to_be_visible()
    expect(ana.page).to_have_url(re.compile("tab=checklist|/c/"))


def test_a_finger_carries_a_line_and_scrolls_the_list(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Party"]})
    items = [{"item_id": new_id(), "text": f"Step {at}"} for at in range(40)]
    house.do("ana", "checklist.add", card_id=board.cards["Party"], items=items)
    ana = come("ana", **PHONE)
    open_checklist(ana, board, "Party")
    finger = Finger(ana.page)
    finger.carry(line(ana, "Step 0"), line(ana, "Step 3"), gap=".item--carried")
    expect(ana.page.locator("[data-item] .item__text").nth(3)).to_have_text("Step 0")
    finger.swipe(line(ana, "Step 5"), 200)
    expect(line(ana, "Step 1")).not_to_be_in_viewport()
    expect(ana.page.locator("[data-item] .item__text").nth(3)).to_have_text("Step 0")
    ana.axe()
