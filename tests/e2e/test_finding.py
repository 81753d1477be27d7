"""Finding: the palette by keyboard, search with accents, and what a person may no longer see."""

from playwright.sync_api import expect

from tests.e2e.conftest import WITH_SERVICE_WORKER, Come
from tests.e2e.house import House
from tests.e2e.person import Person


def palette(person: Person, words: str) -> None:
    """Open it and type, once the field has the focus."""
    person.keys("ControlOrMeta+k")
    expect(person.page.get_by_role("combobox")).to_be_focused()
    person.page.keyboard.type(words)


def first(person: Person, name: str) -> None:
    """The line that Enter chooses."""
    expect(person.page.get_by_role("option", selected=True)).to_contain_text(name)


def test_the_palette_opens_a_board_and_sets_a_status_by_keyboard(come: Come, house: House) -> None:
    made = house.make_board({"To Do": ["Ask the printer"], "Doing": []}, name="Plan of the spring fair")
    ana = come("ana")
    ana.go("/")
    expect(ana.page.get_by_role("heading", name="My boards")).to_be_visible()
    palette(ana, "spring fa")
    first(ana, "Plan of the spring fair")
    ana.axe()
    ana.page.keyboard.press("Enter")
    expect(ana.page).to_have_url(f"{house.site}/b/{made.id}")
    ana.link_of("Ask the printer").focus()
    palette(ana, "set status")
    first(ana, "Set status…")
    ana.page.keyboard.press("Enter")
    first(ana, "Normal")
    ana.page.keyboard.type("blocked")
    first(ana, "Blocked")
    ana.page.keyboard.press("Enter")
    expect(ana.card("Ask the printer").get_by_text("Blocked")).to_be_visible()
    expect(ana.link_of("Ask the printer")).to_be_focused()
    palette(ana, "wip limit")
    ana.page.keyboard.press("Enter")
    first(ana, "To Do")
    ana.page.keyboard.press("Enter")
    expect(ana.dialog("To Do")).to_be_visible()


def test_search_finds_without_accents_and_opens_in_place(come: Come, house: House) -> None:
    house.make_board({"À faire": ["Préparer l’été à Évora", "Autre chose"]}, name="Plan d’été")
    ana = come("ana", **WITH_SERVICE_WORKER)
    ana.go("/")
    expect(ana.page.get_by_role("heading", name="My boards")).to_be_visible()
    ana.keys("/")
    field = ana.page.get_by_role("textbox", name="Search in everything")
    expect(field).to_be_focused()
    ana.page.keyboard.type("evora prep")
    found = ana.page.get_by_role("link", name="Préparer l’été à Évora")
    # At its start the server reads ten thousand cards of the demo first.
    expect(found).to_be_visible(timeout=40_000)
    expect(found.locator("mark")).to_have_text(["Préparer", "Évora"])
    ana.axe()
    ana.keys("ArrowDown")
    expect(found).to_be_focused()
    ana.keys("Enter")
    expect(ana.dialog("Préparer l’été à Évora")).to_be_visible()
    ana.page.go_back()
    expect(ana.dialog()).to_have_count(0)
    expect(field).to_have_value("evora prep")
    expect(found).to_be_visible()
    ana.offline()
    alone = ana.page.get_by_text("No connection. Only tasks and boards kept on this device")
    expect(alone).to_be_visible()
    field.fill("autre chose")
    expect(ana.page.get_by_role("link", name="Autre chose")).to_be_visible()
    ana.online()
    expect(alone).to_have_count(0)
    expect(ana.page.get_by_role("link", name="Autre chose").locator("mark")).to_have_text(["Autre", "chose"])
    expect(field).to_have_value("autre chose")


def test_a_board_one_is_taken_off_leaves_the_results(come: Come, house: House) -> None:
    made = house.make_board({"To Do": ["Zanzibar tickets"]}, team={"ben": "member"}, name="Plan of a journey")
    house.do("ana", "board.set_privacy", board_id=made.id, privacy="team")
    ben = come("ben")
    ben.go("/search?q=zanzibar")
    found = ben.page.get_by_role("link", name="Zanzibar tickets")
    expect(found).to_be_visible()
    house.do("ana", "member.remove", board_id=made.id, person_id=house.person_id("ben"))
    expect(found).to_have_count(0, timeout=5_000)
    expect(ben.page.get_by_role("heading", name="Nothing found")).to_be_visible()
