"""Tags: made in the settings and while tagging, seen by everybody, merged, deleted, undone."""

from playwright.sync_api import expect

from tests.e2e.conftest import Come
from tests.e2e.house import House
from tests.e2e.person import Person


def tags_on(person: Person, title: str, *tags: str) -> None:
    expect(person.card(title).locator(".card-tags__one")).to_have_text(list(tags))


def test_tags_live_from_making_to_deleting(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team={"ben": "member"})
    ana, ben = come("ana"), come("ben")
    ben.open_board(board.id)
    ana.open_board(board.id)
    tab = ana.settings("Tags")
    for name in ("Design", "Printing"):
        tab.get_by_label("Name of the new tag").fill(name)
        ana.keys("Enter")
    tab.get_by_label("Name of the new tag").fill(" design ")
    expect(tab.get_by_text("There is a tag called “Design” already.")).to_be_visible()
    ana.axe()
    ana.keys("Escape")

    ana.link_of("Oak").click()
    ana.dialog().get_by_role("button", name="No tags").click()
    field = ana.page.get_by_role("combobox", name="Tags")
    field.fill("prin")
    ana.keys("Enter")
    tags_on(ben, "Oak", "Printing")
    field.fill("Paper")
    ana.page.get_by_role("option", name="Create the tag “Paper”").click()
    tags_on(ben, "Oak", "Paper", "Printing")
    ana.keys("Escape")
    expect(field).to_have_count(0)
    ana.keys("Escape")
    expect(ana.dialog()).to_have_count(0)

    tab = ana.settings("Tags")
    ana.menu(tab.get_by_role("button", name="Actions for “Paper”"), "Merge into…")
    ana.choose("Into", "Printing")
    ana.press("Merge")
    tags_on(ben, "Oak", "Printing")
    ana.menu(tab.get_by_role("button", name="Actions for “Printing”"), "Delete tag…")
    expect(ana.page.get_by_text("1 task loses it. You can undo this.")).to_be_visible()
    ana.press("Delete tag")
    tags_on(ben, "Oak")
    ana.toast("The tag “Printing” is deleted.").wait_for()
    ana.page.get_by_role("region", name="Notices").get_by_role("button", name="Undo").last.click()
    tags_on(ben, "Oak", "Printing")
    expect(tab.get_by_text("1 task", exact=True)).to_be_visible()


def test_who_may_not_arrange_picks_and_does_not_make(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"ben": "member"})
    house.do(
        "ana", "tag.create", tag_id=board.columns["Completed"], board_id=board.id, name="Design", hue="teal"
    )
    ben = come("ben")
    ben.open_board(board.id)
    ben.link_of("Oak").click()
    ben.dialog().get_by_role("button", name="No tags").click()
    ben.page.get_by_role("combobox", name="Tags").fill("Paper")
    expect(ben.page.get_by_text("Board admins make tags in the board’s settings.")).to_be_visible()
    expect(ben.page.get_by_role("option")).to_have_count(0)


def test_a_board_without_tags_shows_none(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    tag = board.columns["Completed"]
    house.do("ana", "tag.create", tag_id=tag, board_id=board.id, name="Design", hue="teal")
    house.do("ana", "card.add_tag", card_ids=[board.cards["Oak"]], tag_id=tag)
    ana = come("ana")
    ana.open_board(board.id)
    tags_on(ana, "Oak", "Design")
    house.do("ana", "board.set_use_tags", board_id=board.id, on=False)
    tags_on(ana, "Oak")
    ana.link_of("Oak").click()
    expect(ana.dialog().get_by_text("Tags", exact=True)).to_have_count(0)
