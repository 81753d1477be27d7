"""Somebody who has never been here, from signing up to a board with work on it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import WITH_SERVICE_WORKER, Come
from tests.e2e.house import House
from tests.e2e.person import Person, until

TEMPLATES = {
    "Blank task board": ["To Do", "Doing", "Completed"],
    "Fundraising campaign": ["Fundraising ideas", "Planning", "Approvals", "Active campaigns", "Completed"],
    "Help desk": ["To Do", "Doing", "Completed"],
    "Project management": ["Project strategy", "Project design", "Development", "Testing", "Completed"],
}


def sign_up(person: Person, house: House, name: str, email: str) -> None:
    """From the sign-up form through the mailed link to home."""
    person.go("/sign-up")
    person.type("Your name", name)
    person.type("E-mail address", email)
    person.type("Password", "seven green teapots")
    person.axe()
    person.press("Sign up")
    expect(person.page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    expect(person.page.get_by_text(email)).to_be_visible()
    until(lambda: house.mailed_link(email, "verify-email"), page=person.page)
    person.go(house.mailed_link(email, "verify-email") or "")
    expect(person.page.get_by_role("heading", name="My boards")).to_be_visible()


def create_board(person: Person, template: str, name: str) -> None:
    person.button("Create new board").first.click()
    dialog = person.dialog("Create new board")
    radio = person.page.get_by_role("radio", name=template, exact=True)
    dialog.locator("label").filter(has=radio).click()
    expect(dialog.get_by_role("region", name=f"Preview of “{template}”")).to_be_visible()
    dialog.get_by_label("Name", exact=True).fill(name)
    dialog.get_by_role("button", name="Create board").click()
    expect(person.page.get_by_role("heading", name=f"Board “{name}”")).to_be_attached()


def test_signing_up_leads_to_a_board_that_keeps_what_was_typed(house: House, come: Come) -> None:
    newcomer = come(**WITH_SERVICE_WORKER)
    sign_up(newcomer, house, "Nora Berg", "nora@example.com")
    expect(newcomer.page.get_by_role("heading", name="Your first board")).to_be_visible()
    newcomer.axe()

    create_board(newcomer, "Blank task board", "Move house")
    newcomer.add("To Do", "Find boxes", "Tell the landlord")
    newcomer.column("To Do").get_by_role("button", name="Add new task").click()
    newcomer.paste("- Paint the kitchen\n- Sell the sofa\n\n- Sell the piano")
    newcomer.press("Add 3 tasks")
    expect(newcomer.column("To Do").get_by_role("listitem")).to_have_count(5)
    newcomer.keys("Escape")
    newcomer.column("Doing").get_by_role("button", name="Doing", exact=True).click()
    newcomer.type("Name of the column", "This week")
    newcomer.keys("Enter")
    newcomer.button("Move house").click()
    newcomer.type("Name of the board", "Move to Bergen")
    newcomer.keys("Enter")

    expected = ["Find boxes", "Tell the landlord", "Paint the kitchen", "Sell the sofa", "Sell the piano"]
    newcomer.sees("To Do", expected)
    newcomer.page.reload()
    newcomer.sees("To Do", expected)
    expect(newcomer.column("This week")).to_be_visible()
    expect(newcomer.button("Move to Bergen")).to_be_visible()


@pytest.mark.parametrize("start", TEMPLATES)
def test_a_board_comes_from_each_template(house: House, come: Come, start: str) -> None:
    chidi = come("chidi")
    chidi.go("/")
    create_board(chidi, start, f"From {start}")
    for column in TEMPLATES[start]:
        expect(chidi.column(column)).to_be_visible()
    expect(chidi.page.locator("section[data-column]")).to_have_count(len(TEMPLATES[start]))
    has_cards = start != "Blank task board"
    assert (chidi.page.locator("[data-card]").count() > 0) == has_cards


def test_a_template_is_found_and_taken_by_keyboard_and_offered_again(house: House, come: Come) -> None:
    chidi = come("chidi")
    chidi.go("/")
    expect(chidi.page.get_by_role("article").first).to_be_visible()
    chidi.keys("n")
    dialog = chidi.dialog("Create new board")
    expect(dialog.get_by_label("Name", exact=True)).to_be_focused()
    dialog.get_by_label("Search templates").focus()
    chidi.page.keyboard.type("interview")
    expect(dialog.get_by_role("radio", name="Hiring")).to_be_checked()
    chidi.axe()
    chidi.keys("Enter")
    expect(dialog.get_by_label("Name", exact=True)).to_be_focused()
    chidi.page.keyboard.type("From a search")
    chidi.keys("Enter")
    expect(chidi.column("First call")).to_be_visible()
    expect(chidi.column("Hired")).to_be_visible()
    chidi.go("/")
    expect(chidi.page.get_by_role("article").first).to_be_visible()
    chidi.keys("n")
    expect(dialog.get_by_role("radio", name="Hiring")).to_be_checked()


def test_signing_in_asks_again_when_the_password_is_wrong(come: Come) -> None:
    ana = come()
    ana.watch.expect(r"400 .*auth/login")
    ana.go("/sign-in")
    ana.type("E-mail address", "ana@example.com")
    ana.type("Password", "not the password")
    ana.press("Sign in")
    expect(ana.page.get_by_role("alert").first).to_be_visible()
    ana.axe()
    ana.type("Password", "tafla-demo-2026")
    ana.press("Sign in")
    expect(ana.page.get_by_role("link", name="Website relaunch and spring campaign")).to_be_visible()
    ana.axe()
