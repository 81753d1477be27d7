"""The list behind *New and updated*: cards that others have changed, newest first, page after page."""

import pytest

from tafla.marks.models import BoardSeen, CardSeen, News
from tafla.marks.queries import newest
from tafla.sync.db import current
from tests.support.world import THEN, World, ident

LATER = THEN + 1_000


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
