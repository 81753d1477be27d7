"""The views over all boards: live for whom they are about, and good for acting in without opening a board."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PHONE, Come
from tests.e2e.house import House, NewBoard
from tests.e2e.person import STEPS, Person, box_of, middle, until
from tests.e2e.touch import Finger

# The server tells once a second at most what has moved, and a page asks once a second at most.
SOON_MS = 5_000
OVER = re.compile("view-bucket--over")
SET_ZONE = """async (time_zone) => {
  const token = document.cookie.match(/csrftoken=([^;]*)/)?.[1] ?? '';
  const headers = { 'X-CSRFToken': token, 'Content-Type': 'application/json' };
  const answer = await fetch('/api/v1/me', { method: 'PATCH', headers, body: JSON.stringify({ time_zone }) });
  return answer.status;
}"""


def part(page: Page, bucket: str) -> Locator:
    return page.locator(f"section[data-part='{bucket}']")


def row(page: Page, title: str, bucket: str | None = None) -> Locator:
    inside = part(page, bucket) if bucket else page
    return inside.locator("[data-row]").filter(has=page.get_by_text(title, exact=True))


def link(page: Page, title: str) -> Locator:
    return row(page, title).get_by_role("link")


def set_due(house: House, board: NewBoard, title: str, at: datetime) -> None:
    """Due at that minute, which is told in the zone of `at`."""
    house.do(
        "ana",
        "card.set_due",
        card_ids=[board.cards[title]],
        due_on=at.date().isoformat(),
        due_time=at.strftime("%H:%M"),
        due_zone=str(at.tzinfo),
    )


def visit(person: Person, view: str) -> Page:
    person.go(f"/views/{view}")
    expect(person.page.locator(".view-list").or_(person.page.locator(".empty"))).to_be_visible()
    return person.page


def fold_others(page: Page, *kept: str) -> None:
    """Leave open only these buckets, so that both ends of a drag are on the screen."""
    for each in page.locator("section[data-part]").all():
        button = each.get_by_role("heading").get_by_role("button")
        if each.get_attribute("data-part") not in kept and button.get_attribute("aria-expanded") == "true":
            button.click()
            expect(button).to_have_attribute("aria-expanded", "false")


def test_what_others_give_me_comes_by_itself_and_goes_where_i_put_it(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Alder", "Beech"]}, team={"ben": "member"}, name="Plan of trees")
    me = house.person_id("ana")
    ana = come("ana")
    page = visit(ana, "assigned")
    expect(row(page, "Alder")).to_have_count(0)

    house.do("ben", "card.assign", card_ids=[board.cards["Alder"]], person_id=me)
    expect(row(page, "Alder", "none")).to_be_visible(timeout=SOON_MS)
    expect(row(page, "Alder")).to_contain_text("Plan of trees")
    ana.axe()

    fold_others(page, "today", "none")
    row(page, "Alder").scroll_into_view_if_needed()
    page.mouse.move(*middle(link(page, "Alder").locator(".view-row__title")))
    page.mouse.down()
    page.mouse.move(*middle(part(page, "today").get_by_role("heading")), steps=STEPS)
    expect(part(page, "today")).to_have_class(OVER)
    expect(page.locator(".drag-ghost")).to_be_visible()
    page.mouse.up()
    expect(row(page, "Alder", "today")).to_contain_text("Due today")
    expect(page.locator(".drag-ghost")).to_have_count(0)
    day = datetime.now(ZoneInfo("UTC")).date().isoformat()
    until(lambda: card_of(house, board, "Alder")["due_on"] == day, page=page)
    page.reload()
    expect(row(page, "Alder", "today")).to_be_visible()

    # By keys back to no date, and off it.
    link(page, "Alder").focus()
    ana.keys("Space", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    expect(row(page, "Alder", "none")).to_be_visible()
    expect(link(page, "Alder")).to_be_focused()
    ana.keys("a")
    expect(row(page, "Alder")).to_have_count(0)


def card_of(house: House, board: NewBoard, title: str) -> dict[str, object]:
    return next(card for card in house.whole("ana", board.id)["cards"] if card["title"] == title)


def test_a_task_is_completed_changed_and_opened_in_place(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Cedar", "Doum", "Ebony"]}, team={"ben": "member"})
    house.do("ana", "card.move", card_ids=[board.cards["Ebony"]], column_id=board.columns["Completed"])
    for title in ("Cedar", "Doum"):
        set_due(house, board, title, datetime.now(ZoneInfo("UTC")) - timedelta(days=400))
    ben = come("ben")
    page = visit(ben, "due")

    row(page, "Cedar", "overdue").get_by_role("button", name="Complete “Cedar”").click()
    expect(row(page, "Cedar")).to_have_count(0)
    expect(ben.toast("“Cedar” is completed.")).to_be_visible()
    ben.press("Undo")
    expect(row(page, "Cedar", "overdue")).to_be_visible()

    row(page, "Doum").hover()
    ben.menu(ben.button("Actions for “Doum”"), "Status…", "Blocked")
    expect(row(page, "Doum")).to_contain_text("Blocked")

    address = page.url
    link(page, "Doum").click()
    expect(ben.dialog("Doum").get_by_text("400 days overdue")).to_be_visible()
    ben.axe()
    ben.page.get_by_role("tab", name="Chat").click()
    expect(page).to_have_url(re.compile(r"tab=chat"))
    ben.keys("Escape")
    expect(ben.dialog()).to_have_count(0)
    expect(page).to_have_url(address)
    expect(link(page, "Doum")).to_be_focused()
    link(page, "Doum").click()
    expect(ben.dialog("Doum")).to_be_visible()
    page.go_back()
    expect(ben.dialog()).to_have_count(0)
    expect(page).to_have_url(address)
    until(lambda: card_of(house, board, "Doum")["status"] == "blocked", page=page)
    until(lambda: card_of(house, board, "Cedar")["completed_at"] is None, page=page)
    link(page, "Cedar").focus()
    expect(link(page, "Cedar")).to_be_focused()
    # The form stays where it was opened, though the date takes the task to another bucket.
    ben.keys("d")
    ben.type("Date", (datetime.now(ZoneInfo("UTC")) + timedelta(days=400)).date().isoformat())
    expect(row(page, "Cedar", "later")).to_be_attached()
    expect(page.get_by_label("Time", exact=True)).to_be_in_viewport()
    ben.type("Time", "14:30")
    expect(row(page, "Cedar", "later")).to_contain_text(":30")
    ben.keys("Escape")
    expect(link(page, "Cedar")).to_be_focused()
    ben.keys("c")
    link(page, "Doum").focus()
    expect(link(page, "Doum")).to_be_focused()
    ben.keys("c")
    until(lambda: house.titles("ben", board, "Completed") == ["Doum", "Cedar", "Ebony"], page=page)


def test_who_loses_a_board_loses_its_tasks_everywhere(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Elder", "Fir"]}, team={"ben": "member"})
    house.do("ana", "board.set_privacy", board_id=board.id, privacy="team")
    his = house.person_id("ben")
    house.do("ana", "card.assign", card_ids=list(board.cards.values()), person_id=his)
    ben = come("ben")
    page = visit(ben, "assigned")
    expect(row(page, "Fir")).to_be_visible()
    link(page, "Elder").click()
    expect(ben.dialog("Elder")).to_be_visible()

    # What was still being loaded is not there any more either.
    ben.watch.expect("404.*/(live/snapshot|api/v1/boards)/")
    house.do("ana", "member.remove", board_id=board.id, person_id=his)
    expect(ben.dialog()).to_have_count(0, timeout=SOON_MS)
    expect(ben.toast("This task’s board is no longer open to you, so the task was closed.")).to_be_visible()
    expect(row(page, "Elder")).to_have_count(0, timeout=SOON_MS)
    expect(row(page, "Fir")).to_have_count(0)


def test_what_one_reads_stays_in_its_place_when_more_comes(house: House, come: Come) -> None:
    titles = [f"Maple {number}" for number in range(40)]
    board = house.make_board({"To Do": [*titles, "Nettle"]}, team={"ben": "member"})
    me = house.person_id("ana")
    house.do("ana", "card.assign", card_ids=[board.cards[title] for title in titles], person_id=me)
    set_due(house, board, "Nettle", datetime.now(ZoneInfo("UTC")) - timedelta(days=9))
    ana = come("ana")
    page = visit(ana, "assigned")
    row(page, "Maple 20").scroll_into_view_if_needed()
    row(page, "Maple 20").hover()
    before = box_of(row(page, "Maple 20"))["y"]
    house.do("ben", "card.assign", card_ids=[board.cards["Nettle"]], person_id=me)
    expect(row(page, "Nettle", "overdue")).to_be_attached(timeout=SOON_MS)
    assert abs(box_of(row(page, "Maple 20"))["y"] - before) <= 1


def test_days_begin_where_the_reader_is(house: House, come: Come) -> None:
    """At the same minute it is another day in Kiritimati than in Pago Pago, always."""
    board = house.make_board({"To Do": ["Gorse"]}, team={"chidi": "member", "dana": "member"})
    zones = {"chidi": "Pacific/Kiritimati", "dana": "Pacific/Pago_Pago"}
    at = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(hours=12)
    set_due(house, board, "Gorse", at.replace(tzinfo=ZoneInfo("UTC")))
    for who, zone in zones.items():
        person = come(who)
        page = visit(person, "due")
        assert page.evaluate(SET_ZONE, zone) == 200
        page.reload()
        days = (at.astimezone(ZoneInfo(zone)).date() - datetime.now(ZoneInfo(zone)).date()).days
        expect(row(page, "Gorse")).to_contain_text(["Due today", "Due tomorrow"][days])
        if days == 0:
            expect(row(page, "Gorse", "today")).to_be_visible()
        else:
            expect(row(page, "Gorse", "today")).to_have_count(0)
        page.evaluate(SET_ZONE, "UTC")


def test_a_finger_carries_and_only_mine_says_what_it_hides(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Hazel", "Iris"]}, team={"dana": "member"})
    house.do("ana", "card.assign", card_ids=[board.cards["Hazel"]], person_id=house.person_id("dana"))
    dana = come("dana", **PHONE)
    page = visit(dana, "due")
    dana.page.get_by_text("Only mine").click()
    expect(row(page, "Hazel", "none")).to_be_visible()
    expect(row(page, "Iris")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^\d+ of others hidden$"))).to_be_visible()
    row(page, "Hazel").scroll_into_view_if_needed()
    # Where the list is longer than the screen, the goals come to its edge.
    goal = page.locator(".drop-rail__goal").get_by_text("Today", exact=True)
    Finger(page).carry(link(page, "Hazel"), goal, gap=".drop-rail__goal--over")
    expect(row(page, "Hazel", "today")).to_be_visible()
    dana.axe()


def test_what_is_new_is_told_until_it_is_read_and_an_own_view_picks_out(house: House, come: Come) -> None:
    board = house.make_board({"To Do": ["Juniper", "Kapok"]}, team={"ben": "member"}, name="Plan of news")
    ana = come("ana")
    page = visit(ana, "new")
    house.do("ben", "card.set_status", card_ids=[board.cards["Juniper"]], status="needs_review")
    expect(row(page, "Juniper", board.id)).to_contain_text("Ben Okafor: status", timeout=SOON_MS)
    ana.axe()
    part(page, board.id).get_by_role("button", name="Mark as read").click()
    expect(row(page, "Juniper")).to_have_count(0)
    until(lambda: "Juniper" not in page.request.get(f"{house.site}/api/v1/views/new").text(), page=page)
    page.reload()
    expect(row(page, "Juniper")).to_have_count(0)

    ana.press("New view")
    ana.type("Name", "Plan of reviews")
    ana.dialog("New view").get_by_text("Needs review", exact=True).click()
    ana.press("Create the view")
    expect(page.get_by_role("heading", level=1, name="Plan of reviews")).to_be_visible()
    expect(row(page, "Juniper", "none")).to_be_visible()
    expect(row(page, "Kapok")).to_have_count(0)
    ana.axe()
    ana.menu(ana.button("This view"), "Remove this view")
    expect(page.get_by_role("heading", level=1, name="What’s assigned to me")).to_be_visible()
    expect(page.get_by_role("link", name="Plan of reviews")).to_have_count(0)
    ana.press("Undo")
    expect(page.get_by_role("link", name="Plan of reviews")).to_be_visible()
