"""What a role allows, on the screen and past it; boards closed while one looks at them; full columns."""

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House

SOON_MS = 5_000


def test_a_visitor_keeps_nothing_to_change_things_with(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"], "Doing": []}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    adders = ben.page.get_by_role("button", name="Add new task")
    expect(adders).to_have_count(2)

    ana.press("Team")
    ana.choose("Role of Ben Okafor", "Visitor")

    expect(adders).to_have_count(0, timeout=SOON_MS)
    expect(ben.button("Undo")).to_have_count(0)
    ben.link_of("Oak").click()
    expect(ben.page.get_by_role("textbox", name="Title")).not_to_be_editable()
    ben.watch.expect("422")
    answer = ben.force("card.move", card_ids=[board.cards["Oak"]], column_id=board.columns["Doing"])
    assert (answer["s"], answer["code"]) == ("refused", "not_allowed")
    assert house.titles("ana", board, "To Do") == ["Oak"]


def test_who_is_taken_off_sees_the_board_close(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"})
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="team")
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ben.link_of("Oak").click()
    expect(ben.dialog()).to_be_visible()

    ben.loses_a_board()
    ana.press("Team")
    ana.press("Take Ben Okafor off the board")
    ana.press("Take off the board")

    expect(ben.page.get_by_role("heading", name="This board is no longer open to you")).to_be_visible(
        timeout=SOON_MS
    )
    expect(ben.page.get_by_text("Oak")).to_have_count(0)
    ben.axe()
    ben.watch.expect("422")
    assert ben.force("card.rename", card_id=board.cards["Oak"], title="Mine")["s"] == "refused"
    ben.page.get_by_role("link", name="Go to my boards").click()
    expect(ben.page.get_by_role("heading", name="My boards")).to_be_visible()


def full_board(house: House, mode: str) -> tuple[str, dict[str, str]]:
    titles = [f"Task {number}" for number in range(1, 5)]
    board = house.make_board({"To Do": ["Oak"], "Doing": titles})
    house.do("ana", "column.set_wip_limit", column_id=board.columns["Doing"], limit=4)
    house.do("ana", "board.set_wip_mode", board_id=board.id, mode=mode)
    return board.id, board.columns


def test_a_full_column_of_a_blocking_board_takes_no_more(house: House, come: Come) -> None:
    board, _ = full_board(house, "block")
    ana = come("ana")
    ana.open_board(board)
    ana.drag("Oak", "Doing", before="Task 1")
    expect(ana.toast("“Doing” holds 4 tasks, its limit. Finish or move one first.")).to_be_visible()
    ana.sees("To Do", ["Oak"])
    ana.sees("Doing", [f"Task {number}" for number in range(1, 5)])
    ana.axe()


def test_over_a_limit_that_warns_the_count_turns_red_with_a_word(house: House, come: Come) -> None:
    board, _ = full_board(house, "warn")
    ana = come("ana")
    ana.open_board(board)
    head = ana.column("Doing").locator("header")
    expect(head.get_by_text("4/4")).to_be_visible()
    ana.drag("Oak", "Doing", before="Task 1")
    expect(head.get_by_text("5/4")).to_be_visible()
    expect(head.get_by_role("img", name="Over the limit")).to_be_visible()
    ana.axe()
