"""Many cards at once: selected by mouse, keys and finger, changed, dragged, cut, pasted, sorted, undone."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, middle
from tests.e2e.touch import Finger


def trees(house: House, **more: list[str]) -> NewBoard:
    columns = {"To Do": ["Oak", "Elm", "Ash", "Yew"], "Doing": ["Fig", "Box"]}
    return house.make_board({**columns, **more}, team={"ben": "member"})


def choose(person: Person, *titles: str) -> None:
    for title in titles:
        person.link_of(title).click(modifiers=["ControlOrMeta"])


def has_chosen(person: Person, *titles: str) -> None:
    expect(person.page.locator(".card--selected .card__title")).to_have_text(list(titles))


def test_what_is_set_on_several_is_one_step_of_undo_for_both(house: House, come: Come) -> None:
    board = trees(house)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    choose(ana, "Elm")
    ana.link_of("Box").click(modifiers=["Shift"])
    has_chosen(ana, "Elm", "Ash", "Yew", "Fig", "Box")
    bar = ana.page.get_by_role("toolbar", name="Selected tasks")
    expect(bar).to_contain_text("5 selected")
    ana.axe()
    ana.menu(bar.get_by_role("button", name="Status"), "Blocked")
    expect(ben.page.get_by_text("Blocked", exact=True)).to_have_count(5)
    ana.toast("5 tasks are changed.").wait_for()
    ana.keys("Escape")
    has_chosen(ana)
    ana.keys("ControlOrMeta+z")
    expect(ben.page.get_by_text("Blocked", exact=True)).to_have_count(0)


def test_selected_cards_are_dragged_together_and_come_back_together(house: House, come: Come) -> None:
    board = trees(house)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    choose(ana, "Yew", "Oak", "Box")
    ana.lift("Oak", "Doing", before="Fig")
    expect(ana.page.locator(".drag-ghost__count")).to_have_text("3")
    ana.page.mouse.up()
    for one in (ana, ben):
        one.sees("Doing", ["Oak", "Yew", "Box", "Fig"])
        one.sees("To Do", ["Elm", "Ash"])
    ana.keys("ControlOrMeta+z")
    for one in (ana, ben):
        one.sees("To Do", ["Oak", "Elm", "Ash", "Yew"])
        one.sees("Doing", ["Fig", "Box"])


def test_keys_select_carry_and_let_go(house: House, come: Come) -> None:
    board = trees(house)
    ana = come("ana")
    ana.open_board(board.id)
    ana.link_of("Oak").focus()
    ana.keys("x", "Shift+ArrowDown", "Shift+ArrowDown")
    has_chosen(ana, "Oak", "Elm", "Ash")
    ana.keys("Space")
    expect(ana.said().filter(has_text="Picked up 3 tasks.")).to_be_attached()
    ana.keys("ArrowRight", "Space")
    ana.sees("Doing", ["Fig", "Box", "Oak", "Elm", "Ash"])
    ana.keys("Escape")
    has_chosen(ana)
    ana.link_of("Fig").focus()
    ana.keys("ControlOrMeta+a")
    has_chosen(ana, "Fig", "Box", "Oak", "Elm", "Ash")
    ana.keys("Delete")
    ana.sees("Doing", [])


def test_cut_cards_are_pasted_on_another_board_with_all_they_hold(house: House, come: Come) -> None:
    here, there = trees(house), house.make_board({"Inbox": ["Larch"]}, name="Plan elsewhere")
    house.do("ana", "card.set_details", card_id=here.cards["Elm"], text="**words**", base_version=0)
    ana = come("ana")
    ana.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ana.open_board(here.id)
    choose(ana, "Oak", "Elm")
    ana.keys("ControlOrMeta+x")
    expect(ana.page.locator(".card--cut .card__title")).to_have_text(["Oak", "Elm"])
    assert ana.page.evaluate("() => navigator.clipboard.readText()") == "Oak\nElm"
    ana.open_board(there.id)
    ana.link_of("Larch").focus()
    ana.keys("ControlOrMeta+v")
    ana.sees("Inbox", ["Larch", "Oak", "Elm"])
    ana.toast("2 tasks are pasted.").wait_for()
    assert house.titles("ana", here, "To Do") == ["Ash", "Yew"]
    ana.link_of("Elm").click()
    expect(ana.dialog().get_by_text("words")).to_be_visible()
    ana.keys("Escape")
    ana.keys("ControlOrMeta+z")
    ana.sees("Inbox", ["Larch"])
    assert house.titles("ana", here, "To Do") == ["Oak", "Elm", "Ash", "Yew"]


def test_the_bar_moves_cards_to_a_board_far_away(house: House, come: Come) -> None:
    here, there = trees(house), house.make_board({"Inbox": ["Larch"]}, name="Plan far away")
    house.do("ana", "tag.create", tag_id=here.columns["Completed"], board_id=here.id, name="Wood", hue="teal")
    wooden = [here.cards["Oak"], here.cards["Fig"]]
    house.do("ana", "card.add_tag", card_ids=wooden, tag_id=here.columns["Completed"])
    ana, ben = come("ana"), come("ben")
    ana.open_board(here.id)
    ben.open_board(here.id)
    choose(ana, "Oak", "Fig")
    ana.page.get_by_role("toolbar").get_by_role("button", name="Move to…").click()
    dialog = ana.dialog("Move to…")
    dialog.get_by_role("button", name="Board").click()
    ana.page.get_by_role("option", name="Plan far away").click()
    expect(dialog.get_by_role("button", name="Column")).to_contain_text("Inbox")
    dialog.get_by_role("button", name="Move", exact=True).click()
    ben.sees("To Do", ["Elm", "Ash", "Yew"])
    ben.sees("Doing", ["Box"])
    ana.open_board(there.id)
    ana.sees("Inbox", ["Oak", "Fig", "Larch"])
    expect(ana.page.locator(".card-tags__one")).to_have_text(["Wood", "Wood"])


def test_copies_are_pasted_as_often_as_one_likes_and_duplicates_stand_beside(
    house: House, come: Come
) -> None:
    board = trees(house)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.link_of("Fig").click(button="right")
    ana.page.get_by_role("menuitem", name="Copy", exact=True).click()
    for count in (1, 2):
        ana.column_menu("To Do", "Paste 1 task")
        ben.sees("To Do", ["Oak", "Elm", "Ash", "Yew", *["Fig"] * count])
    ana.card_menu("Oak", "Duplicate")
    ben.sees("To Do", ["Oak", "Oak", "Elm", "Ash", "Yew", "Fig", "Fig"])
    ana.keys("ControlOrMeta+z")
    ben.sees("To Do", ["Oak", "Elm", "Ash", "Yew", "Fig", "Fig"])


def test_a_column_is_sorted_for_everybody_and_put_back(house: House, come: Come) -> None:
    board = trees(house)
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    ana.column_menu("To Do", "Sort tasks…")
    dialog = ana.dialog("Sort “To Do”")
    dialog.get_by_text("Title", exact=True).click()
    ana.axe()
    dialog.get_by_role("button", name="Sort", exact=True).click()
    for one in (ana, ben):
        one.sees("To Do", ["Ash", "Elm", "Oak", "Yew"])
    ana.toast("“To Do” is sorted.").wait_for()
    ana.keys("ControlOrMeta+z")
    for one in (ana, ben):
        one.sees("To Do", ["Oak", "Elm", "Ash", "Yew"])


def test_a_whole_column_is_changed_and_moved(house: House, come: Come) -> None:
    board = trees(house)
    ana = come("ana")
    ana.open_board(board.id)
    ana.column_menu("To Do", "Set details of all tasks…")
    expect(ana.page.get_by_role("toolbar").get_by_role("button", name="Status")).to_be_focused()
    ana.menu(ana.page.get_by_role("toolbar").get_by_role("button", name="Priority"), "Critical")
    expect(ana.column("To Do").get_by_text("Critical")).to_have_count(4)
    ana.column_menu("To Do", "Move all tasks to…")
    ana.dialog("Move to…").get_by_role("button", name="Column").click()
    ana.page.get_by_role("option", name="Doing").click()
    ana.dialog("Move to…").get_by_role("button", name="Move", exact=True).click()
    ana.sees("Doing", ["Oak", "Elm", "Ash", "Yew", "Fig", "Box"])
    ana.toast("4 tasks are moved.").wait_for()


def test_a_finger_selects_by_tapping(house: House, come: Come) -> None:
    board = trees(house)
    ana = come("ana", **PHONE)
    ana.open_board(board.id)
    Finger(ana.page).hold(ana.card("Elm"))
    ana.page.get_by_role("menuitem", name="Select").tap()
    ana.link_of("Ash").tap()
    ana.link_of("Oak").tap()
    has_chosen(ana, "Oak", "Elm", "Ash")
    expect(ana.dialog()).to_have_count(0)
    ana.axe()
    ana.page.get_by_role("button", name="Clear the selection").tap()
    ana.link_of("Ash").tap()
    expect(ana.dialog()).to_be_visible()


def test_who_only_visits_copies_and_changes_nothing(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team={"ben": "visitor"})
    ben = come("ben")
    ben.open_board(board.id)
    choose(ben, "Oak", "Elm")
    bar = ben.page.get_by_role("toolbar", name="Selected tasks")
    expect(bar).to_contain_text("2 selected")
    names = bar.get_by_role("button").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    assert names == ["Copy", "Clear the selection"]


def test_clicking_beside_lets_go(house: House, come: Come) -> None:
    board = trees(house)
    ana = come("ana")
    ana.open_board(board.id)
    choose(ana, "Oak")
    x, y = middle(ana.column("Doing"))
    ana.page.mouse.click(x, y + 400)
    has_chosen(ana)
