"""Highlights: what matters on a board is lifted, for one person, and stays right while others work on it."""

import re

from playwright.sync_api import Locator, expect

from tafla.core.ids import new_id
from tests.e2e.conftest import Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, until
from tests.e2e.test_planning import day, set_due

PANEL = "Highlight tasks on this board"


def lit(person: Person, *titles: str) -> None:
    """These cards come to be lifted, in this order, and no others."""
    expect(person.page.locator(".card[data-lit=on] .card__title")).to_have_text(list(titles))


def matches(person: Person, column: str) -> Locator:
    return person.column(column).locator(".column__head .column-matches")


def chip(person: Person) -> Locator:
    return person.page.get_by_role("group", name="Highlight", exact=True)


def choose(person: Person, highlight: str) -> Locator:
    """Open the panel by its key and choose one of its highlights; the panel."""
    panel = person.panel(PANEL)
    if not panel.is_visible():
        person.keys("f")
    panel.get_by_role("button", name=highlight, exact=True).click()
    return panel


def trees(house: House) -> NewBoard:
    columns = {"To Do": ["Oak", "Elm", "Ash", "Yew"], "Doing": ["Fig", "Box"]}
    return house.make_board(columns, team={"ben": "member"})


def block(house: House, board: NewBoard, *titles: str) -> None:
    ids = [board.cards[title] for title in titles]
    house.do("ben", "card.set_status", card_ids=ids, status="blocked")


def in_all(person: Person, board: NewBoard, titles: list[str]) -> None:
    """The server comes to have the cards of *To Do* in this order, seen and unseen."""
    until(lambda: person.house.titles("ana", board, "To Do") == titles, page=person.page)


def test_what_ben_gives_ana_lights_up_while_she_looks(house: House, come: Come) -> None:
    board = trees(house)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    choose(ana, "What’s assigned to me")
    lit(ana)
    expect(ana.page.locator("[data-lit=off]")).to_have_count(6)
    expect(matches(ana, "To Do")).to_have_text("0 of 4")
    ana_id = house.person_id("ana")
    house.do("ben", "card.assign", card_ids=[board.cards["Ash"], board.cards["Box"]], person_id=ana_id)
    lit(ana, "Ash", "Box")
    expect(ana.card("Ash").get_by_role("link")).to_have_accessible_name(re.compile("^Highlighted Ash"))
    expect(matches(ana, "To Do")).to_have_text("1 of 4")
    expect(chip(ana)).to_contain_text("What’s assigned to me")
    expect(ana.panel(PANEL)).to_contain_text("2 tasks are highlighted")
    ana.axe()
    # It is hers alone, and counts in a hidden column too.
    lit(ben)
    expect(ben.page.locator("[data-lit=off]")).to_have_count(0)
    house.do("ana", "pref.hide_column", column_id=board.columns["Doing"], hidden=True)
    expect(ana.page.locator(".column-strip .column-matches")).to_have_text("1 of 2")
    house.do("ben", "card.unassign", card_ids=[board.cards["Ash"]], person_id=ana_id)
    lit(ana)
    chip(ana).get_by_role("button", name="End the highlight").click()
    expect(ana.page.locator("[data-lit=off]")).to_have_count(0)
    expect(chip(ana)).to_have_count(0)


def test_only_matches_are_shown_and_go_to_their_place_among_all(house: House, come: Come) -> None:
    board = trees(house)
    block(house, board, "Elm", "Yew", "Box")
    ana = come("ana")
    ana.open_board(board.id)
    panel = choose(ana, "What needs attention")
    panel.get_by_role("switch", name="Show only matches").check(force=True)
    ana.sees("To Do", ["Elm", "Yew"])
    ana.sees("Doing", ["Box"])
    ana.keys("Escape")
    expect(panel).to_have_count(0)
    ana.drag("Yew", "To Do", before="Elm")
    ana.sees("To Do", ["Yew", "Elm"])
    # Right before the one it was put before; Oak, which nobody saw, stays above both.
    in_all(ana, board, ["Oak", "Yew", "Elm", "Ash"])
    ana.link_of("Box").focus()
    ana.keys("Space", "ArrowLeft", "ArrowDown", "Space")
    ana.sees("To Do", ["Yew", "Box", "Elm"])
    in_all(ana, board, ["Oak", "Yew", "Box", "Elm", "Ash"])
    # Others change what matches: what comes in appears, what ceases to match leaves.
    block(house, board, "Fig")
    ana.sees("Doing", ["Fig"])
    house.do("ben", "card.set_status", card_ids=[board.cards["Elm"]], status="ready")
    ana.sees("To Do", ["Yew", "Box"])
    ana.add("To Do", "Larch")
    ana.toast("It is not among the matches.").wait_for()
    ana.keys("o")
    ana.sees("To Do", ["Oak", "Yew", "Box", "Elm", "Ash", "Larch"])
    lit(ana, "Yew", "Box", "Fig")


def test_arrows_and_keys_lead_to_matches_out_of_sight(house: House, come: Come) -> None:
    many = [f"Tree {number}" for number in range(60)]
    board = house.make_board({"To Do": many, "Doing": ["Fig"]}, team={"ben": "member"})
    block(house, board, "Tree 2", "Tree 40", "Tree 41", "Fig")
    ana = come("ana")
    ana.open_board(board.id)
    choose(ana, "What needs attention")
    todo = ana.column("To Do")
    below = todo.get_by_role("button", name="Matches below")
    expect(below).to_have_text("2")
    below.click()
    expect(ana.card("Tree 40")).to_be_in_viewport()
    expect(ana.link_of("Tree 40")).to_be_focused()
    expect(below).to_have_count(0)
    above = todo.get_by_role("button", name="Matches above")
    expect(above).to_have_text("1")
    ana.keys("j")
    expect(ana.link_of("Tree 41")).to_be_focused()
    ana.keys("j")
    expect(ana.link_of("Fig")).to_be_focused()
    ana.keys("j")
    expect(ana.link_of("Tree 2")).to_be_focused()
    expect(ana.card("Tree 2")).to_be_in_viewport()
    ana.keys("k", "k")
    expect(ana.link_of("Tree 41")).to_be_focused()
    ana.axe()
    # Escape away from the panel ends it.
    ana.keys("Escape")
    expect(ana.page.locator("[data-lit=off]")).to_have_count(0)
    expect(above).to_have_count(0)


def test_a_mix_of_ones_own_is_saved_and_comes_back(house: House, come: Come) -> None:
    board = trees(house)
    block(house, board, "Elm", "Yew", "Box")
    ana = come("ana")
    ana.open_board(board.id)
    # By keyboard alone.
    ana.keys("f")
    panel = ana.panel(PANEL)
    expect(panel).to_be_focused()
    custom = panel.get_by_role("button", name="Custom highlight")
    custom.focus()
    ana.keys("Enter")
    panel.get_by_role("checkbox", name="Blocked").focus()
    ana.keys("Space")
    # The form scrolls in its panel; nothing in it makes the board or the page longer, nor moves them.
    for place in (ana.page.locator(".frame__main"), ana.page.locator("html")):
        assert place.evaluate("(place) => place.scrollHeight - place.clientHeight") == 0
    lit(ana, "Elm", "Yew", "Box")
    panel.get_by_role("checkbox", name="On hold").focus()
    ana.keys("Space")
    panel.get_by_label("Words in the title").fill("É")
    lit(ana, "Elm", "Yew")
    panel.get_by_role("checkbox", name="Unassigned").focus()
    ana.keys("Space")
    lit(ana, "Elm", "Yew")
    panel.get_by_role("button", name="Save this highlight").focus()
    ana.keys("Enter")
    expect(panel.get_by_label("Name of the highlight")).to_be_focused()
    ana.page.keyboard.type("Stuck trees")
    ana.keys("Enter")
    expect(chip(ana)).to_contain_text("Stuck trees")
    ana.axe()
    # What is on stays on while the tab lives; what is saved is there on every board, and on every device.
    ana.page.reload()
    lit(ana, "Elm", "Yew")
    expect(chip(ana)).to_contain_text("Stuck trees")
    other = house.make_board({"To Do": ["Pear", "Plum"]})
    house.do("ana", "card.set_status", card_ids=[other.cards["Pear"]], status="on_hold")
    elsewhere = come("ana")
    elsewhere.open_board(other.id)
    saved = choose(elsewhere, "Stuck trees")
    lit(elsewhere, "Pear")
    elsewhere.menu(saved.get_by_role("button", name="Actions for “Stuck trees”"), "Rename")
    saved.get_by_label("Name of the highlight").fill("Stuck")
    elsewhere.keys("Enter")
    expect(chip(ana)).to_contain_text("Stuck")
    elsewhere.menu(saved.get_by_role("button", name="Actions for “Stuck”"), "Remove")
    expect(elsewhere.page.locator("[data-lit=off]")).to_have_count(0)
    expect(saved.get_by_role("button", name="Stuck", exact=True)).to_have_count(0)
    elsewhere.page.get_by_role("region", name="Notices").get_by_role("button", name="Undo").click()
    expect(saved.get_by_role("button", name="Stuck", exact=True)).to_be_visible()


def test_what_stood_still_leaves_the_highlight_as_soon_as_it_moves(house: House, come: Come) -> None:
    board = trees(house)
    ids = [board.cards["Oak"], board.cards["Fig"]]
    house.do("ben", "card.set_status", card_ids=ids, status="in_progress")
    ana = come("ana")
    # Nobody waits a week: the server's answer is a week older.
    ana.page.route("**/quiet", lambda route: route.fulfill(json={"cards": ids}))
    ana.open_board(board.id)
    choose(ana, "What needs attention")
    lit(ana, "Oak", "Fig")
    house.do("ben", "chat.post", message_id=new_id(), card_id=ids[0], text="Begun")
    lit(ana, "Fig")
    house.do("ben", "card.rename", card_id=ids[1], title="Ficus")
    lit(ana)


def test_lanes_count_what_matches_and_a_filter_says_what_of_it_is_gone(house: House, come: Come) -> None:
    columns = {"To Do": ["Oak", "Elm", "Ash", "Yew"], "Doing": ["Fig", "Elder"]}
    board = house.make_board(columns, team={"ben": "member", "chidi": "member"})
    for title, due in (("Oak", 0), ("Elm", 0), ("Ash", -2)):
        set_due(house, board, title, day(due))
    ben, chidi = house.person_id("ben"), house.person_id("chidi")
    house.do("chidi", "card.rename", card_id=board.cards["Elder"], title="Box")
    house.do("ana", "member.remove", board_id=board.id, person_id=chidi)
    for title in ("Oak", "Yew"):
        house.do("ana", "card.assign", card_ids=[board.cards[title]], person_id=ben)
    sieve = {"assignees": [ben, chidi]}
    house.do("ana", "filter.save", filter_id=new_id(), name="Theirs", filter=sieve)
    ana = come("ana")
    ana.open_board(board.id, "?plan=days")
    panel = choose(ana, "Theirs")
    for lane, found in (("Overdue", "0 of 1"), ("Today", "1 of 2"), ("Not scheduled", "1 of 3")):
        expect(matches(ana, lane)).to_have_text(found)
    expect(panel.get_by_text("Not on this board: Chidi Nwosu. It picks out nothing here.")).to_be_visible()
    ana.axe()
    # The same of a view over all boards; on one of them Chidi still is.
    view = new_id()
    house.do(
        "ana",
        "filter.save",
        filter_id=view,
        name="Plan of pests",
        filter={**sieve, "tags": ["Gone"]},
        is_view=True,
    )
    ana.go(f"/views/{view}")
    expect(ana.page.get_by_text("No task fits this view")).to_be_visible()
    ana.menu(ana.button("This view"), "Change name and filter…")
    expect(ana.dialog().get_by_text("On none of your boards: Gone. It picks out nothing.")).to_be_visible()
    ana.dialog().get_by_text("Gone", exact=True).click()
    expect(ana.dialog().get_by_text("On none of your boards")).to_have_count(0)
    ana.axe()
