"""What others changed since one looked: marked on cards, columns, tabs and home, until one looks."""

import re

from playwright.sync_api import Locator, expect

from tafla.core.ids import new_id
from tests.e2e.conftest import WITH_SERVICE_WORKER, Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, until

# The listener is half a second behind, the pulse a second, and a question waits a second for both.
COUNTED_MS = 15_000
BEN = {"ben": "member"}


def mark(person: Person, title: str) -> Locator:
    return person.card(title).locator(".mark")


def tile(person: Person, board: NewBoard) -> Locator:
    return person.page.locator("article.tile").filter(has=person.page.locator(f'a[href="/b/{board.id}"]'))


def test_what_ben_changes_is_marked_for_ana_until_she_looks(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team=BEN, name="Plan of marks")
    house.do("ben", "card.rename", card_id=board.cards["Oak"], title="Old oak")
    ana, ben = come("ana"), come("ben")
    ana.go("/")
    expect(tile(ana, board).locator(".tile-mark")).to_contain_text("1 task changed since you looked")

    ana.open_board(board.id)
    expect(mark(ana, "Old oak")).to_have_text("Changed: title")
    expect(mark(ana, "Elm")).to_have_count(0)
    expect(ana.column("To Do").locator(".column__head")).to_contain_text("1 task changed since you looked")
    ana.axe()
    ana.page.reload()
    expect(mark(ana, "Old oak")).to_have_text("Changed: title")
    # The palette says how much is new on all boards, also on a page that does not count it.
    ana.keys("ControlOrMeta+k")
    expect(ana.page.get_by_role("option", name="What’s new and updated")).to_contain_text(re.compile(r"\d"))
    ana.keys("Escape")
    expect(ana.dialog()).to_have_count(0)
    ana.column_menu("To Do", "Hide")
    strip = ana.page.locator(".column-strip")
    expect(strip).to_contain_text("1 task changed since you looked")
    strip.click()

    ana.link_of("Old oak").click()
    expect(ana.page.get_by_role("tab", name="Details")).to_be_visible()
    expect(ana.page.get_by_role("tab", name="Details")).not_to_contain_text("Changed")
    ana.keys("Escape")
    expect(mark(ana, "Old oak")).to_have_count(0)
    expect(ana.column("To Do").locator(".column__marks")).to_have_count(0)
    ana.page.reload()
    expect(ana.card("Old oak")).to_be_visible()
    ben.open_board(board.id)
    expect(ben.card("Old oak")).to_be_visible()
    for person in (ana, ben):
        with person.page.expect_response(lambda answer: answer.url.endswith("/marks")) as told:
            person.page.reload()
        assert board.cards["Oak"] not in told.value.json()["marks"], person.key


def test_while_one_watches_each_aspect_is_marked_and_cleared_on_its_tab(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BEN, name="Plan of tabs")
    ana = come("ana")
    ana.open_board(board.id)
    ready(ana, board)

    oak = board.cards["Oak"]
    # Nothing on the wire tells of this: the pulse says that something moved.
    house.do("ben", "card.set_details", card_id=oak, text="Tall", base_version=0)
    expect(mark(ana, "Oak")).to_have_text("Changed: details", timeout=COUNTED_MS)
    house.do(
        "ben", "card.add", column_id=board.columns["To Do"], cards=[{"card_id": new_id(), "title": "Ash"}]
    )
    expect(mark(ana, "Ash")).to_have_text("New")
    house.do("ben", "chat.post", card_id=oak, message_id=new_id(), text="Hello")
    house.do("ben", "checklist.add", card_id=oak, items=[{"item_id": new_id(), "text": "Water it"}])
    expect(mark(ana, "Oak")).to_have_text("Changed: details, checklist, and chat")

    ana.link_of("Oak").click()
    tabs = ana.page.get_by_role("tab")
    expect(tabs.filter(has_text="Checklist")).to_contain_text("Changed: checklist")
    expect(tabs.filter(has_text="Chat")).to_contain_text("Changed: chat")
    expect(tabs.filter(has_text="Details")).not_to_contain_text("Changed")
    ana.axe()
    tabs.filter(has_text="Chat").click()
    expect(tabs.filter(has_text="Chat")).not_to_contain_text("Changed")
    tabs.filter(has_text="Checklist").click()
    expect(tabs.filter(has_text="Checklist")).not_to_contain_text("Changed")
    ana.keys("Escape")
    expect(mark(ana, "Oak")).to_have_count(0)
    expect(mark(ana, "Ash")).to_have_text("New")


def ready(person: Person, board: NewBoard) -> None:
    """The marks of the board are asked for and answered."""
    person.page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) => one.name.endsWith('/marks'))"
    )


def test_visitors_have_marks_and_clear_them_on_all_their_devices_at_once(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team={"ben": "visitor"}, name="Plan of a visitor")
    desk, phone = come("ben"), come("ben")
    for device in (desk, phone):
        device.open_board(board.id)
        ready(device, board)
    for title in ("Oak", "Elm"):
        house.do("ana", "card.set_status", card_ids=[board.cards[title]], status="blocked")
    for device in (desk, phone):
        expect(mark(device, "Oak")).to_have_text("Changed: status or priority")

    desk.card_menu("Oak", "Mark as read")
    for device in (desk, phone):
        expect(mark(device, "Oak")).to_have_count(0)
        expect(mark(device, "Elm")).to_have_count(1)
    phone.menu(phone.button("Board actions"), "Mark this board as read")
    for device in (desk, phone):
        expect(mark(device, "Elm")).to_have_count(0)


def test_marking_as_read_works_offline_and_all_boards_at_once(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team=BEN, name="Plan of reading")
    for title in ("Oak", "Elm"):
        house.do("ben", "card.rename", card_id=board.cards[title], title=f"{title} tree")
    ana, away = come("ana", **WITH_SERVICE_WORKER), come("ana")
    for device in (ana, away):
        device.open_board(board.id)
        expect(mark(device, "Oak tree")).to_have_count(1)

    ana.offline()
    ana.card_menu("Oak tree", "Mark as read")
    expect(mark(ana, "Oak tree")).to_have_count(0)
    expect(mark(away, "Oak tree")).to_have_count(1)
    ana.online()
    expect(mark(away, "Oak tree")).to_have_count(0, timeout=COUNTED_MS)

    ana.go("/")
    expect(tile(ana, board).locator(".tile-mark")).to_contain_text("1 task changed since you looked")
    ana.press("Mark all boards as read")
    expect(ana.page.locator(".tile-mark")).to_have_count(0)
    expect(mark(away, "Elm tree")).to_have_count(0)
    ana.page.reload()
    expect(tile(ana, board)).to_be_visible()
    until(lambda: ana.page.locator(".tile-mark").count() == 0, page=ana.page)


def test_arrows_lead_to_marks_out_of_sight(house: House, come: Come) -> None:
    titles = [f"Task {at}" for at in range(40)]
    board = house.make_board({"To Do": titles}, team=BEN, name="Plan of a long column")
    for title in ("Task 2", "Task 30", "Task 39"):
        house.do("ben", "card.set_priority", card_ids=[board.cards[title]], priority="critical")
    ana = come("ana")
    ana.open_board(board.id)
    expect(mark(ana, "Task 2")).to_be_visible()
    ana.press("Changed below: 2. Go to the next")
    expect(mark(ana, "Task 30")).to_be_in_viewport()
    expect(ana.link_of("Task 30")).to_be_focused()
    expect(ana.button("Changed above: 1. Go to the next")).to_be_visible()
    ana.axe()
    ana.press("Changed below: 1. Go to the next")
    expect(mark(ana, "Task 39")).to_be_in_viewport()
    expect(ana.button("Changed below: 1. Go to the next")).to_have_count(0)
    ana.press("Changed above: 1. Go to the next")
    expect(mark(ana, "Task 2")).to_be_in_viewport()
    expect(ana.link_of("Task 2")).to_be_focused()
