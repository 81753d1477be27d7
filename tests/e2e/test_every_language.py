"""No string forgotten, nothing overflowing, and everything mirrored where one reads from right to left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tafla.core.ids import new_id
from tests.e2e.conftest import Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, box_of

# Every text on the screen, and every label that is read out, in which there is a plain Latin word of three
# letters and none of the marks that the pseudo language leaves; what people wrote themselves is passed over.
PLAIN = """(own) => {
  const isPlain = (text) =>
    /[a-z]{3}/i.test(text) && !/[·áéíóúýçñšž]/i.test(text) && !own.some((one) => text.includes(one));
  const isShown = (one) => !one.closest('script, style, [data-live-announcer]') && one.checkVisibility();
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (isPlain(text) && isShown(walker.currentNode.parentElement)) found.push(text);
  }
  for (const name of ['aria-label', 'title', 'placeholder'])
    for (const one of document.querySelectorAll(`[${name}]`))
      if (isPlain(one.getAttribute(name))) found.push(`${name}: ${one.getAttribute(name)}`);
  return [...new Set(found)];
}"""
WRITTEN = [
    "Plan",
    "Oak",
    "Elm",
    "To Do",
    "Doing",
    "Ana",
    "Ben",
    "Chidi",
    "Dana",
    "Elsewhere",
    "Website relaunch",
    "Ten thousand",
    "IT help desk",
    "Customer care",
    "Winter appeal",
    "A website for the youth centre",
    "From ",
    "Tree planting",
]
# The component library's hidden button speaks the library's own catalogue, and exact times the browser's.
OWN = [*WRITTEN, "Tafla", "English", "example.", "Dismiss", "January 5, 2026"]
NARROW = {"viewport": {"width": 320, "height": 640}}

Screen = Callable[[Person, NewBoard], None]


def sign_in(person: Person, _board: NewBoard) -> None:
    person.context.clear_cookies()
    person.go("/sign-in" + person.query)
    expect(person.page.locator("form")).to_be_visible()


def home(person: Person, _board: NewBoard) -> None:
    person.go("/" + person.query)
    expect(person.page.get_by_role("link", name="Website relaunch and spring campaign")).to_be_visible()


def board_screen(person: Person, board: NewBoard) -> None:
    person.open_board(board.id, person.query)
    expect(person.card("Oak")).to_be_visible()


def card_sheet(person: Person, board: NewBoard) -> None:
    person.go(f"/b/{board.id}/c/{board.cards['Oak']}{person.query}")
    expect(person.dialog("Oak")).to_be_visible()


def checklist(person: Person, board: NewBoard) -> None:
    person.go(f"/b/{board.id}/c/{board.cards['Oak']}{person.query}&tab=checklist")
    expect(person.page.get_by_role("checkbox", name="Elm")).to_be_attached()


def own_view(person: Person, _board: NewBoard) -> None:
    person.go(f"/views/{VIEW}{person.query}")
    expect(person.page.locator("[data-row]").get_by_text("Oak")).to_be_visible()


SCREENS: list[Screen] = [sign_in, home, board_screen, card_sheet, checklist, own_view]
# Of the board below only: what others test with stands in the other views.
VIEW = new_id()


@pytest.fixture(scope="module")
def board(house: House) -> NewBoard:
    name = "Plan of all that we want to have done together by the end of the year"
    made = house.make_board({"To Do": ["Oak", "Elm"], "Doing": []}, team={"ben": "member"}, name=name)
    some = [made.cards["Oak"]]
    house.do("ana", "card.set_status", card_ids=some, status="needs_review")
    house.do("ana", "card.set_priority", card_ids=some, priority="high")
    house.do("ana", "card.set_due", card_ids=some, due_on="2026-01-05", due_zone="Europe/Lisbon")
    late_id = new_id()
    items = [{"item_id": late_id, "text": "Elm"}, {"item_id": new_id(), "text": "Oak", "done": True}]
    house.do("ana", "checklist.add", card_id=made.cards["Oak"], items=items)
    late = {"due_on": "2026-01-05", "due_zone": "Europe/Lisbon"}
    house.do("ana", "checklist.set_due", item_ids=[late_id], **late)
    reviewed = {"statuses": ["needs_review"], "priorities": ["high"], "due": ["overdue"], "text": "Oak"}
    house.do("ana", "filter.save", filter_id=VIEW, name="Plan of oaks", filter=reviewed, is_view=True)
    return made


@pytest.mark.parametrize("screen", SCREENS)
def test_no_string_is_forgotten(come: Come, board: NewBoard, screen: Screen) -> None:
    ana = come("ana", query="?lang=pseudo")
    screen(ana, board)
    assert ana.page.evaluate(PLAIN, OWN) == []
    ana.axe()


@pytest.mark.parametrize("query", ["?lang=pseudo", "?dir=rtl"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overflows_a_narrow_page(come: Come, board: NewBoard, screen: Screen, query: str) -> None:
    ana = come("ana", query=query, **NARROW)
    screen(ana, board)
    assert ana.page.evaluate("() => document.scrollingElement.scrollWidth") <= 320
    # What lies over the page does not make it wider; its buttons must be within reach all the same.
    for button in ana.page.locator("[role=dialog] button:visible").all():
        box = box_of(button)
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 320
    ana.axe()


def test_a_card_is_dragged_where_one_reads_from_right_to_left(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]})
    ana = come("ana")
    ana.open_board(board.id, "?dir=rtl")
    assert box_of(ana.column("To Do"))["x"] > box_of(ana.column("Doing"))["x"]
    ana.drag("Oak", "Doing", before="Fig")
    ana.sees("Doing", ["Oak", "Fig"])
    # The arrow keys follow what one sees: Doing is to the left.
    ana.link_of("Elm").focus()
    ana.keys("Space", "ArrowLeft", "Space")
    ana.sees("Doing", ["Elm", "Oak", "Fig"])
