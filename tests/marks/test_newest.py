"""The list behind *New and updated*: cards that others have changed, newest first, page after page."""

import random

import pytest

from tafla.accounts.models import BoardPrivacy, Member
from tafla.marks.aspects import MARKED
from tafla.marks.models import BoardSeen, CardSeen, News
from tafla.marks.queries import Newest, newest
from tafla.sync.db import current
from tests.support.world import THEN, World, ident, make_card

LATER = THEN + 1_000
# From how many boards on the newest news of all is looked through, and how much of it.
WAYS = {"by board": (200, 1_200), "of all": (0, 1_200), "of all, cut off": (0, 3)}


@pytest.fixture(autouse=True, params=WAYS.values(), ids=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(("MANY_BOARDS", "MOST_ROWS"), request.param, strict=True):
        monkeypatch.setattr(f"tafla.marks.newest.{name}", value)


def news(card: str, aspect: str, at: int, by: str = "ben", board: str = "plan") -> None:
    News.objects.create(subject_id=ident(card), board_id=ident(board), aspect=aspect, at=at, by=ident(by))


def told(
    person: str = "chidi", limit: int = 9, before: tuple[int, str] | None = None
) -> list[tuple[str, ...]]:
    found = newest(current(), ident(person), [ident("plan"), ident("ops")], limit, before)
    names = {ident(name): name for name in ("ink", "oak", "elm", "fig", "bin", "ops1")}
    return [(names[card.card_id], *sorted(card.aspects)) for card in found]


def test_newest_change_comes_first_with_all_that_is_new(world: World) -> None:
    news("ink", "title", LATER)
    news("oak", "due", LATER + 5)
    news("ink", "status", LATER + 9)
    news("ops1", "new", LATER + 7, board="ops")
    assert told() == [("ink", "status", "title"), ("ops1", "new"), ("oak", "due")]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_follow_each_other_without_gap_or_repeat(world: World, size: int) -> None:
    for at, card in enumerate(("ink", "oak", "elm", "fig")):
        news(card, "title", LATER + at // 3)
        news(card, "due", LATER)
    pages, before = [], None
    while page := newest(current(), ident("chidi"), [ident("plan")], size, before):
        pages += [card.card_id for card in page]
        before = (page[-1].at, page[-1].card_id)
    assert len(pages) == len(set(pages)) == 4


def test_what_one_saw_and_what_was_before_one_came_is_not_told(world: World) -> None:
    news("ink", "title", LATER)
    news("ink", "checklist", LATER)
    news("oak", "due", THEN)
    key = {"id": f"{ident('chidi')}.{ident('ink')}", "person_id": ident("chidi"), "card_id": ident("ink")}
    CardSeen.objects.create(**key, at=LATER, details_at=LATER)
    assert told() == [("ink", "checklist")]
    key = {"id": f"{ident('chidi')}.{ident('plan')}", "person_id": ident("chidi"), "board_id": ident("plan")}
    BoardSeen.objects.create(**key, seen_at=LATER)
    assert told() == []


@pytest.mark.parametrize("seed", range(4))
def test_boards_read_bit_by_bit_make_the_same_list(
    world: World, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    boards = [ident(f"board {at}") for at in range(12)]
    for board in boards:
        key = {"account_id": world.acme, "privacy": "team", "state": "open"}
        BoardPrivacy.objects.create(id=board, **key)
        Member.objects.create(
            id=f"{board}.{world.chidi}", board_id=board, person_id=world.chidi, role="member", joined_at=THEN
        )
        for at in range(chance.randint(0, 9)):
            card = make_card(f"{board} {at}", "todo", "a0V")
            card.board_id = board
            card.save()
            for aspect in chance.sample(MARKED, 3):
                by, other = chance.choice(["ben", "chidi"]), chance.randint(0, 6)
                News.objects.create(
                    subject_id=card.id, board_id=board, aspect=aspect, by=ident(by), other_by=ident("dana"),
                    at=THEN + chance.randint(other, 9), other_at=other and THEN + other,
                )  # fmt: skip
    whole = newest(current(), world.chidi, boards, 1_000)
    assert len(whole) > 20
    assert [(card.at, card.card_id) for card in whole] == sorted(
        ((card.at, card.card_id) for card in whole), reverse=True
    )
    monkeypatch.setattr("tafla.marks.newest.MOST_ROWS", 6)
    monkeypatch.setattr("tafla.marks.newest.FEWEST_ROWS", 1)
    for limit in (1, 4, 7):
        pages: list[Newest] = []
        before = None
        while page := newest(current(), world.chidi, boards, limit, before):
            assert len(page) == limit or len(pages) + len(page) == len(whole)
            pages += page
            before = (page[-1].at, page[-1].card_id)
        assert [(card.card_id, sorted(card.aspects), card.at, card.by) for card in pages] == [
            (card.card_id, sorted(card.aspects), card.at, card.by) for card in whole
        ]
