"""A card's details: written as they will look, by two at once, and found again as they were."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House
from tests.e2e.texts import (
    begin,
    caret_behind,
    done,
    open_details,
    reading,
    save,
    stored,
    write_over,
    writing,
)

BOTH = {"ben": "member"}


def test_two_people_write_one_text_at_once_and_nothing_is_lost(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_details(ana, board, "Oak")
    save(ana, "# Plan\n\nFirst line\n\n- a\n- b\n\nLast line")
    open_details(ben, board, "Oak")
    begin(ana)
    begin(ben)
    caret_behind(ana, "First line")
    caret_behind(ben, "Last line")
    words = " where the old one stood, near the gate and not too deep"
    for letter in words:
        ana.page.keyboard.insert_text(letter)
        ben.page.keyboard.insert_text(letter.upper())
    for person in (ana, ben):
        expect(writing(person)).to_contain_text(f"First line{words}", timeout=20_000)
        expect(writing(person)).to_contain_text(f"Last line{words.upper()}", timeout=20_000)
    # Both carets are where they were: what is typed now stands behind what was typed.
    ana.page.keyboard.insert_text("!")
    ben.page.keyboard.insert_text("?")
    both = f"# Plan\n\nFirst line{words}!\n\n- a\n- b\n\nLast line{words.upper()}?"
    for person in (ana, ben):
        done(person)
        expect(reading(person)).to_contain_text(f"{words}!", timeout=20_000)
        expect(reading(person)).to_contain_text(f"{words.upper()}?", timeout=20_000)
    assert stored(ana, board.cards["Oak"])[0] == both


def test_the_same_words_changed_by_two_are_both_shown(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_details(ana, board, "Oak")
    save(ana, "Plant it in spring")
    open_details(ben, board, "Oak")
    begin(ben)
    write_over(ben, "Plant it in autumn")
    save(ana, "Plant it in winter")
    conflict = ben.page.get_by_role("alert").filter(has_text="Neither text is lost")
    expect(conflict.get_by_text("Plant it in autumn")).to_be_visible()
    expect(conflict.get_by_text("Plant it in winter")).to_be_visible()
    ben.axe()
    ben.press("Join them by hand…")
    ben.page.get_by_role("textbox", name="The text that shall hold").fill("Plant it in autumn or winter")
    ben.press("Save this text")
    expect(reading(ana)).to_have_text("Plant it in autumn or winter")


def test_a_text_is_formatted_by_keys_and_comes_back_as_markdown(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team=BOTH)
    ana = come("ana")
    open_details(ana, board, "Oak")
    reading(ana).press("Enter")
    expect(writing(ana)).to_be_focused()
    for line in ("# Plan", "- one"):
        ana.page.keyboard.type(line)
        ana.keys("Enter")
    ana.keys("Tab")
    ana.page.keyboard.type("inside")
    ana.keys("Enter", "Shift+Tab")
    ana.page.keyboard.type("[ ] dig **deep**")
    ana.keys("Enter", "Enter")
    ana.page.keyboard.type("Ask @okaf")
    expect(ana.page.get_by_role("option", name="Ben Okafor")).to_be_visible()
    ana.axe()
    ana.keys("Enter")
    ana.page.keyboard.type("at ")
    ana.paste(f"{house.site}/b/{board.id}/c/{board.cards['Elm']}")
    expect(writing(ana).get_by_role("link", name="Elm")).to_be_visible()
    ana.keys("Escape")
    expect(ana.dialog("Oak")).to_be_visible()
    expect(reading(ana)).to_be_focused()
    ana.page.get_by_role("checkbox", name="dig deep").check()
    expect(ana.page.get_by_text("Saving…")).to_have_count(0)
    expect(reading(ana).get_by_role("link", name="Elm")).to_be_visible()
    ana.axe()
    elm = f"{house.site}/b/{board.id}/c/{board.cards['Elm']}"
    ben = f"@[Ben Okafor](person:{house.person_id('ben')})"
    text = f"# Plan\n\n- one\n  - inside\n- [x] dig **deep**\n\nAsk {ben} at [Elm]({elm})"
    assert stored(ana, board.cards["Oak"])[0] == text


def test_what_nobody_changed_is_not_saved_and_one_change_is_one_change(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    card = board.cards["Oak"]
    text = "Title\n=====\n\n* one\n* two _with_ emphasis\n\n<b>html</b> line"
    house.do("ana", "card.set_details", card_id=card, text=text, base_version=0)
    ana = come("ana")
    open_details(ana, board, "Oak")
    begin(ana)
    writing(ana).get_by_text("one", exact=True).click()
    ana.keys("ArrowDown", "Home")
    done(ana)
    assert stored(ana, card) == [text]
    begin(ana)
    caret_behind(ana, "Title")
    ana.page.keyboard.type(" of all")
    done(ana)
    assert stored(ana, card)[0] == text.replace("Title\n=====", "# Title of all")


def test_what_the_editor_cannot_show_is_written_as_markdown(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    text = "- a\n\n  [id]: /nowhere\n\n[](/empty)"
    house.do("ana", "card.set_details", card_id=board.cards["Oak"], text=text, base_version=0)
    ana = come("ana")
    open_details(ana, board, "Oak")
    begin(ana)
    expect(writing(ana)).to_have_value(text)
    expect(ana.page.get_by_text("This text holds what the editor cannot show")).to_be_visible()
    ana.keys("Control+End")
    ana.page.keyboard.type("!")
    done(ana)
    assert stored(ana, board.cards["Oak"])[0] == f"{text}!"


def test_pasted_pages_become_text_without_their_scripts(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    ana = come("ana")
    open_details(ana, board, "Oak")
    begin(ana)
    # The page is read in a document that runs nothing, and the policy says what it refused there.
    ana.watch.expect("Executing inline event handler|script-src-attr refused")
    ana.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ana.page.evaluate(
        """async (html) => navigator.clipboard.write([new ClipboardItem({
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob(['plain'], { type: 'text/plain' }) })])""",
        "<h2 onclick='alert(1)'>Head</h2>"
        "<ul><li>a <a href='javascript:alert(1)'>bad</a></li><li><b>b</b></li></ul>"
        "<script>alert(1)</script><table><tr><th>A</th></tr><tr><td>1</td></tr></table>",
    )
    ana.keys("ControlOrMeta+v")
    expect(writing(ana).get_by_text("Head")).to_be_visible()
    done(ana)
    assert stored(ana, board.cards["Oak"])[0] == "## Head\n\n- a bad\n- **b**\n\n| A |\n| --- |\n| 1 |"


def test_an_older_description_is_found_and_put_back(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    card = board.cards["Oak"]
    for version, (who, text) in enumerate((("ana", "Plant one oak"), ("ben", "Plant two oaks"))):
        house.do(who, "card.set_details", card_id=card, text=text, base_version=version)
    ana = come("ana")
    open_details(ana, board, "Oak")
    ana.press("History of the description")
    history = ana.dialog("History of the description")
    expect(history.locator("del")).to_have_text(["one", "oak"])
    expect(history.locator("ins")).to_have_text(["two", "oaks"])
    ana.axe()
    history.get_by_role("button", name="Ana Costa").click()
    expect(history.get_by_text("The first text")).to_be_visible()
    history.get_by_role("button", name="Restore").click()
    expect(reading(ana)).to_have_text("Plant one oak")
    ana.page.get_by_role("region", name="Notices").get_by_role("button", name="Undo").click()
    expect(reading(ana)).to_have_text("Plant two oaks")


def test_frozen_details_are_read_only(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    house.do("ana", "card.set_details", card_id=board.cards["Oak"], text="- [ ] dig", base_version=0)
    ana = come("ana")
    ana.open_board(board.id)
    ana.card_menu("Oak", "Complete")
    ana.sees("Completed", ["Oak"])
    ana.link_of("Oak").click()
    expect(ana.page.get_by_role("checkbox", name="dig")).to_be_disabled()
    expect(ana.button("Write details")).to_have_count(0)
    ana.page.get_by_text("dig", exact=True).click()
    expect(writing(ana)).to_have_count(0)


def test_a_phone_writes_too(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    ana = come("ana", **PHONE)
    open_details(ana, board, "Oak")
    begin(ana)
    ana.page.keyboard.type("one")
    ana.press("List")
    expect(writing(ana).get_by_role("listitem")).to_have_text("one")
    assert ana.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ana.axe()
    done(ana)
    expect(reading(ana).get_by_role("listitem")).to_have_text("one")
