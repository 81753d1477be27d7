"""Dependencies: what a card waits for, seen by two people, over boards, and undone."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import Person, middle
from tests.e2e.test_planning import HERE, bar, dates, day, set_due

WAITS = "Waits for tasks that are not done"


def tie(person: Person, title: str, other: str, kind: str = "Is blocked by") -> None:
    """Open a card and say what it is to another; all boards are looked through for its title."""
    person.link_of(title).click()
    sheet = person.dialog(title)
    sheet.get_by_role("button", name="Add a dependency").click()
    person.page.get_by_text(kind, exact=True).last.click()
    field = person.page.get_by_role("combobox", name="Find a task")
    field.fill(other)
    option = person.page.get_by_role("option", name=other)
    option.click()
    expect(option).to_have_attribute("aria-selected", "true")
    person.keys("Escape")
    expect(field).to_have_count(0)


def test_who_waits_is_marked_for_everybody_until_the_other_is_done(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Wych elm"], "Doing": []}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    tie(ana, "Oak", "Wych elm")
    expect(ben.card("Oak").get_by_role("img", name=WAITS)).to_be_visible()
    expect(ben.card("Wych elm").get_by_role("img", name=WAITS)).to_have_count(0)
    listed = ana.dialog("Oak").get_by_role("list", name="Is blocked by")
    expect(listed.get_by_role("link", name="Wych elm")).to_be_visible()
    ana.axe()

    ben.link_of("Wych elm").click()
    expect(
        ben.dialog("Wych elm").get_by_role("list", name="Blocks").get_by_role("link", name="Oak")
    ).to_be_visible()
    ben.keys("Escape")
    house.do("ben", "card.move", card_ids=[board.cards["Wych elm"]], column_id=board.columns["Completed"])
    expect(ben.card("Oak").get_by_role("img", name=WAITS)).to_have_count(0)
    expect(listed.get_by_role("img", name="Done", exact=True)).to_be_visible()

    ana.dialog("Oak").get_by_role("button", name="Remove the dependency on “Wych elm”").click()
    expect(listed).to_have_count(0)
    ana.keys("Escape")
    ana.press("Undo")
    ana.link_of("Oak").click()
    expect(listed.get_by_role("link", name="Wych elm")).to_be_visible()


def test_a_circle_is_refused_and_said_why(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm", "Ginkgo"]}, team={"ben": "member"})
    for one, other in (("Oak", "Elm"), ("Elm", "Ginkgo")):
        cards = {"card_id": board.cards[one], "other_id": board.cards[other]}
        house.do("ana", "dependency.add", **cards, kind="blocks")
    ana = come("ana")
    ana.open_board(board.id)
    ana.link_of("Oak").click()
    ana.dialog("Oak").get_by_role("button", name="Add a dependency").click()
    ana.page.get_by_role("combobox", name="Find a task").fill("Ginkgo")
    ana.page.get_by_role("option", name="Ginkgo").click()
    expect(ana.toast("These tasks would wait for each other in a circle.")).to_be_visible()
    expect(ana.page.get_by_role("option", name="Ginkgo")).to_have_attribute("aria-selected", "false")


def test_a_card_of_another_board_is_named_to_who_may_read_it_only(house: House, come: Come) -> None:
    trees = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"}, name="Plan of trees")
    tools = house.make_board({"To Do": ["Spade"]}, name="Plan of tools")
    house.do("ana", "board.set_privacy", board_id=tools.id, privacy="team", link_token=None)
    cards = {"card_id": trees.cards["Oak"], "other_id": tools.cards["Spade"]}
    house.do("ana", "dependency.add", **cards, kind="blocked_by")
    ana, ben = come("ana"), come("ben")
    for person in (ana, ben):
        person.open_board(trees.id)
        expect(person.card("Oak").get_by_role("img", name=WAITS)).to_be_visible()
        person.link_of("Oak").click()
    listed = ana.dialog("Oak").get_by_role("list", name="Is blocked by")
    expect(listed.get_by_role("link", name="Spade")).to_be_visible()
    expect(listed.get_by_text("Plan of tools")).to_be_visible()
    listed = ben.dialog("Oak").get_by_role("list", name="Is blocked by")
    expect(listed.get_by_text("A task you cannot see")).to_be_visible()
    expect(ben.page.get_by_text("Spade")).to_have_count(0)

    house.do("ana", "card.move", card_ids=[tools.cards["Spade"]], column_id=tools.columns["Completed"])
    ana.keys("Escape")
    expect(ana.card("Oak").get_by_role("img", name=WAITS)).to_have_count(0)


def test_a_line_drawn_on_the_timeline_ties_two_tasks_and_moves_none(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team={"ben": "member"})
    for title, due in (("Oak", 2), ("Elm", 9)):
        house.do("ana", "card.set_start", card_ids=[board.cards[title]], start_on=day(due - 2))
        set_due(house, board, title, day(due))
    ana, ben = come("ana"), come("ben")
    for person in (ana, ben):
        person.open_board(board.id, "?plan=timeline")
    bar(ana, "Oak").hover()
    ana.page.mouse.move(*middle(bar(ana, "Oak").locator("[data-tie=due]")))
    ana.page.mouse.down()
    ana.page.mouse.move(*middle(bar(ana, "Elm")), steps=8)
    expect(ana.page.locator(".link--drawn")).to_be_attached()
    ana.page.mouse.up()
    expect(ana.said().filter(has_text="“Elm” waits for “Oak”.")).to_be_attached()
    for person in (ana, ben):
        expect(person.page.locator(".link--kept")).to_have_attribute("data-count", "1")
        expect(bar(person, "Elm")).to_have_accessible_description(re.compile("^Waits for “Oak”"))
    assert (dates(house, board, "Oak"), dates(house, board, "Elm")) == ((day(0), day(2)), (day(7), day(9)))
    # Moved behind it, the task that blocks moves nothing; the line says that the other starts too early.
    house.do("ana", "card.set_due", card_ids=[board.cards["Oak"]], due_on=day(8), due_zone=HERE)
    expect(ana.page.locator(".link--late")).to_have_attribute("data-count", "1")
    expect(ana.page.locator(".link--kept")).to_have_count(0)
    assert dates(house, board, "Elm") == (day(7), day(9))
    wrong = "Starts before the end of what it waits for: “Oak”."
    expect(bar(ana, "Elm")).to_have_accessible_description(re.compile(re.escape(wrong)))
    bar(ana, "Elm").locator(".bar__early").hover()
    expect(ana.page.locator(".tooltip")).to_have_text(wrong)
    ana.axe()
    ana.keys("ControlOrMeta+z")
    expect(ben.page.locator(".link")).to_have_count(0)
