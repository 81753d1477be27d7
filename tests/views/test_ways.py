"""Walking, and gathering by boards, by lists and by statuses find the same cards: those a plain look
at each card finds, whatever is on them.
"""

import random
from dataclasses import replace
from typing import Any

import pytest

from tafla.cards.models import Card, CardAssignee
from tafla.cards.nearest import NEVER
from tafla.core.ids import derive_id
from tafla.sync.db import Db, current
from tafla.views.asking import DONE, OPEN, WAITS, Part, Question, Waiting, count, fenced, find
from tafla.views.buckets import Span, date_spans, done_spans
from tafla.views.conditions import ASSIGNEES, Condition, Listing
from tafla.views.matches import Reading
from tafla.views.ways import Sizes, bounded, shortest, sizes

pytestmark = pytest.mark.usefixtures("each_database")
NOW, DAY = 1_795_000_000_000, 86_400_000
BOARDS = [derive_id("ways", f"board {at}") for at in range(6)]
PEOPLE = [derive_id("ways", f"person {at}") for at in range(3)]
READING = Reading(me=PEOPLE[0], now=NOW)
ME = Listing(ASSIGNEES, (PEOPLE[0],))
STUCK = Waiting(("on_hold", "blocked"))
IS_STUCK = Condition("c.status IN ('blocked', 'on_hold')")
PARTS = {
    "dates": [Part(span, is_downwards=span.id == "none") for span in date_spans(READING)],
    "done": [Part(span, by="completed_at", is_downwards=True) for span in done_spans(READING)],
    "facts": [Part(Span(status, None, None), fact=f"c.status = '{status}'") for status in WAITS]
    + [Part(Span("critical", None, None), fact="c.priority = 'critical'")],
}


@pytest.fixture
def cards() -> list[dict[str, Any]]:
    """Cards of all kinds on six boards; many are due at the same instant, some at the ends of time."""
    chance = random.Random(7)
    rows = [one_card(chance, at) for at in range(700)]
    Card.objects.bulk_create(Card(**row | {"assignee_ids": "[]"}) for row in rows)
    CardAssignee.objects.bulk_create(
        CardAssignee(value=person, row_id=row["id"]) for row in rows for person in row["assignee_ids"]
    )
    return rows


def one_card(chance: random.Random, at: int) -> dict[str, Any]:
    times = [None, None, NOW, NOW - DAY, NOW + 40 * DAY, -2_208_988_800_000, 221_876_927_999_999]
    times += [NOW + chance.randrange(-5, 40) * DAY // 2]
    completed = NOW - chance.randrange(80) * DAY if chance.random() < 0.4 else None
    return {
        "id": derive_id("ways", f"card {at}"),
        "board_id": chance.choice(BOARDS),
        "column_id": "",
        "rank": "a",
        "number": at,
        "title": f"Card {at}",
        "created_at": 0,
        "status": chance.choice(["normal", *WAITS]),
        "priority": chance.choice(["normal", "high", "critical"]),
        "due_at": chance.choice(times),
        "checklist_due_at": chance.choice(times),
        "assignee_ids": chance.sample(PEOPLE, chance.randrange(3)),
        "completed_at": completed,
        "deleted_at": NOW if chance.random() < 0.1 else None,
    }


def key_of(part: Part, card: dict[str, Any]) -> int:
    if part.by == "completed_at":
        return card["completed_at"] or 0
    return min(at for at in (card["due_at"], card["checklist_due_at"], NEVER) if at is not None)


def is_in(part: Part, card: dict[str, Any]) -> bool:
    key, span = key_of(part, card), part.span
    word = {"critical": "priority"}.get(span.id, "status")
    return (
        (span.low is None or span.low < key)
        and (span.high is None or key <= span.high)
        and (not part.fact or card[word] == span.id)
    )


def expected(cards: list[dict[str, Any]], question: Question) -> list[list[str]]:
    """What a plain look at each card finds."""
    is_mine = ME in question.lists
    holds = [
        card
        for card in cards
        if card["board_id"] in question.board_ids
        and card["deleted_at"] is None
        and (card["completed_at"] is None) == (question.state == OPEN)
        and (not is_mine or PEOPLE[0] in card["assignee_ids"])
        and (not question.waiting or card["status"] in question.waiting.statuses)
    ]
    return [
        [
            card["id"]
            for card in sorted(
                (card for card in holds if is_in(part, card)),
                key=lambda card: (key_of(part, card), card["id"]),
                reverse=part.is_downwards,
            )
        ][: question.most]
        for part in question.parts
    ]


def asked(db: Db, question: Question) -> list[list[str]]:
    found, beside = find(db, question, beside=question)
    assert count(db, question) == beside == [len(cards) for cards in found]
    return [[card.card_id for card in cards] for cards in found]


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("boards", [0, 1, 3, 6])
@pytest.mark.parametrize("most", [4, 1_001])
def test_every_way_finds_what_a_plain_look_finds(
    cards: list[dict[str, Any]], kind: str, boards: int, most: int
) -> None:
    db, state = current(), DONE if kind == "done" else OPEN
    for lists in ([], [ME]):
        question = Question(state, BOARDS[:boards], PARTS[kind], lists, most=most)
        wanted = expected(cards, question)
        for way in (None, "boards", *lists):
            assert asked(db, replace(question, way=way)) == wanted, way  # type: ignore[arg-type]
        question = replace(question, waiting=STUCK, conditions=[IS_STUCK])
        wanted = expected(cards, question)
        for way in (None, "boards", STUCK, *lists):
            assert asked(db, replace(question, way=way)) == wanted, way  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["dates", "done"])
@pytest.mark.parametrize("way", [None, "boards"])
def test_pages_follow_each_other_without_gap_or_repeat(
    cards: list[dict[str, Any]], kind: str, way: Any
) -> None:
    db, state = current(), DONE if kind == "done" else OPEN
    for part in PARTS[kind]:
        whole = expected(cards, Question(state, BOARDS, [part]))[0]
        read: list[str] = []
        after = None
        while page := find(db, Question(state, BOARDS, [part._replace(after=after)], way=way, most=7))[0][0]:
            read += [card.card_id for card in page]
            after = (page[-1].key, page[-1].card_id)
        assert read == whole


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("looked", [1, 5, 33, 2_000])
def test_a_walk_between_fences_reaches_every_card_once(
    cards: list[dict[str, Any]], kind: str, looked: int
) -> None:
    """Each looks at no more cards than it may; what hardly any card meets ends as what all do."""
    db, state = current(), DONE if kind == "done" else OPEN
    for part in PARTS[kind]:
        for conditions in ([], [IS_STUCK], [Condition("c.title = 'Card 7'")], [Condition("c.title = ''")]):
            question = Question(state, BOARDS[:5], [part], conditions=conditions)
            read: list[str] = []
            after: Any = None
            while True:
                asked = replace(question, parts=[part._replace(after=after)])
                (walk,) = bounded(db, [asked], looked)
                looked_at, _ = find(db, replace(walk, conditions=[]))
                assert len(looked_at[0]) <= looked
                read += [card.card_id for card in find(db, walk)[0][0]]
                after = walk.parts[0].until
                if after is None:
                    break
                assert len(looked_at[0]) == min(looked, walk.most)
                assert looked_at[0][-1][:2] == after or looked > walk.most
            gathered = find(db, replace(question, way="boards"))[0][0]
            assert read == [card.card_id for card in gathered]


def test_the_parts_share_what_may_be_looked_at(cards: list[dict[str, Any]]) -> None:
    db, whole = current(), Question(OPEN, BOARDS, PARTS["dates"])
    parts = fenced(db, whole, 70)
    wanted = expected(cards, whole)
    assert any(part.until for part in parts)
    assert [part.until and part.until[1] for part in parts] == [
        ids[9] if len(ids) >= 10 else None for ids in wanted
    ]
    gathering, walking = bounded(db, [replace(whole, way="boards"), whole], 70)
    assert (gathering.parts, walking.parts) == (PARTS["dates"], parts)


def test_sizes_are_told_by_one_query(cards: list[dict[str, Any]]) -> None:
    known = sizes(current(), BOARDS, [ME, ME], STUCK)
    mine = sum(PEOPLE[0] in card["assignee_ids"] for card in cards)
    stuck = sum(
        card["status"] in STUCK.statuses and card["completed_at"] is None and card["deleted_at"] is None
        for card in cards
    )
    assert known == Sizes(0, 0, {ME: mine}, stuck)


@pytest.mark.parametrize(
    ("whole", "boards", "mine", "way"),
    [
        (500_000, 500_000, 2_000, ME),
        (500_000, 500_000, 90_000, None),
        (500_000, 2_500, 2_600, "boards"),
        (500_000, 30_000, 90_000, "boards"),
        (500_000, 250_000, 90_000, None),
        (1_000, 1_000, 100, ME),
        (0, 0, 0, "boards"),
    ],
)
def test_the_way_with_the_fewest_cards_is_gone(whole: int, boards: int, mine: int, way: Any) -> None:
    question = Question(OPEN, [], PARTS["dates"], [ME])
    assert shortest(question, Sizes(whole, boards, {ME: mine}, 0)).way == way
    stuck = replace(question, waiting=STUCK)
    assert shortest(stuck, Sizes(whole, boards, {ME: mine}, min(boards, mine) + 1)).way in (way, None)
    assert shortest(stuck, Sizes(whole + 1, boards + 1, {ME: mine + 1}, 0)).way == STUCK
