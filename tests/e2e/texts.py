"""Hands for a card's details: shown as they look, written in place."""

from playwright.sync_api import Locator, expect

from tests.e2e.house import NewBoard
from tests.e2e.person import Person


def open_details(person: Person, board: NewBoard, title: str) -> None:
    person.go(f"/b/{board.id}/c/{board.cards[title]}")
    expect(reading(person)).to_be_visible()


def reading(person: Person) -> Locator:
    """The text as it looks."""
    return person.page.get_by_role("group", name="Details")


def writing(person: Person) -> Locator:
    """The text in its editor."""
    return person.page.get_by_role("textbox", name="Details")


def begin(person: Person) -> None:
    person.press("Write details")
    expect(writing(person)).to_be_focused()


def write_over(person: Person, text: str) -> None:
    """Another text in place of all there is."""
    person.keys("ControlOrMeta+a", "Delete")
    person.paste(text)


def done(person: Person) -> None:
    """End the writing, and wait until it is saved."""
    person.press("Done")
    expect(reading(person)).to_be_visible()
    expect(person.page.get_by_text("Saving…")).to_have_count(0)


def save(person: Person, text: str) -> None:
    begin(person)
    write_over(person, text)
    done(person)


def caret_behind(person: Person, words: str) -> None:
    """Click behind these words, the last of their line."""
    writing(person).get_by_text(words, exact=True).click()
    person.keys("End")


def stored(person: Person, card_id: str) -> list[str]:
    """Every saved state of the details, newest first, as the server has them."""
    address = f"{person.house.site}/api/v1/cards/{card_id}/details/versions"
    listed = person.page.request.get(address).json()["versions"]
    return [person.page.request.get(f"{address}/{one['version']}").json()["text"] for one in listed]
