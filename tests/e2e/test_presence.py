"""Who else is here: on boards one has not open, on the board, on its cards; and going where they go."""

from playwright.sync_api import expect

from tafla.core.ids import new_id
from tests.e2e.conftest import Come
from tests.e2e.house import House

SOON_MS = 2_000
BOTH = {"ben": "member"}


def new_card(title: str) -> dict[str, str]:
    return {"card_id": new_id(), "title": title}


def test_home_shows_what_others_do_on_boards_that_are_not_open(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH, name="Plan of the grove")
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="team")
    ben = come("ben")
    ben.go("/")
    tile = ben.page.locator(".tile").filter(has_text="Plan of the grove")
    expect(tile.get_by_text("1 open")).to_be_visible()
    house.do("ana", "card.add", column_id=board.columns["To Do"], cards=[new_card("Elm")])
    expect(tile.get_by_text("2 open")).to_be_visible(timeout=SOON_MS)
    # A board that is taken away goes from home as well.
    house.do("ana", "member.remove", board_id=board.id, person_id=house.person_id("ben"))
    expect(tile).to_have_count(0, timeout=SOON_MS + 1_000)
