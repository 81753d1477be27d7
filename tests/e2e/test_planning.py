"""A board by date: columns of days, the month, the timeline."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, box_of, middle, until
from tests.e2e.touch import Finger

HERE = "Europe/Lisbon"


def day(after: int) -> str:
    """A day of the calendar where the people of the tests are."""
    return (datetime.now(UTC).astimezone(ZoneInfo(HERE)).date() + timedelta(days=after)).isoformat()


def set_due(house: House, board: NewBoard, title: str, due_on: str, **more: Any) -> None:
    house.do("ana", "card.set_due", card_ids=[board.cards[title]], due_on=due_on, due_zone=HERE, **more)


def dates(house: House, board: NewBoard, title: str) -> tuple[str | None, str | None]:
    """Start and due of a card, as the server has them."""
    cards = house.whole("ana", board.id)["cards"]
    card = next(one for one in cards if one["id"] == board.cards[title])
    return card["start_on"], card["due_on"]


def test_a_card_dragged_to_tomorrow_is_due_then_for_everybody(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, team={"ben": "member"})
    set_due(house, board, "Elm", day(0))
    set_due(house, board, "Fig", day(-2))
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    ana.open_board(board.id)
    ana.menu(ana.button("Shown as: Workflow"), "Next 3 days")
    ana.sees("Overdue", ["Fig"])
    ana.sees("Today", ["Elm"])
    ana.sees("Not scheduled", ["Oak"])
    ana.drag("Oak", "Tomorrow")
    ana.sees("Tomorrow", ["Oak"])
    expect(ben.card("Oak").get_by_text("Due tomorrow")).to_be_visible()
    # By keys, two columns on: what is overdue comes to today.
    ana.link_of("Fig").focus()
    ana.keys("Space", "ArrowRight", "Space")
    ana.sees("Today", ["Elm", "Fig"])
    expect(ana.said().filter(has_text="“Fig” is now in Today, place 2.")).to_be_attached()
    expect(ana.link_of("Fig")).to_be_focused()
    until(lambda: dates(house, board, "Fig") == (None, day(0)), page=ana.page)
    # Overdue takes nothing.
    ana.link_of("Elm").focus()
    ana.keys("Space", "ArrowLeft", "Space")
    ana.sees("Overdue", [])
    ana.add("Tomorrow", "Ash")
    ana.sees("Tomorrow", ["Oak", "Ash"])
    ana.axe()
    ana.keys("ControlOrMeta+z")
    ana.sees("Tomorrow", ["Oak"])
    assert "plan=days" in ana.page.url
    ana.page.reload()
    ana.sees("Tomorrow", ["Oak"])


def test_the_month_is_walked_and_filled_by_keys(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"})
    set_due(house, board, "Oak", day(0))
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id, "?plan=calendar")
    ben.open_board(board.id, "?plan=calendar")
    today = cell(ana, day(0))
    expect(today.get_by_role("link", name="Oak")).to_be_visible()
    today.focus()
    ana.keys("ArrowRight")
    expect(cell(ana, day(1))).to_be_focused()
    ana.keys("ArrowDown")
    expect(cell(ana, day(8))).to_be_focused()
    # A day may lie in the next month, which then is the one on the screen.
    ana.keys("n")
    ana.page.get_by_role("textbox").fill("Ash")
    ana.keys("Enter", "Escape")
    expect(cell(ana, day(8)).get_by_role("link", name="Ash")).to_be_visible()
    expect(cell(ben, day(8)).get_by_role("link", name="Ash")).to_be_visible()
    expect(cell(ana, day(8))).to_be_focused()
    # The day opens, and its task is carried to the day before.
    ana.keys("Enter")
    expect(ana.dialog().get_by_role("link", name="Ash")).to_be_focused()
    ana.keys("Space")
    expect(ana.said().filter(has_text="Picked up “Ash”")).to_be_attached()
    expect(cell(ana, day(8))).to_be_focused()
    ana.keys("ArrowUp", "Space")
    expect(cell(ana, day(1)).get_by_role("link", name="Ash")).to_be_visible()
    until(lambda: house.titles("ana", board, "To Do") == ["Oak", "Ash"], page=ana.page)
    # With the mouse, to another day; and undone.
    ana.page.get_by_role("link", name="Oak").hover()
    ana.page.mouse.down()
    x, y = middle(cell(ana, day(1)))
    ana.page.mouse.move(x, y, steps=8)
    ana.page.mouse.up()
    expect(cell(ana, day(1)).get_by_role("link", name="Oak")).to_be_visible()
    until(lambda: dates(house, board, "Oak") == (None, day(1)), page=ana.page)
    ana.keys("ControlOrMeta+z")
    expect(cell(ana, day(0)).get_by_role("link", name="Oak")).to_be_visible()
    ana.axe()


def cell(person: Person, which: str) -> Locator:
    """A day of the calendar month."""
    return person.page.locator(f'[data-day="{which}"]')


def test_a_bar_on_the_timeline_is_shifted_and_taken_back(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team={"ben": "member"})
    house.do("ana", "card.set_start", card_ids=[board.cards["Oak"]], start_on=day(0))
    set_due(house, board, "Oak", day(3))
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id, "?plan=timeline")
    ben.open_board(board.id, "?plan=timeline")
    was = box_of(bar(ben, "Oak"))["x"]
    # Two weeks on, by the mouse: both ends go along.
    x, y = middle(bar(ana, "Oak"))
    ana.page.mouse.move(x, y)
    ana.page.mouse.down()
    ana.page.mouse.move(x + 14 * WEEKS_PX, y, steps=8)
    expect(ana.page.locator(".bar--carried")).to_be_attached()
    ana.page.mouse.up()
    until(lambda: dates(house, board, "Oak") == (day(14), day(17)), page=ana.page)
    until(lambda: box_of(bar(ben, "Oak"))["x"] > was + 13 * WEEKS_PX, page=ben.page)
    # By keys: a day back, then a day longer; each of them one step of undo, with both dates.
    bar(ana, "Oak").focus()
    ana.keys("ArrowLeft")
    until(lambda: dates(house, board, "Oak") == (day(13), day(16)), page=ana.page)
    ana.keys("Shift+ArrowRight")
    until(lambda: dates(house, board, "Oak") == (day(13), day(17)), page=ana.page)
    ana.keys("ControlOrMeta+z", "ControlOrMeta+z", "ControlOrMeta+z")
    until(lambda: dates(house, board, "Oak") == (day(0), day(3)), page=ana.page)
    # What has no date is dragged in from the side.
    ana.card("Elm").hover()
    ana.page.mouse.down()
    x, y = middle(bar(ana, "Oak"))
    ana.page.mouse.move(x, y + 80, steps=8)
    expect(ana.page.locator(".timeline__aim")).to_be_attached()
    ana.page.mouse.up()
    expect(bar(ana, "Elm")).to_be_visible()
    expect(bar(ben, "Elm")).to_be_visible()
    bar(ana, "Oak").focus()
    ana.keys("ArrowDown")
    expect(bar(ana, "Elm")).to_be_focused()
    ana.axe()


def test_on_a_phone_a_long_press_carries_a_task_to_another_day(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]})
    set_due(house, board, "Oak", day(0))
    ana = come("ana", **PHONE)
    ana.open_board(board.id, "?plan=calendar")
    # The day that is chosen, today, lists its tasks below the month.
    expect(ana.card("Oak")).to_be_visible()
    goal = day(-1)
    Finger(ana.page).carry(ana.card("Oak"), cell(ana, goal), gap=".day--target")
    until(lambda: dates(house, board, "Oak") == (None, goal), page=ana.page)
    expect(ana.card("Oak")).to_have_count(0)
    cell(ana, goal).tap()
    expect(ana.card("Oak")).to_be_visible()
    ana.axe()
    ana.menu(ana.button("Shown as: Calendar month"), "Timeline")
    expect(bar(ana, "Oak")).to_be_visible()
    ana.axe()


def test_plans_fit_a_narrow_page_that_reads_from_right_to_left(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]})
    house.do("ana", "card.set_start", card_ids=[board.cards["Oak"]], start_on=day(-2))
    set_due(house, board, "Oak", day(2))
    ana = come("ana", viewport={"width": 320, "height": 640})
    for plan, shown in (("days", "[data-card]"), ("calendar", "[data-day]"), ("timeline", ".bar")):
        ana.open_board(board.id, f"?plan={plan}&dir=rtl")
        expect(ana.page.locator(shown).first).to_be_visible()
        assert ana.page.evaluate("() => document.scrollingElement.scrollWidth") <= 320, plan
        ana.axe()
    # The arrow to the left is later here; the bar goes with the eye.
    was = box_of(bar(ana, "Oak"))["x"]
    bar(ana, "Oak").focus()
    ana.keys("ArrowLeft")
    until(lambda: dates(house, board, "Oak") == (day(-1), day(3)), page=ana.page)
    until(lambda: box_of(bar(ana, "Oak"))["x"] < was, page=ana.page)


# The timeline's own scale, zoomed to weeks.
WEEKS_PX = 14


def bar(person: Person, title: str) -> Locator:
    """A bar of the timeline."""
    return person.page.locator(".bar").filter(has_text=title)
