"""Two people on one board."""

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import until

SOON_MS = 1_000
BOTH = {"ben": "member"}


def test_a_move_by_mouse_is_on_the_other_screen_within_a_second(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ben.sees("To Do", ["Oak", "Elm"])
    expect(
        ben.page.get_by_role("group", name="Also here").get_by_role("button", name="Ana Costa")
    ).to_be_visible()

    ana.drag("Oak", "Doing", before="Fig")

    expect(ben.card("Oak", "Doing")).to_be_visible(timeout=SOON_MS)
    ben.sees("Doing", ["Oak", "Fig"])
    expect(ben.card("Oak").get_by_text("Ana moved this")).to_be_visible()
    ana.sees("Doing", ["Oak", "Fig"])
    ana.axe()


def test_when_both_move_the_same_card_both_screens_end_equal(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"], "Review": []}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.lift("Oak", "Doing", before="Fig")
    ben.lift("Oak", "Review")
    ana.page.mouse.up()
    ben.page.mouse.up()

    # Whose command came last holds (S11); both see the same, and so does the server.
    until(lambda: house.titles("ana", board, "Review") == ["Oak"], page=ana.page)
    for column in ("To Do", "Doing", "Review"):
        held = house.titles("ana", board, column)
        ana.sees(column, held)
        ben.sees(column, held)
    assert ben.titles("Review") == ["Oak"]


def test_a_move_of_others_does_not_disturb_a_drag(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm", "Ash"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.lift("Elm", "Doing", before="Fig")
    ben.drag("Ash", "Doing")
    expect(ana.card("Ash", "Doing")).to_be_visible(timeout=SOON_MS)
    ana.page.mouse.up()
    ben.sees("Doing", ["Elm", "Fig", "Ash"])
    ana.sees("Doing", ["Elm", "Fig", "Ash"])


def test_who_leaves_is_no_longer_shown_as_here(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    here = ana.page.get_by_role("group", name="Also here").get_by_role("button", name="Ben Okafor")
    expect(here).to_be_visible()
    ben.go("/")
    expect(here).to_have_count(0)
