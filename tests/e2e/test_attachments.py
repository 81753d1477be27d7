"""Attachments: two people and their files, a network that goes away, and who may not."""

import io
import re
import zipfile

from playwright.sync_api import Dialog, Locator, Request, expect

from tests.e2e.conftest import Come
from tests.e2e.files import Made, choose, hold, made, paste, pdf, png
from tests.e2e.house import House, NewBoard
from tests.e2e.person import Person, middle, until
from tests.e2e.wire import wired

BOTH = {"ben": "member", "dana": "visitor"}
SLOW_BYTES_A_S = 400_000
LARGE = made("film.bin", bytes(range(256)) * 8 * 1024)


def open_files(person: Person, board: NewBoard, title: str = "Oak") -> None:
    person.go(f"/b/{board.id}/c/{board.cards[title]}?tab=attachments")
    expect(person.page.get_by_role("tabpanel", name=re.compile("Attachments"))).to_be_visible()


def shows(person: Person, *names: str) -> None:
    expect(person.page.locator(".file .file__name")).to_have_text([*names])


def line(person: Person, name: str) -> Locator:
    return person.page.locator(".file").filter(has=person.page.get_by_role("link", name=name, exact=True))


def do(person: Person, name: str, entry: str) -> None:
    person.menu(person.button(f"Actions for “{name}”"), entry)


def add(person: Person, *files: Made) -> None:
    choose(person, person.button("Add files"), *files)


def carry(person: Person, name: str, onto: str) -> None:
    """With the mouse, to the place of another."""
    person.page.mouse.move(*middle(line(person, name)))
    person.page.mouse.down()
    person.page.mouse.move(*middle(line(person, onto)), steps=8)
    expect(person.page.locator(".item--carried")).to_be_visible()
    person.page.mouse.up()


def test_files_come_to_both_in_the_order_they_were_given(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_files(ana, board)
    open_files(ben, board)
    add(ana, made("long.txt", "oak " * 60_000), png(), made("list.csv", "tree,price\n"), pdf("Oak and elm"))
    shows(ben, "long.txt", "bank.png", "list.csv", "plan.pdf")
    expect(ana.toast("4 files attached to “Oak”.")).to_be_visible()
    expect(ben.page.get_by_role("tab", name="Attachments")).to_have_text("Attachments4")
    # The thumbnail follows by itself.
    expect(line(ben, "bank.png").locator("img")).to_be_visible(timeout=10_000)
    expect(line(ben, "list.csv").get_by_text("Ana Costa")).to_be_visible()
    ben.axe()


def test_files_are_shown_over_the_page(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana = come("ana")
    open_files(ana, board)
    add(ana, png(), pdf("Oak and elm"), made("notes.md", "# Trees\n"), made("odd.bin", b"\1\2\3"))
    shows(ana, "bank.png", "plan.pdf", "notes.md", "odd.bin")
    ana.page.get_by_role("link", name="bank.png").click()
    shown = ana.dialog("bank.png")
    picture = shown.get_by_role("img", name="bank.png")
    expect(picture).to_have_js_property("naturalWidth", 40)
    ana.keys("+")
    expect(shown.get_by_text("150%")).to_be_visible()
    ana.keys("ArrowRight")
    expect(ana.dialog("plan.pdf").get_by_text("Oak and elm")).to_be_visible()
    assert ana.page.evaluate("document.querySelector('.pdf__page canvas').width") > 100
    ana.keys("ArrowRight")
    expect(ana.dialog("notes.md").get_by_text("# Trees")).to_be_visible()
    ana.axe()
    ana.keys("ArrowRight")
    expect(ana.dialog("odd.bin").get_by_text("There is no preview of this file.")).to_be_visible()
    ana.keys("Escape")
    expect(ana.dialog("odd.bin")).to_have_count(0)
    # The card below has not moved on.
    expect(ana.dialog("Oak")).to_be_visible()


def test_versions_names_and_undo(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana, ben = come("ana"), come("ben")
    open_files(ana, board)
    open_files(ben, board)
    add(ana, made("plan.txt", "first"), made("list.txt", "oak"))
    shows(ben, "plan.txt", "list.txt")
    add(ben, made("plan.txt", "second"))
    expect(ben.toast("“plan.txt” was there already: this is its version 2.")).to_be_visible()
    line(ana, "plan.txt").get_by_role("button", name="Version 2").click()
    versions = ana.dialog("Versions of “plan.txt”")
    expect(versions.get_by_role("listitem").first).to_contain_text("Ben")
    choose(ana, versions.get_by_role("button", name="New version…"), made("other.txt", "third"))
    expect(versions.get_by_role("listitem")).to_have_count(3)
    versions.get_by_role("button", name="Restore version 1").click()
    expect(versions.get_by_role("listitem")).to_have_count(4)
    ana.keys("Escape")
    ben.page.get_by_role("link", name="plan.txt").click()
    expect(ben.dialog("plan.txt").get_by_text("first")).to_be_visible()
    ben.keys("Escape")
    expect(ben.dialog("plan.txt")).to_have_count(0)

    do(ana, "plan.txt", "Rename")
    ana.page.get_by_role("textbox", name="Name").fill("Autumn plan")
    ana.keys("Enter")
    shows(ben, "Autumn plan.txt", "list.txt")
    do(ben, "list.txt", "Move up")
    shows(ana, "list.txt", "Autumn plan.txt")
    carry(ana, "Autumn plan.txt", onto="list.txt")
    shows(ben, "Autumn plan.txt", "list.txt")
    with ana.page.expect_download() as fetched:
        ana.page.get_by_role("link", name="Download all").click()
    with zipfile.ZipFile(io.BytesIO(fetched.value.path().read_bytes())) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            "list.txt": b"oak",
            "Autumn plan.txt": b"first",
        }
    do(ana, "list.txt", "Remove")
    shows(ben, "Autumn plan.txt")
    ana.page.get_by_role("region", name="Notices").get_by_role("button", name="Undo").last.click()
    shows(ben, "Autumn plan.txt", "list.txt")


def slow_down(person: Person, rate: int = SLOW_BYTES_A_S) -> None:
    """Let the page send so many bytes a second; -1 for as many as it can."""
    session = person.context.new_cdp_session(person.page)
    told = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", told)


def sends(person: Person) -> list[int]:
    """From which byte on each request sent a file."""
    offsets: list[int] = []

    def note(request: Request) -> None:
        if request.method == "PATCH":
            offsets.append(int(request.headers["upload-offset"]))

    person.page.on("request", note)
    return offsets


def part_sent(person: Person) -> bool:
    value = person.page.locator("[data-upload] progress").first.get_attribute("value", timeout=5_000)
    return float(value or 0) > SLOW_BYTES_A_S


def test_an_upload_goes_on_after_a_lost_connection(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ben = come("ben")
    open_files(ben, board)
    with wired(house) as (far_house, wire):
        ana = come("ana", house=far_house)
        ana.watch.expect(r"ERR_|WebSocket connection to .* failed")
        open_files(ana, board)
        offsets = sends(ana)
        slow_down(ana)
        add(ana, LARGE)
        until(lambda: part_sent(ana), page=ana.page, within_ms=15_000)
        wire.cut()
        expect(ana.page.get_by_text("No connection. It goes on by itself.")).to_be_visible()
        # The sheet may be closed, and the line on the board tells.
        ana.keys("Escape")
        uploads = ana.page.get_by_role("region", name="Uploads")
        expect(uploads.get_by_text("Uploading 1 of 1")).to_be_visible()
        wire.mend()
        slow_down(ana, -1)
        expect(line(ben, "film.bin")).to_contain_text("2 MB", timeout=20_000)
        expect(uploads).to_have_count(0)
    assert offsets[0] == 0
    assert offsets[-1] > 0, offsets


def test_an_upload_goes_on_after_a_reload_and_may_be_cancelled(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana = come("ana")
    warned: list[str] = []

    def leave(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    ana.page.on("dialog", leave)
    open_files(ana, board)
    offsets = sends(ana)
    slow_down(ana)
    add(ana, LARGE, made("never.bin", bytes(900_000)))
    until(lambda: part_sent(ana), page=ana.page, within_ms=15_000)
    ana.press("Cancel the upload of “never.bin”")
    ana.page.reload()
    assert warned == ["beforeunload"]
    slow_down(ana, -1)
    # The server lets go of the request that broke off only after a while.
    expect(line(ana, "film.bin")).to_be_visible(timeout=20_000)
    shows(ana, "film.bin")
    expect(ana.page.locator("[data-upload]")).to_have_count(0)
    assert offsets[-1] > 0, offsets


def test_files_are_dropped_on_cards_and_pasted_into_chats(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak", "Elm"]}, team=BOTH)
    house.do("ana", "card.move", card_ids=[board.cards["Elm"]], column_id=board.columns["Completed"])
    ana, ben = come("ana"), come("ben")
    ana.open_board(board.id)
    ben.open_board(board.id)
    expect(ana.page.locator("[data-card]")).to_have_count(2)
    until(lambda: dropped_mark(ana, "Oak"), page=ana.page)
    data = hold(ana, ana.card("Oak"), made("plan.txt", "oak"), png())
    ana.card("Oak").dispatch_event("drop", {"dataTransfer": data})
    expect(ben.card("Oak").locator(".card__fact").filter(has_text="2")).to_be_visible()
    # What is completed takes nothing.
    hold(ana, ana.card("Elm"), made("plan.txt", "elm"))
    expect(ana.page.locator(".file-drop")).to_have_count(0)

    ana.go(f"/b/{board.id}/c/{board.cards['Oak']}?tab=chat")
    field = ana.page.get_by_role("textbox", name="Message")
    paste(ana, field, png("image.png", 80, 60))
    expect(field).to_have_value(re.compile(r"^!\[Pasted picture .*\]\(attachment:.*\) $"))
    ana.keys("Enter")
    ben.go(f"/b/{board.id}/c/{board.cards['Oak']}?tab=chat")
    expect(ben.page.get_by_role("img", name=re.compile("Pasted picture"))).to_have_js_property(
        "naturalWidth", 80
    )
    expect(ben.page.get_by_role("tab", name="Attachments")).to_contain_text("Attachments3")


def dropped_mark(person: Person, title: str) -> bool:
    """Whether the board takes files already."""
    hold(person, person.card(title), made("plan.txt", "oak"))
    return person.page.locator(".file-drop").is_visible()


def test_visitors_get_files_and_the_link_only_where_it_opens_them(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Oak"]}, team=BOTH)
    ana = come("ana")
    open_files(ana, board)
    add(ana, made("plan.txt", "oak"))
    shows(ana, "plan.txt")
    ana.go(f"/b/{board.id}?panel=attachments")
    add(ana, made("rules.txt", "be kind"))
    shows(ana, "rules.txt")

    dana = come("dana")
    open_files(dana, board)
    shows(dana, "plan.txt")
    expect(dana.button("Add files")).to_have_count(0)
    dana.button("Actions for “plan.txt”").click()
    expect(dana.page.get_by_role("menuitem")).to_have_text(["Show", "Download", "Copy address", "Versions"])

    link = "a" * 43
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="link", link_token=link)
    stranger = come()
    stranger.watch.expect("40[134]")
    stranger.go(f"/b/{board.id}/c/{board.cards['Oak']}?tab=attachments&link={link}")
    expect(stranger.page.get_by_role("tab", name="Details")).to_be_visible()
    expect(stranger.page.get_by_role("tab", name="Attachments")).to_have_count(0)
    house.do("ana", "board.set_link_options", board_id=board.id, chat=False, files=True)
    expect(stranger.page.get_by_role("tab", name="Attachments")).to_be_visible()
    shows(stranger, "plan.txt")
    stranger.page.get_by_role("link", name="plan.txt").click()
    expect(stranger.dialog("plan.txt").get_by_text("oak")).to_be_visible()
