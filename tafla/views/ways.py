"""Which way to a view's cards is the shortest: by numbers that cost next to nothing, as no database's planner
knows how many boards are in a list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tafla.sync.db import Db
from tafla.views.asking import OPEN, Question, Waiting, Way, fenced
from tafla.views.conditions import Listing

# A list is not counted further: by then it is too long to go by.
MOST_LISTED = 100_000


class Sizes(NamedTuple):
    """How many cards there are, about how many on the boards of a reader, how many in each list, and how many
    have the statuses asked for.
    """

    whole: int
    boards: int
    lists: dict[Listing, int]
    waiting: int


def sizes(
    db: Db, board_ids: Iterable[str], lists: Iterable[Listing], waiting: Waiting | None = None
) -> Sizes:
    """One query. Boards count the cards they ever had."""
    listed = list(dict.fromkeys(lists))
    counts = [
        f"(SELECT count(*) FROM (SELECT 1 FROM {table} l WHERE {db.within('l.value')} LIMIT {MOST_LISTED}) n)"
        for table, _ in listed
    ]
    boards = "SELECT coalesce(sum(next_number), 0) FROM boards_board b"
    by_status = [
        f"(SELECT count(*) FROM cards_card c WHERE {OPEN} AND c.status = '{status}')"
        for status in (waiting.statuses if waiting else ())
    ]
    statuses = " + ".join(["0", *by_status])
    asked = ", ".join([f"({boards})", f"({boards} WHERE {db.within('b.id')})", statuses, *counts])
    values = [db.members(board_ids), *(db.members(one.values) for one in listed)]
    whole, own, of_statuses, *others = db.query(f"SELECT {asked}", values)[0]
    return Sizes(whole, own, dict(zip(listed, others, strict=True)), of_statuses)


def shortest(question: Question, known: Sizes) -> Question:
    """The question, asked by the way of fewest cards, or by walking where that meets fewer.

    Of a whole of cards, walking meets one that counts in every whole / size, and needs so many for each part.
    """
    ways: list[tuple[int, Way]] = [(known.boards, "boards")]
    ways += [(known.lists[one], one) for one in question.lists]
    if question.waiting:
        ways.append((known.waiting, question.waiting))
    size, way = min(ways, key=lambda one: one[0])
    walks = size**2 > question.most * len(question.parts) * known.whole
    return question if walks else replace(question, way=way)


def bounded(db: Db, questions: Sequence[Question], looked: int) -> list[Question]:
    """The questions of the same parts, so that those which walk look at so many cards."""
    walking = [one for one in questions if one.way is None]
    parts = fenced(db, walking[0], looked) if walking else []
    return [replace(one, parts=parts) if one.way is None else one for one in questions]
