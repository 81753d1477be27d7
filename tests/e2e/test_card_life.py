"""A card's whole life, as two people live it: written down, cut into steps, done, gone and back."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import Person

BOTH = {"ben": "member"}


def open_tab(person: Person, title: str, tab: str) -> None:
    person.link_of(title).click()
    person.dialog(title).get_by_role("tab", name=tab).click()


def item_menu(person: Person, text: str, entry: str) -> None:
    person.page.locator("[data-item]").filter(has_text=text).hover()
    person.menu(person.button(f"Actions for “{text}”"), entry)


def close(person: Person) -> None:
    person.dialog().get_by_role("button", name="Close").click()
    expect(person.dialog()).to_have_count(0)


def test_a_cards_whole_life(house: House, come: Come) -> None:
    board = house.make_board({"To Do": [], "Doing": []}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    is_cut_into_steps(ana, ben)
    is_handed_out(ana, ben)
    grows_another(ana, ben)
    is_done_and_taken_back(ana, ben)
    is_deleted_and_restored(ana, ben)
    ana.card_menu("Summer party", "Delete")
    house.do("ana", "card.purge", card_ids=[ids(house, board.id)["Summer party"]])
    ben.sees("Deleted", [])
    ben.axe()


def is_cut_into_steps(ana: Person, ben: Person) -> None:
    """Written down by Ana, with a pasted list."""
    ana.add("To Do", "Summer party")
    ben.sees("To Do", ["Summer party"])
    open_tab(ana, "Summer party", "Checklist")
    ana.page.get_by_role("textbox", name="New item").focus()
    ana.paste("- [x] Choose a day\n- [ ] Rent the garden\n- [ ] Ask for a permit\n- [ ] Music\n")
    expect(ben.card("Summer party").get_by_text("1/4")).to_be_visible()


def is_handed_out(ana: Person, ben: Person) -> None:
    """The nearest date shows on the card's face, then the next; and whoever has a step has the card."""
    item_menu(ana, "Rent the garden", "Due date…")
    ana.press("Today")
    item_menu(ana, "Music", "Due date…")
    ana.press("In a week")
    item_menu(ana, "Rent the garden", "Assign…")
    ana.page.get_by_role("checkbox", name="Ben Okafor").check(force=True)
    ana.keys("Escape")
    face = ben.card("Summer party")
    expect(face.get_by_text("Due today")).to_be_visible()
    expect(face.get_by_role("img", name="Ben Okafor")).to_be_visible()
    open_tab(ben, "Summer party", "Checklist")
    ben.page.get_by_role("checkbox", name="Rent the garden").check(force=True)
    expect(ana.page.get_by_text("2 of 4 done")).to_be_visible()
    expect(ana.card("Summer party").get_by_text("Due today")).to_have_count(0)
    expect(ana.card("Summer party").get_by_text(re.compile("Due"))).to_be_visible()


def grows_another(ana: Person, ben: Person) -> None:
    """A step becomes a task of its own."""
    item_menu(ben, "Ask for a permit", "Make it a task")
    ben.page.get_by_role("region", name="Notices").get_by_role("button", name="Open").click()
    expect(ben.dialog("Ask for a permit")).to_be_visible()
    expect(ana.page.get_by_text("2 of 3 done")).to_be_visible()
    close(ben)
    ana.sees("To Do", ["Summer party", "Ask for a permit"])
    expect(ana.card("Summer party").get_by_text("2/3")).to_be_visible()


def is_done_and_taken_back(ana: Person, ben: Person) -> None:
    """Completed, nothing on it changes; undone, it goes on where it was."""
    ana.choose(re.compile("Status"), "Completed")
    expect(ana.page.get_by_role("checkbox", name="Music")).to_be_disabled()
    expect(ana.page.get_by_role("textbox", name="New item")).to_have_count(0)
    close(ana)
    ben.sees("Completed", ["Summer party"])
    ana.keys("ControlOrMeta+z")
    ana.sees("To Do", ["Summer party", "Ask for a permit"])
    open_tab(ana, "Summer party", "Checklist")
    ana.page.get_by_role("checkbox", name="Music").check(force=True)
    expect(ben.card("Summer party").get_by_text("3/3")).to_be_visible()
    close(ana)


def is_deleted_and_restored(ana: Person, ben: Person) -> None:
    """With all its steps."""
    ana.card_menu("Summer party", "Delete")
    ben.sees("To Do", ["Ask for a permit"])
    ben.keys("ControlOrMeta+k")
    ben.page.get_by_role("combobox").fill("Show the Deleted column")
    ben.page.get_by_role("option", name=re.compile("^Show the Deleted column")).click()
    ben.card("Summer party").get_by_role("button", name="Restore").click()
    ana.sees("To Do", ["Summer party", "Ask for a permit"])
    expect(ana.card("Summer party").get_by_text("3/3")).to_be_visible()


def ids(house: House, board: str) -> dict[str, str]:
    return {card["title"]: card["id"] for card in house.whole("ana", board)["cards"]}
