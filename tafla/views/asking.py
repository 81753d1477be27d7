"""The one statement that finds a view's cards, bucket by bucket, on both databases.

Three ways lead to the same rows (ways.py chooses). *Walking*: for each bucket along an index in its order,
until it is full. *Gathering*: all cards of the boards, of a list (assignees, tags) or of statuses, once, and
the buckets from them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from tafla.cards.nearest import NEVER, nearest_due_sql
from tafla.sync.db import Db
from tafla.views.buckets import Span
from tafla.views.conditions import Condition, Listing, has_status, joined, stands_in

DUE = nearest_due_sql("c")
# As the partial indexes on cards say it.
OPEN = "c.completed_at IS NULL AND c.deleted_at IS NULL"
DONE = "c.completed_at IS NOT NULL AND c.deleted_at IS NULL"
# Statuses that wait for somebody; each has an index.
WAITS = ("blocked", "needs_review", "needs_rework", "on_hold")
# A bucket's count is exact up to a thousand; one more means: more.
MOST = 1_001


class Waiting(NamedTuple):
    """That a card has one of these of WAITS."""

    statuses: tuple[str, ...]


# What cards are gathered by.
Way = Listing | Waiting | Literal["boards"]


class Part(NamedTuple):
    """A bucket as it is asked for. by: what its cards go by; fact: what else they are, in words of an index;
    after, until: (value, id) of the card after which to begin, and of the last to be looked at.
    """

    span: Span
    by: Literal["due", "completed_at"] = "due"
    fact: str = ""
    is_downwards: bool = False
    after: tuple[int, str] | None = None
    until: tuple[int, str] | None = None


class Found(NamedTuple):
    """A card of a bucket: what it goes by there, its id and its title."""

    key: int
    card_id: str
    title: str


@dataclass(frozen=True)
class Question:
    """What is asked. state: OPEN or DONE; board_ids: those the reader may read; lists, conditions: what holds
    of every card; waiting: what of the conditions has indexes; way: what to gather by, or None to walk;
    most: how many cards of each part, after so many skipped.
    """

    state: str
    board_ids: Sequence[str]
    parts: Sequence[Part]
    lists: Sequence[Listing] = ()
    conditions: Sequence[Condition] = ()
    waiting: Waiting | None = None
    way: Way | None = None
    most: int = MOST
    skipped: int = 0


def find(
    db: Db, question: Question, beside: Question | None = None, *, titled: bool = False
) -> tuple[list[list[Found]], list[int]]:
    """The cards of each part, in its order (titles are "" unless asked for); and how many each part of
    another question has, in the same query.
    """
    title = "c.title" if titled else "''"
    sql, values = _statement(db, question, f"{{part}} AS part, {{by}} AS sort, c.id AS id, {title} AS title")
    if beside:
        others, more = _statement(db, beside, "{part} AS part")
        counts = f"SELECT -1 - part, count(*), '', '' FROM ({others}) AS o GROUP BY part"
        sql, values = f"SELECT * FROM ({sql}) AS f UNION ALL {counts}", [*values, *more]
    found: list[list[Found]] = [[] for _ in question.parts]
    counted = [0 for _ in question.parts]
    for row in db.query(sql, values):
        if row[0] >= 0:
            found[row[0]].append(Found(*row[1:]))
        else:
            counted[-1 - row[0]] = row[1]
    return found, counted


def fenced(db: Db, question: Question, looked: int) -> list[Part]:
    """The parts with the last of the cards that walking may look at (`until`), where there are so many;
    looked: in all parts together. Only cards of the boards count: `after` tells of the last.
    """
    most = max(1, looked // len(question.parts))
    fence = replace(question, lists=(), conditions=(), way=None, most=1, skipped=most - 1)
    sql, values = _statement(db, fence, "{part} AS part, {by} AS sort, c.id AS id")
    ends = {number: (key, card_id) for number, key, card_id in db.query(sql, values)}
    return [part._replace(until=ends.get(at)) for at, part in enumerate(question.parts)]


def count(db: Db, question: Question) -> list[int]:
    """How many cards each part has, `most` at most."""
    sql, values = _statement(db, question, "{part} AS part")
    counts = dict(db.query(f"SELECT part, count(*) FROM ({sql}) AS f GROUP BY part", values))
    return [counts.get(number, 0) for number in range(len(question.parts))]


_GATHERED = f"c.id, c.board_id, c.title, c.status, c.priority, c.completed_at, {DUE} AS due"


def _statement(db: Db, question: Question, fields: str) -> tuple[str, list[Any]]:
    start, values, source, each = _source(db, question)
    words = {"due": DUE if question.way is None else "c.due", "completed_at": "c.completed_at"}
    parts = []
    for number, part in enumerate(question.parts):
        by, order = words[part.by], " DESC" if part.is_downwards else ""
        where, asked = joined([*each, *_bounds(part, by)])
        told = fields.format(part=number, by=by)
        parts.append(
            f"SELECT * FROM (SELECT {told} FROM {source} c WHERE {where} "
            f"ORDER BY {by}{order}, c.id{order} LIMIT {question.most} OFFSET {question.skipped}) AS p{number}"
        )
        values += asked
    return start + " UNION ALL ".join(parts), values


def _source(db: Db, question: Question) -> tuple[str, list[Any], str, list[Condition]]:
    """What stands before the parts, its values, where these take cards from, and what they ask of each."""
    holds = [Condition(question.state), *question.conditions]
    if isinstance(question.way, Waiting):
        # Each is looked for by itself; asked for again, the card would be fetched for it.
        holds = [one for one in holds if one != has_status(question.way.statuses)]
    holds += [stands_in(db, one) for one in question.lists if one is not question.way]
    ids = db.members(question.board_ids)
    boards = f"c.board_id IN (SELECT b.id FROM {db.each('b')})"
    # Nor from going by the boards.
    readable = Condition(f"({boards}) IS TRUE", (ids,))
    if question.way is None:
        return "", [], "cards_card", [*holds, readable]
    if question.way == "boards":
        start, values = _gathering("gathered", [Condition(boards, (ids,))], holds)
        return start, values, "gathered", []
    if isinstance(question.way, Waiting):
        statuses = [Condition(f"c.status = '{status}'") for status in question.way.statuses]
        start, values = _gathering("listed", statuses, holds)
    else:
        table, listed = question.way
        by_list = f"c.id IN (SELECT l.row_id FROM {table} l WHERE {db.within('l.value')})"
        start, values = _gathering("listed", [Condition(by_list, (db.members(listed),))], holds)
    # The boards apart: PostgreSQL would count the making of their list for each card.
    start += f", gathered AS MATERIALIZED (SELECT * FROM listed c WHERE {readable.sql}) "
    return start, [*values, ids], "gathered", []


def _gathering(name: str, by: Iterable[Condition], holds: Sequence[Condition]) -> tuple[str, list[Any]]:
    """What meets one of these, each looked for apart (none twice), and all that holds."""
    each = [joined([one, *holds]) for one in by]
    cards = " UNION ALL ".join(f"SELECT {_GATHERED} FROM cards_card c WHERE {where}" for where, _ in each)
    return f"WITH {name} AS MATERIALIZED ({cards}) ", [value for _, values in each for value in values]


def _bounds(part: Part, by: str) -> Iterable[Condition]:
    """What makes a card one of this part, after the last that was told and before the last to be looked at.
    One bound a side: of two, SQLite may begin at the wider.
    """
    (_, low, high), after, until = part.span, part.after, part.until
    if part.fact:
        yield Condition(part.fact)
    first, above = (until, ">=") if part.is_downwards else (after, ">")
    last, below = (after, "<") if part.is_downwards else (until, "<=")
    if first and (low is None or first[0] > low):
        yield _beside(part, by, above, first)
    elif low is not None:
        yield Condition(f"{by} > ?", (low,))
    if last and (high is None or last[0] <= high):
        yield _beside(part, by, below, last)
    elif high is not None:
        yield Condition(f"{by} <= ?", (high,))


def _beside(part: Part, by: str, sign: str, place: tuple[int, str]) -> Condition:
    """The cards of a part on one side of a place. Of those without a date there are many, and an index goes
    by ids only among cards of one value.
    """
    key, card_id = place
    if key == NEVER and part.span.low == NEVER - 1:
        return Condition(f"{by} = ? AND c.id {sign} ?", place)
    return Condition(f"{by} {sign[0]}= ? AND ({by} {sign[0]} ? OR c.id {sign} ?)", (key, key, card_id))
