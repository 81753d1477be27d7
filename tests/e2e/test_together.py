"""Two people on one board."""

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House

SOON_MS = 1_000
BOTH = {"ben": "member"}


def test_a_move_by_mouse_is_on_the_other_screen_within_a_second(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"], "Doing": ["Fig"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ben.sees("To Do", ["Oak", "Elm"])
    expect(ben.page.get_by_role("group", name="Also here").get_by_role("img", name="Ana Costa")).to_be_visible()

    ana.drag("Oak", "Doing", before="Fig")

    expect(ben.card("Oak", "Doing")).to_be_visible(timeout=SOON_MS)
    ben.sees("Doing", ["Oak", "Fig"])
    expect(ben.card("Oak").get_by_text("Ana moved this")).to_be_visible()
    ana.sees("Doing", ["Oak", "Fig"])
    ana.axe()
