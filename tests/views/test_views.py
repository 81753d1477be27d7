"""What each view tells, over all boards a person may read, on both databases."""

import gzip
import json
from collections.abc import Callable

import brotli
import pytest
import zstandard

from tafla.boards.models import Board, Tag
from tafla.cards.models import Card
from tafla.chat.models import Talk
from tafla.files.models import Shelf
from tafla.marks.models import News
from tafla.people.models import Person
from tests.support.world import THEN, World, ident, many_cards
from tests.views.looking import ask, cards_seen, client_of, give, instant, seen

UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "zstd": zstandard.decompress,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}
Stop = Callable[..., int]
pytestmark = pytest.mark.usefixtures("clock")


def test_assigned_to_me_by_when_it_is_due_over_all_boards(world: World) -> None:
    for card, due in (("ink", "2026-11-17T10:00"), ("ops1", "2026-11-17T09:00"), ("fig", "2026-11-18T20:00")):
        give(card, assignee_ids=["chidi"], due_at=due)
    give("oak", assignee_ids=["chidi", "ben"])
    give("elm", assignee_ids=["ben"], due_at="2026-11-18T13:00")
    assert seen("chidi", "assigned") == {"overdue": ["ops1", "ink"], "today": ["fig"], "none": ["oak"]}
    assert seen("ben", "assigned") == {"today": ["elm"], "none": ["oak"]}
    assert seen("mallory", "assigned") == {}


def test_an_open_item_of_the_checklist_may_be_due_before_its_card(world: World) -> None:
    give("ink", due_at="2027-11-18T00:00", checklist_due_at="2026-11-18T13:00")
    give("oak", due_at="2026-11-18T14:00", checklist_due_at="2027-11-18T00:00")
    give("elm", checklist_due_at="2026-11-19T00:00")
    assert seen("ben", "due") == {"today": ["ink", "oak", "elm"], "none": ["fig"]}


def test_what_is_done_or_deleted_is_no_open_work(world: World) -> None:
    for card in ("old", "bin", "ink"):
        give(card, due_at="2026-11-01T00:00", status="blocked", priority="critical", assignee_ids=["ben"])
    assert seen("ben", "due")["overdue"] == ["ink"]
    assert seen("ben", "assigned") == {"overdue": ["ink"]}
    assert seen("ben", "attention") == {bucket: ["ink"] for bucket in ("overdue", "blocked", "critical")}


def test_only_mine_tells_how_much_it_hides(world: World) -> None:
    give("ink", due_at="2026-11-17T00:00", assignee_ids=["ben"])
    give("oak", due_at="2026-11-16T00:00", assignee_ids=["chidi"])
    give("elm", due_at="2026-11-15T00:00")
    whole, mine = (ask("ben", "due", mine=mine)["buckets"][0] for mine in ("false", "true"))
    assert (whole["count"], whole["hidden"], len(whole["cards"])) == (3, 0, 3)
    assert (mine["count"], mine["hidden"], [card["id"] for card in mine["cards"]]) == (1, 2, [world.ink])
    hidden = {each["id"]: each["hidden"] for each in ask("ben", "due", mine="true")["buckets"]}
    assert hidden["none"] == 1


def test_attention_tells_a_card_by_everything_that_asks_for_it(world: World) -> None:
    give("ink", due_at="2026-11-17T00:00", status="needs_review", priority="critical")
    give("oak", status="needs_rework", due_at="2026-12-17T00:00")
    give("elm", status="on_hold")
    give("fig", status="in_progress", priority="high")
    give("ops1", status="needs_rework", due_at="2026-11-20T00:00")
    expected = {
        "overdue": ["ink"],
        "needs_review": ["ink"],
        "needs_rework": ["ops1", "oak"],
        "on_hold": ["elm"],
        "critical": ["ink"],
    }
    assert seen("chidi", "attention") == expected
    assert [each["id"] for each in ask("chidi", "attention")["buckets"]] == [
        "overdue", "blocked", "needs_review", "needs_rework", "on_hold", "critical",
    ]  # fmt: skip


def test_what_got_done_comes_the_newest_first_with_who_did_it(world: World, clock: Stop) -> None:
    clock("2026-11-18T12:00", "Asia/Kathmandu")
    give("old", completed_at=instant("2026-11-18T00:00", "Asia/Kathmandu"), completed_by=ident("chidi"))
    give("ink", completed_at=instant("2026-11-17T23:59", "Asia/Kathmandu"), completed_by=ident("ben"))
    give("oak", completed_at=instant("2026-11-18T11:00", "Asia/Kathmandu"))
    give("bin", completed_at=instant("2026-11-18T11:00", "Asia/Kathmandu"))
    told = ask("dana", "done", zone="Asia/Kathmandu")
    assert seen("dana", "done", zone="Asia/Kathmandu") == {"today": ["oak", "old"], "this_week": ["ink"]}
    assert [card["completed_by"] for card in told["buckets"][0]["cards"]] == [None, world.chidi]
    assert told["people"][world.chidi] == ["Chidi", ""]
    assert seen("dana", "done", zone="UTC") == {"today": ["oak"], "this_week": ["old", "ink"]}


def test_new_and_updated_is_grouped_by_board_the_newest_first(world: World) -> None:
    for at, (card, aspect) in enumerate(
        [("ink", "title"), ("ops1", "new"), ("fig", "due"), ("ink", "due")], 1
    ):
        board = "ops" if card == "ops1" else "plan"
        key = {"subject_id": ident(card), "board_id": ident(board), "aspect": aspect}
        News.objects.create(**key, at=THEN + at, by=ident("ben"))
    told = ask("chidi", "new")
    assert [(each["id"], each["count"]) for each in told["buckets"]] == [(world.plan, 2), (world.ops, 1)]
    assert [card["id"] for card in told["buckets"][0]["cards"]] == [world.ink, world.fig]
    assert sorted(told["buckets"][0]["cards"][0]["news"]) == [
        ["due", world.ben, THEN + 4],
        ["title", world.ben, THEN + 4],
    ]
    assert told["people"][world.ben] == ["Ben", ""]
    assert ask("mallory", "new")["buckets"] == []
    first = ask("chidi", "new", bucket=world.plan)["buckets"]
    assert [card["id"] for card in first[0]["cards"]] == [world.ink, world.fig]
    after = f"{THEN + 4}.{world.ink}"
    assert [
        card["id"] for card in ask("chidi", "new", bucket=world.plan, after=after)["buckets"][0]["cards"]
    ] == [world.fig]


def test_more_news_than_are_told_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The counts say that they are the least, and each board goes on with those after its last."""
    monkeypatch.setattr("tafla.views.queries.MOST_NEW", 5)
    ids = many_cards("doing", 4) + many_cards("later", 4, "l")
    for at, card_id in enumerate(ids):
        board = world.plan if at < 4 else world.ops
        News.objects.create(subject_id=card_id, board_id=board, aspect="new", at=THEN + 9 - at, by=world.ben)
    told = ask("chidi", "new")["buckets"]
    assert [(each["id"], each["count"], each["more"]) for each in told] == [
        (world.plan, 4, True),
        (world.ops, 1, True),
    ]
    rest = ask("chidi", "new", bucket=world.ops, after=told[1]["after"])["buckets"][0]
    assert [card["id"] for card in rest["cards"]] == ids[5:]
    assert (rest["count"], rest["more"], rest["after"]) == (None, False, None)
    assert ask("chidi", "new", bucket=world.plan, after=told[0]["after"])["buckets"] == []


def test_a_face_has_what_a_card_shows_and_its_board_the_columns_to_name(world: World) -> None:
    Tag.objects.create(id=ident("red"), board_id=world.plan, name="Red", hue="red")
    Tag.objects.create(id=ident("blue"), board_id=world.plan, name="Blue", hue="blue")
    Talk.objects.create(id=world.ink, board_id=world.plan, card_id=world.ink, count=3, last_at=1, last_by="")
    Shelf.objects.create(id=world.ink, board_id=world.plan, card_id=world.ink, count=2)
    Board.objects.filter(id=world.plan).update(numbering=True)
    give("ink", tag_ids=["red", "blue", "gone"], assignee_ids=["ben"], due_on="2026-11-18", due_zone="UTC")
    give("ink", due_at="2026-11-18T23:59", checklist_done=1, checklist_total=4)
    told = ask("chidi", "due")
    card = told["buckets"][1]["cards"][0]
    assert card == {
        "id": world.ink, "board_id": world.plan, "column_id": world.todo, "number": 1, "title": "Card ink",
        "status": "normal", "priority": "normal", "due_on": "2026-11-18", "due_time": None, "due_zone": "UTC",
        "due_at": instant("2026-11-18T23:59"), "checklist_due_at": None, "assignee_ids": [world.ben],
        "tags": [["Blue", "blue"], ["Red", "red"]], "checklist_done": 1, "checklist_total": 4,
        "completed_at": None, "completed_by": None, "chat": 3, "files": 2,
    }  # fmt: skip
    assert told["boards"][world.plan] == {
        "name": "plan",
        "account_id": world.acme,
        "role": "member",
        "numbering": True,
        "columns": [
            {"id": world.todo, "name": "todo", "kind": "normal"},
            {"id": world.doing, "name": "doing", "kind": "normal"},
            {"id": world.closed, "name": "closed", "kind": "completed"},
        ],
    }
    assert told["people"][world.ben] == ["Ben", ""]


@pytest.mark.parametrize("encoding", ["zstd", "br", "gzip", "identity"])
def test_long_answers_are_packed(world: World, encoding: str) -> None:
    many_cards("todo", 60)
    client, plain = client_of("chidi"), ask("chidi", "due")
    answer = client.get("/api/v1/views/due", headers={"Accept-Encoding": f"{encoding};q=0.9, unheard-of"})
    assert answer.headers.get("Content-Encoding", "identity") == encoding
    assert json.loads(UNPACK[encoding](answer.content)) == plain


def test_a_hundred_cards_a_page_and_a_thousand_counted(world: World) -> None:
    ids = many_cards("later", 1_050)
    Card.objects.filter(id__in=ids[:1_010]).update(due_at=instant("2026-11-17T00:00"))
    first = ask("chidi", "due")["buckets"][0]
    assert (first["count"], first["more"], len(first["cards"])) == (1_001, False, 100)
    read, after = [card["id"] for card in first["cards"]], first["after"]
    while after:
        page = ask("chidi", "due", bucket="overdue", after=after)["buckets"]
        assert [(each["id"], each["count"], each["hidden"]) for each in page] == [("overdue", None, None)]
        read += [card["id"] for card in page[0]["cards"]]
        after = page[0]["after"]
    assert sorted(read) == sorted(ids[:1_010])
    assert len(read) == 1_010


def test_pages_of_what_has_no_date_and_of_what_is_done_go_downwards(world: World) -> None:
    ids = many_cards("later", 130)
    for name in ("due", "done"):
        bucket = "none" if name == "due" else "today"
        pages = [ask("eve", name)["buckets"]]
        first = next(each for each in pages[0] if each["id"] == bucket)
        second = ask("eve", name, bucket=bucket, after=first["after"])["buckets"][0]
        read = [card["id"] for card in first["cards"] + second["cards"] if card["id"] in ids]
        assert (read, second["after"]) == (sorted(ids, reverse=True), None)
        Card.objects.filter(id__in=ids).update(completed_at=instant("2026-11-18T10:00"))


def test_counts_of_the_menu(world: World) -> None:
    give("ink", due_at="2026-11-17T00:00", assignee_ids=["chidi"], status="blocked")
    give("oak", due_at="2026-11-18T20:00", assignee_ids=["chidi"])
    give("elm", due_at="2026-11-17T20:00", status="on_hold", priority="critical")
    assert ask("chidi", "", zone="UTC") == {"counts": {"assigned": 2, "due": 2, "attention": 2}}
    assert ask("mallory", "") == {"counts": {"assigned": 0, "due": 0, "attention": 0}}


@pytest.mark.parametrize("name", ["assigned", "due", "attention", "done", "new"])
def test_whoever_reads_no_board_sees_empty_views(world: World, name: str) -> None:
    Board.objects.filter(id=world.lair).delete()
    Card.objects.filter(board_id=world.lair).delete()
    told = ask("mallory", name)
    assert all(each["count"] == 0 for each in told["buckets"])
    assert (told["boards"], told["people"]) == ({}, {})


def test_a_person_whose_zone_is_not_named_has_days_of_their_own_zone(world: World, clock: Stop) -> None:
    clock("2026-11-18T01:00", "UTC")
    give("ink", due_at="2026-11-18T05:00")
    assert seen("ben", "due")["today"] == ["ink"]
    Person.objects.filter(id=world.ben).update(time_zone="America/St_Johns")
    assert cards_seen("ben", "due", bucket="this_week") == {"ink"}
