"""Inviting, joining, changing roles, leaving; and a board that is open to whoever has its link."""

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import until

SOON_MS = 5_000


def test_invited_people_come_by_the_mailed_link(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, name="Tree planting")
    ana = come("ana")
    ana.open_board(board.id)
    ana.press("Team")
    ana.type("Invite people", "ivy@gmial.com, olof@example.com")
    ana.press("Invite 2 people")
    expect(ana.page.get_by_text("ivy@gmial.com: did you mean ivy@gmail.com?")).to_be_visible()
    ana.axe()
    ana.press("Correct it")
    ana.press("Invite 2 people")
    for address in ("ivy@gmail.com", "olof@example.com"):
        expect(ana.panel("Team").get_by_text(address, exact=True)).to_be_visible()
    ana.axe()
    ana.press("Cancel the invitation to ivy@gmail.com")
    expect(ana.panel("Team").get_by_text("ivy@gmail.com", exact=True)).to_have_count(0)
    ana.press("Send again to olof@example.com")
    expect(ana.toast("olof@example.com gets a new mail.")).to_be_visible()

    until(lambda: house.mailed_link("olof@example.com", "i"), page=ana.page, within_ms=20_000)
    olof = come()
    olof.go(house.mailed_link("olof@example.com", "i") or "")
    expect(olof.page.get_by_text("Tree planting")).to_be_visible()
    expect(olof.page.get_by_label("E-mail address")).to_have_value("olof@example.com")
    olof.axe()
    olof.type("Your name", "Olof Palm")
    olof.type("Password", "seven green teapots")
    olof.press("Sign up")
    expect(olof.page.get_by_role("heading", name="Board “Tree planting”")).to_be_attached(timeout=SOON_MS)
    expect(ana.panel("Team").get_by_text("Olof Palm", exact=True)).to_be_visible(timeout=SOON_MS)
    expect(ana.page.get_by_text("Invited, not here yet")).to_have_count(0)

    ana.choose("Role of Olof Palm", "Board admin")
    olof.press("Team")
    expect(olof.page.get_by_label("Invite people")).to_be_visible(timeout=SOON_MS)


def test_whoever_leaves_is_off_the_board(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"})
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="team")
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.press("Team")
    expect(ana.panel("Team").get_by_text("Ben Okafor", exact=True)).to_be_visible()
    ben.press("Team")
    ben.loses_a_board()
    ben.press("Leave this board…")
    ben.press("Leave the board")
    expect(ben.page.get_by_role("heading", name="This board is no longer open to you")).to_be_visible(
        timeout=SOON_MS
    )
    expect(ana.panel("Team").get_by_text("Ben Okafor", exact=True)).to_have_count(0)


def test_a_link_opens_the_board_to_strangers_until_it_is_closed(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": []})
    ana, stranger = come("ana"), come()
    ana.open_board(board.id)
    ana.settings("Settings")
    ana.axe()
    ana.page.get_by_text("Anyone with the link", exact=True).click()
    field = ana.page.get_by_label("Address", exact=True)
    address = field.input_value().removeprefix(house.site)
    stranger.watch.expect("401|403")
    stranger.go(address)
    stranger.sees("To Do", ["Oak"])
    for name in ("Add new task", "Undo", "Team", "Column actions"):
        expect(stranger.button(name)).to_have_count(0)
    stranger.axe()
    ana.keys("Escape")
    ana.drag("Oak", "Doing")
    stranger.sees("Doing", ["Oak"])

    ana.settings("Settings")
    stranger.loses_a_board()
    ana.page.get_by_text("The team of this board", exact=True).click()
    gone = stranger.page.get_by_role("heading", name="This board is no longer open to you")
    expect(gone).to_be_visible(timeout=SOON_MS)
    expect(stranger.page.get_by_text("Oak")).to_have_count(0)
