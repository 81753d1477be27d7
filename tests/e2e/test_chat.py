"""Two people talk: on a card and on its board, at once, with everything a message can be and become."""

import re

from playwright.sync_api import Locator, expect

from tafla.core.ids import new_id
from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person

BOTH = {"ben": "member"}
SOON_MS = 1_500


def open_chat(person: Person, board: NewBoard, card: str | None = None) -> Locator:
    """The chat of a card, or of the board; the field to write in."""
    where = f"/c/{board.cards[card]}?tab=chat" if card else "?panel=chat"
    person.go(f"/b/{board.id}{where}")
    field = person.page.get_by_role("textbox", name="Message")
    expect(field).to_be_visible()
    return field


def say(person: Person, text: str) -> None:
    person.page.get_by_role("textbox", name="Message").press_sequentially(text)
    person.keys("Enter")


def message(person: Person, text: str) -> Locator:
    return person.page.locator("[data-message]").filter(has_text=text)


def act(person: Person, text: str, *names: str) -> None:
    """Point at a message and press what appears."""
    message(person, text).hover()
    acts = message(person, text).get_by_role("toolbar")
    acts.get_by_role("button", name=names[0], exact=True).click()
    for name in names[1:]:
        person.page.get_by_role("menuitem", name=name).or_(
            person.page.get_by_role("option", name=name)
        ).click()


def test_two_people_talk_on_a_card(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_chat(ana, board, "Oak")
    written = open_chat(ben, board, "Oak")
    expect(ana.page.get_by_text("Nothing said yet")).to_be_visible()
    ana.axe()

    say(ana, "Shall we **plant** it?")
    expect(message(ben, "Shall we plant it?").locator("strong")).to_have_text("plant", timeout=SOON_MS)
    act(ben, "Shall we plant it?", "React", "Thumbs up")
    thumb = message(ana, "Shall we plant it?").get_by_role("button", name="👍 1, Ben Okafor")
    expect(thumb).to_have_text("👍1")
    thumb.click()
    expect(message(ben, "Shall we plant it?").get_by_role("button", name=re.compile("👍"))).to_have_text(
        "👍2"
    )

    act(ben, "Shall we plant it?", "Reply")
    expect(written).to_be_focused()
    expect(message(ben, "Shall we plant it?")).to_be_in_viewport(ratio=1)
    say(ben, "Yes, on Monday")
    quote = message(ana, "Yes, on Monday").get_by_role(
        "button", name=re.compile("Ana Costa Shall we plant it")
    )
    expect(quote).to_be_visible()
    ana.axe()

    act(ben, "Yes, on Monday", "More", "Edit")
    edited = ben.page.get_by_role("textbox", name="Edit message")
    expect(edited).to_have_value("Yes, on Monday")
    edited.fill("Yes, on Tuesday")
    ben.keys("Enter")
    expect(message(ana, "Yes, on Tuesday").get_by_text("edited")).to_be_visible()

    act(ben, "Yes, on Tuesday", "More", "Delete…")
    ben.press("Delete message")
    expect(ana.page.get_by_text("Message deleted")).to_be_visible()
    expect(ana.page.get_by_text("on Tuesday")).to_have_count(0)
    expect(ana.page.get_by_role("tab", name="Chat")).to_contain_text("1")
    ana.keys("Escape")
    expect(ana.card("Oak").get_by_role("img", name="Messages")).to_be_visible()


def test_one_sees_the_other_write_and_mention(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_chat(ana, board)
    field = open_chat(ben, board)
    field.press_sequentially("Look @an")
    expect(ana.page.get_by_text("Ben Okafor is typing…")).to_be_visible(timeout=SOON_MS)
    expect(ben.page.get_by_role("option", name="Ana Costa")).to_be_visible()
    ben.axe()
    ben.keys("Enter")
    expect(field).to_have_value("Look @Ana Costa ")
    ben.keys("Enter")
    expect(message(ana, "Look").locator(".mention--me")).to_have_text("@Ana Costa")
    expect(ana.page.get_by_text("is typing…")).to_have_count(0)
    expect(ana.said().filter(has_text="Ben Okafor: Look @Ana Costa")).to_have_count(1)


def test_what_is_being_written_survives_a_reload_and_a_refusal(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    field = open_chat(ben, board, "Oak")
    field.fill("Half a sent")
    ben.page.reload()
    expect(field).to_have_value("Half a sent")
    field.press_sequentially("ence")

    ben.offline()
    ben.keys("Enter")
    expect(message(ben, "Half a sentence")).to_be_visible()
    house.do("ana", "card.delete", card_ids=[board.cards["Oak"]])
    ben.online()
    expect(ben.toast("This task is deleted.")).to_be_visible(timeout=15_000)
    house.do("ana", "card.restore", card_ids=[board.cards["Oak"]])
    expect(field).to_have_value("Half a sentence")
    expect(message(ben, "Half a sentence")).to_have_count(0)
    assert ana.key == "ana"


def test_new_messages_are_marked_and_old_ones_read_back(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    post = {"board_id": board.id}
    for at in range(70):
        house.do("ben", "chat.post", message_id=new_id(), text=f"Number {at}.", **post)
    ana = come("ana")
    open_chat(ana, board)
    expect(message(ana, "Number 69.")).to_be_in_viewport()
    expect(ana.page.get_by_text(re.compile("New since"))).to_have_count(0)
    log = ana.page.get_by_role("log")
    log.evaluate("box => { box.scrollTop = 0 }")
    expect(message(ana, "Number 0.")).to_have_count(1)
    expect(message(ana, "Number 20.")).to_be_in_viewport()

    house.do("ben", "chat.post", message_id=new_id(), text="While you read", **post)
    ana.press("New messages")
    expect(message(ana, "While you read")).to_be_in_viewport()
    ana.page.wait_for_timeout(1_500)
    ana.go("/")
    house.do("ben", "chat.post", message_id=new_id(), text="While you were away", **post)
    open_chat(ana, board)
    expect(ana.page.get_by_text(re.compile("New since"))).to_be_visible()
    ana.axe()


def test_who_may_not_read_chat_is_shown_none(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team={"dana": "visitor"})
    house.do("ana", "chat.post", message_id=new_id(), card_id=board.cards["Oak"], text="Among us")
    dana = come("dana")
    dana.go(f"/b/{board.id}/c/{board.cards['Oak']}?tab=chat")
    expect(dana.page.get_by_role("tab", name="Details")).to_be_visible()
    expect(dana.page.get_by_role("tab", name="Chat")).to_have_count(0)
    expect(dana.page.get_by_text("Among us")).to_have_count(0)
    house.do("ana", "board.set_visitors_chat", board_id=board.id, on=True)
    dana.page.get_by_role("tab", name="Chat").click()
    expect(dana.page.get_by_text("Among us")).to_be_visible()
    expect(dana.page.get_by_role("textbox", name="Message")).to_have_count(0)
    expect(dana.page.get_by_text("You can read this chat.")).to_be_visible()
    dana.axe()


def test_the_boards_link_shows_chat_where_it_is_to(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]})
    house.do("ana", "chat.post", message_id=new_id(), card_id=board.cards["Oak"], text="For all to read")
    word = "a-link-for-everybody-0123"
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="link", link_token=word)
    stranger = come()
    stranger.go(f"/b/{board.id}/c/{board.cards['Oak']}?link={word}&tab=chat")
    expect(stranger.page.get_by_role("tab", name="Details")).to_be_visible()
    expect(stranger.page.get_by_role("tab", name="Chat")).to_have_count(0)
    house.do("ana", "board.set_link_options", board_id=board.id, chat=True, files=False)
    stranger.page.get_by_role("tab", name="Chat").click()
    expect(message(stranger, "For all to read")).to_be_visible()
    expect(stranger.page.get_by_text("Ana Costa")).to_have_count(0)
    expect(stranger.page.get_by_role("textbox", name="Message")).to_have_count(0)


def test_on_a_phone_the_button_sends(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana = come("ana", **PHONE)
    field = open_chat(ana, board, "Oak")
    field.tap()
    field.press_sequentially("One")
    ana.keys("Enter")
    field.press_sequentially("two")
    expect(field).to_have_value("One\ntwo")
    ana.press("Send")
    expect(message(ana, "One")).to_be_visible()
    expect(field).to_have_value("")
    ana.axe()
