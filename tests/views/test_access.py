"""Views show what a person may read at that moment, and nothing else (S10)."""

from collections.abc import Callable

import pytest

from tafla.accounts import queries
from tafla.accounts.models import AccountAdmin, BoardPrivacy
from tafla.chat.models import Talk
from tafla.files.models import Shelf
from tafla.marks.models import BoardSeen, News
from tafla.sync.db import current
from tests.support.world import THEN, World, ident
from tests.views.looking import ask, cards_seen, client_of, give, refusal

VIEWS = ("assigned", "due", "attention", "new", "done", "own")
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def full(world: World) -> World:
    """Every view has cards of every board for whoever may read it. All are assigned to all and have looked
    at all, so that only the rules keep them out.
    """
    everyone = ["ana", "ben", "chidi", "dana", "eve", "faye", "mallory"]
    for card, board in (("ink", "plan"), ("ops1", "ops"), ("loot", "lair")):
        give(card, assignee_ids=everyone, due_at="2026-11-01T00:00", status="blocked")
        key = {"subject_id": ident(card), "board_id": ident(board), "aspect": "title"}
        News.objects.create(**key, at=THEN + 9, by="")
        for person in everyone:
            seen = {"id": f"{ident(person)}.{ident(board)}", "board_id": ident(board)}
            BoardSeen.objects.create(**seen, person_id=ident(person), seen_at=1)
    for card in ("old", "ops2"):
        give(card, completed_at="2026-11-18T10:00")
    for person in everyone:
        world.done(person, "filter.save", filter_id=ident(f"sieve {person}"), name="x", filter=FILTER)
    return world


FILTER = {"statuses": ["blocked"]}


def in_views(person: str) -> dict[str, set[str]]:
    """What each view shows a person."""
    return {
        name: cards_seen(person, name, **({"filter": ident(f"sieve {person}")} if name == "own" else {}))
        for name in VIEWS
    }


def boards_in_views(person: str) -> set[str]:
    """The boards whose cards any view shows; they are the same in all of them, save `new`."""
    boards = {"ink": "plan", "old": "plan", "ops1": "ops", "ops2": "ops", "loot": "lair"}
    boards |= dict.fromkeys(("oak", "elm", "fig"), "plan")
    return {boards[card] for cards in in_views(person).values() for card in cards}


READERS = {
    "ana": {"plan", "ops"},
    "faye": {"plan", "ops"},
    "ben": {"plan"},
    "chidi": {"plan", "ops"},
    "dana": {"plan"},
    "eve": {"plan", "ops"},
    "mallory": {"lair"},
}


@pytest.mark.parametrize("person", READERS)
def test_each_view_shows_the_boards_one_may_read_and_no_others(full: World, person: str) -> None:
    open_cards = {"plan": "ink", "ops": "ops1", "lair": "loot"}
    expected = {open_cards[board] for board in READERS[person]}
    told = in_views(person)
    assert told["assigned"] == told["attention"] == told["own"] == expected
    assert told["due"] >= expected
    assert boards_in_views(person) == READERS[person]
    assert told["done"] == {
        done for board, done in (("plan", "old"), ("ops", "ops2")) if board in READERS[person]
    }


def test_a_view_names_no_people_or_boards_of_cards_it_does_not_show(full: World) -> None:
    told = ask("mallory", "due")
    assert set(told["boards"]) == {full.lair}
    assert ask("mallory", "due", mine="true")["buckets"][0]["hidden"] == 0


@pytest.mark.parametrize("state", ["open", "archived", "trash"])
def test_one_query_reads_the_boards_that_three_do(full: World, state: str) -> None:
    BoardPrivacy.objects.filter(id=full.plan).update(state=state)
    db = current()
    for person in map(ident, READERS):
        slowly, _ = queries.boards_of(db, person, queries.accounts_of(db, person))
        assert queries.readable_boards(db, person) == slowly


Loss = Callable[[World], object]
LOSSES: dict[str, tuple[str, str, Loss]] = {
    "removed from the team": (
        "dana",
        "plan",
        lambda world: world.done("ben", "member.remove", board_id=world.plan, person_id=world.dana),
    ),
    "left": (
        "dana",
        "plan",
        lambda world: world.done("dana", "member.remove", board_id=world.plan, person_id=world.dana),
    ),
    "the board closed to the account": (
        "eve",
        "plan",
        lambda world: world.done("ben", "board.set_privacy", board_id=world.plan, privacy="team"),
    ),
    "archived": (
        "chidi",
        "plan",
        lambda world: world.done("ben", "board.set_state", board_id=world.plan, state="archived"),
    ),
    "put into the trash": (
        "ana",
        "plan",
        lambda world: world.done("ben", "board.set_state", board_id=world.plan, state="trash"),
    ),
    "no longer admin of the account": (
        "faye",
        "plan",
        lambda world: AccountAdmin.objects.all().delete(),
    ),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_whoever_loses_a_board_loses_its_cards_at_once(full: World, loss: str) -> None:
    person, board, lose = LOSSES[loss]
    assert board in boards_in_views(person)
    before = ask(person, "")["counts"]
    lose(full)
    assert board not in boards_in_views(person)
    after = ask(person, "")["counts"]
    assert all(after[name] < before[name] for name in before)


def test_a_card_that_moves_away_is_gone_with_its_board(full: World) -> None:
    """Ben is on `plan` alone: what Ana moves to `ops` is no longer his, though he is assigned to it."""
    assert "ink" in cards_seen("ben", "due")
    full.done("ana", "card.move", card_ids=[full.ink], column_id=full.later, after=None, before=None)
    assert all("ink" not in cards for cards in in_views("ben").values())
    assert "ink" in cards_seen("ana", "due")


def test_a_page_of_a_bucket_is_authorised_too(full: World) -> None:
    assert cards_seen("ben", "new", bucket=full.ops) == set()
    assert cards_seen("ben", "new", bucket=full.lair) == set()
    assert cards_seen("ben", "due", bucket="overdue", after=f"0.{full.ops1}") == {"ink"}


def test_nobody_reads_by_another_persons_filter(full: World) -> None:
    told = [refusal("ben", "own", filter=one) for one in (ident("sieve eve"), ident("never"), "", "1")]
    assert told == [(404, "not_found", {})] * 4


def test_archive_and_trash_are_not_counted_either(full: World) -> None:
    BoardPrivacy.objects.filter(id=full.plan).update(state="archived")
    assert ask("ana", "due", mine="true")["buckets"][0]["hidden"] == 0
    assert ask("ana", "due")["buckets"][0]["count"] == 1


@pytest.mark.parametrize(
    ("person", "setting", "chat"),
    [
        ("dana", False, 0),
        ("dana", True, 3),
        ("eve", False, 0),
        ("eve", True, 3),
        ("chidi", False, 3),
        ("ana", False, 3),
    ],
)
def test_how_many_messages_is_told_to_whom_the_chat_is_for(
    full: World, person: str, setting: bool, chat: int
) -> None:
    place = {"id": full.ink, "board_id": full.plan, "card_id": full.ink}
    Talk.objects.create(**place, count=3, last_at=1, last_by=full.ben)
    Shelf.objects.create(**place, count=2)
    BoardPrivacy.objects.filter(id=full.plan).update(visitors_chat=setting)
    cards = [card for each in ask(person, "due")["buckets"] for card in each["cards"]]
    told = {card["id"]: (card["chat"], card["files"]) for card in cards}
    assert told[full.ink] == (chat, 2)


@pytest.mark.parametrize("person", READERS)
def test_who_is_told_a_role_that_writes_may_complete_and_nobody_else(full: World, person: str) -> None:
    """What the rows of a view offer is what their boards allow."""
    told = ask(person, "attention")
    cards = {card["board_id"]: card for each in told["buckets"] for card in each["cards"]}
    assert {board["role"] for board in told["boards"].values()} <= {"admin", "member", "visitor", "reader"}
    for board_id, board in told["boards"].items():
        column = next(column["id"] for column in board["columns"] if column["kind"] == "completed")
        args = {"card_ids": [cards[board_id]["id"]], "column_id": column, "to_top": True}
        if board["role"] in ("admin", "member"):
            full.done(person, "card.move", **args)
        else:
            assert full.refusal(person, "card.move", **args) == "not_allowed"


def test_what_a_view_still_shows_of_a_board_just_archived_is_refused(full: World) -> None:
    full.done("ben", "board.set_state", board_id=full.plan, state="archived")
    args = {"card_ids": [full.ink], "column_id": full.closed, "to_top": True}
    assert full.refusal("chidi", "card.move", **args) == "board_archived"


def test_a_boards_link_alone_opens_no_view(world: World) -> None:
    client = client_of("chidi")
    client.logout()
    for path in ("", "/due", "/own", "/nothing"):
        answer = client.get(f"/api/v1/views{path}?link=link-of-plan-0123456789")
        assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")
