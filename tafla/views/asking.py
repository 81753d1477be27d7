"""The one statement that finds a view's cards, bucket by bucket, on both databases.

Three ways lead to the same rows (ways.py chooses). *Walking*: for each bucket along an index in its order,
until it is full. *Gathering*: all cards of the boards, or of a list (assignees, tags), once, and the buckets
from them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from tafla.cards.models import WAITING
from tafla.cards.nearest import nearest_due_sql
from tafla.sync.db import Db
from tafla.views.buckets import Span

DUE = nearest_due_sql("c")
# As the partial indexes on cards say it.
OPEN = "c.completed_at IS NULL AND c.deleted_at IS NULL"
DONE = "c.completed_at IS NOT NULL AND c.deleted_at IS NULL"
STATUS = "c.status IN ({})".format(", ".join(f"'{status}'" for status in WAITING))
# A bucket's count is exact up to a thousand; one more means: more.
MOST = 1_001


class Condition(NamedTuple):
    """What a card `c` must be, and the values these words ask for."""

    sql: str
    values: Sequence[Any] = ()


class Listing(NamedTuple):
    """That a card stands in a list (`Table.lists`) under one of these values."""

    table: str
    values: tuple[str, ...]


ASSIGNEES, TAGS = "cards_cardassignee", "cards_cardtag"
# What cards are gathered by.
Way = Listing | Literal["boards"]


class Part(NamedTuple):
    """A bucket as it is asked for. by: what its cards go by; fact: what else they are, in words of an index;
    after: (value, id) of the card after which to begin.
    """

    span: Span
    by: Literal["due", "completed_at"] = "due"
    fact: str = ""
    is_downwards: bool = False
    after: tuple[int, str] | None = None


class Found(NamedTuple):
    """A card of a bucket: which of the parts, what it goes by there, its id and its title."""

    part: int
    key: int
    card_id: str
    title: str


@dataclass(frozen=True)
class Question:
    """What is asked. state: OPEN or DONE; board_ids: those the reader may read; lists, conditions: what holds
    of every card; way: what to gather by, or None to walk; most: how many cards of each part.
    """

    state: str
    board_ids: Sequence[str]
    parts: Sequence[Part]
    lists: Sequence[Listing] = ()
    conditions: Sequence[Condition] = ()
    way: Way | None = None
    most: int = MOST


def find(db: Db, question: Question, *, titled: bool = False) -> list[Found]:
    """The cards of each part, in its order; titles are "" unless asked for."""
    title = "c.title" if titled else "''"
    sql, values = _statement(db, question, f"{{part}} AS part, {{by}} AS sort, c.id AS id, {title} AS title")
    return [Found(*row) for row in db.query(sql, values)]


def count(db: Db, question: Question) -> list[int]:
    """How many cards each part has, `most` at most."""
    sql, values = _statement(db, question, "{part} AS part")
    counts = dict(db.query(f"SELECT part, count(*) FROM ({sql}) AS f GROUP BY part", values))
    return [counts.get(number, 0) for number in range(len(question.parts))]


def stands_in(db: Db, listing: Listing) -> Condition:
    """The list as a condition that is looked at card by card."""
    table, values = listing
    return Condition(
        f"EXISTS (SELECT 1 FROM {table} l WHERE l.row_id = c.id AND {db.within('l.value')})",
        (db.members(values),),
    )


_GATHERED = f"c.id, c.title, c.status, c.priority, c.completed_at, {DUE} AS due"


def _statement(db: Db, question: Question, fields: str) -> tuple[str, list[Any]]:
    base = [*_way(db, question), Condition(question.state), _readable(db, question.board_ids)]
    base += [stands_in(db, one) for one in question.lists if one is not question.way]
    base += question.conditions
    start, source, words = "", "cards_card", {"due": DUE, "completed_at": "c.completed_at"}
    values: list[Any] = []
    if question.way is not None:
        where, values = _joined(base)
        start = f"WITH gathered AS MATERIALIZED (SELECT {_GATHERED} FROM cards_card c WHERE {where}) "
        base, source, words = [], "gathered", words | {"due": "c.due"}
    parts = []
    for number, part in enumerate(question.parts):
        by, order = words[part.by], " DESC" if part.is_downwards else ""
        where, asked = _joined([*base, *_bounds(part, by)])
        told = fields.format(part=number, by=by)
        parts.append(
            f"SELECT * FROM (SELECT {told} FROM {source} c WHERE {where} "
            f"ORDER BY {by}{order}, c.id{order} LIMIT {question.most}) AS p{number}"
        )
        values = [*values, *asked]
    return start + " UNION ALL ".join(parts), values


def _way(db: Db, question: Question) -> Iterable[Condition]:
    """What the cards are gathered by."""
    if question.way == "boards":
        ids = db.members(question.board_ids)
        yield Condition(f"c.board_id IN (SELECT b.id FROM {db.each('b')})", (ids,))
    elif question.way is not None:
        table, listed = question.way
        sql = f"c.id IN (SELECT l.row_id FROM {table} l WHERE {db.within('l.value')})"
        yield Condition(sql, (db.members(listed),))


def _readable(db: Db, board_ids: Sequence[str]) -> Condition:
    """The card stands on one of these boards; `IS TRUE` keeps planners from going by them."""
    return Condition(f"(c.board_id IN (SELECT b.id FROM {db.each('b')})) IS TRUE", (db.members(board_ids),))


def _bounds(part: Part, by: str) -> Iterable[Condition]:
    """What makes a card one of this part, and one after the last that was told."""
    if part.fact:
        yield Condition(part.fact)
    if part.span.low is not None:
        yield Condition(f"{by} > ?", (part.span.low,))
    if part.span.high is not None:
        yield Condition(f"{by} <= ?", (part.span.high,))
    if part.after:
        sign, (key, card_id) = "<" if part.is_downwards else ">", part.after
        yield Condition(f"{by} {sign}= ? AND ({by} {sign} ? OR c.id {sign} ?)", (key, key, card_id))


def _joined(conditions: Iterable[Condition]) -> tuple[str, list[Any]]:
    """They hold together; true where there are none."""
    some = list(conditions) or [Condition("1 = 1")]
    return " AND ".join(one.sql for one in some), [value for one in some for value in one.values]
