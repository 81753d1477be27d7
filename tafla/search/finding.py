"""Looking into the index: one statement of parts, the better answers before the others.

Each part reads documents newest first and stops when it has enough, so that a common word costs no more than
a rare one. Where a thing stands now, and whether this person may read that, is asked of the live rows in the
same statement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from tafla.search import index, terms
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE, Group, Question
from tafla.sync.db import Db

# Whoever reads no more boards than this is looked for on these; others in whole accounts.
FEW = 48
# How many documents a part gives.
MOST, MOST_BOARDS = 40, 12
MOST_IN_ALL = 300
# On PostgreSQL documents are read in slices, the newest first: each of so many, and all before.
SLICES = (8_000, 64_000, 512_000)


# Conditions on live cards `c`, and their values (filtering.py).
Live = tuple[Sequence[str], Sequence[Any]]


class Hit(NamedTuple):
    """A document that was found, and the card and board it stands on now."""

    kind: str
    row_id: str
    card_id: str | None
    number: int
    title: str
    column_id: str
    board_id: str
    doc: int
    board_name: str
    column_name: str
    column_kind: str
    is_favourite: bool


@dataclass(frozen=True)
class Reach:
    """Where a person looks: boards they may read, and those whose chats and files too; the accounts these
    belong to. `here` comes first.
    """

    person_id: str
    accounts: tuple[str, ...]
    boards: tuple[str, ...]
    chats: frozenset[str]
    files: frozenset[str]
    here: str | None = None


@dataclass(frozen=True)
class Part:
    """One look: documents of a kind that hold one term of each group."""

    kind: str
    groups: Sequence[Group]
    most: int = MOST
    is_here: bool = False


def parts_of(question: Question, reach: Reach, *, is_of_cards: bool) -> list[Part]:
    """What to look for, in order."""
    asked = question.terms
    parts = [Part(TITLE, [(terms.number_term(question.number),)])] if question.number else []
    near = [reach.here] if reach.here else []
    if question.number and near:
        parts.insert(0, Part(TITLE, parts[0].groups, 1, is_here=True))
    if not asked:
        return parts
    parts.append(Part(TITLE, [(terms.whole_term(TITLE, question.whole),)]))
    parts += [Part(TITLE, start, 20) for start in [terms.start_groups(TITLE, asked)] if start]
    for kind in (TITLE, CONTENTS, MESSAGE, FILE):
        parts += [Part(kind, terms.groups(kind, asked), 20, is_here=True) for _ in near]
        parts.append(Part(kind, terms.groups(kind, asked)))
    if not is_of_cards:
        parts.append(Part(BOARD, terms.groups(BOARD, asked), MOST_BOARDS))
    kinds = (TITLE,) if is_of_cards else (TITLE, BOARD)
    loose = [(kind, terms.near_groups(kind, asked)) for kind in kinds]
    return parts + [Part(kind, groups, MOST_BOARDS) for kind, groups in loose if groups]


def look(db: Db, parts: Sequence[Part], reach: Reach, live: Live) -> list[Hit]:
    """The documents of all parts, each once; of cards those that are as `live` says."""
    if not parts or not reach.boards:
        return []
    slices = _slices(db)
    selects: list[str] = []
    values: list[Any] = []
    for part in parts:
        bounds = [""] if part.is_here else slices
        for bound in bounds:
            selects.append(_select(db, part, reach, live[0], bound))
            values += live[1] if part.kind != BOARD else []
    found = db.query(
        f"WITH mine AS MATERIALIZED ({_RELATION[db.vendor]}) SELECT h.*, b.name, coalesce(k.name, ''), "
        f"coalesce(k.kind, ''), coalesce(f.favourite, {_FALSE[db.vendor]}) "
        f"FROM (SELECT * FROM ({' UNION ALL '.join(selects)}) AS a LIMIT {MOST_IN_ALL}) AS h "
        "JOIN boards_board b ON b.id = h.board_id LEFT JOIN boards_column k ON k.id = h.column_id "
        "LEFT JOIN boards_boardpref f ON f.id = CAST(? AS text) || '.' || h.board_id",
        (_members(db, reach), *values, reach.person_id),
    )
    return [Hit(*row) for row in dict.fromkeys(found)]


_FALSE = {"sqlite": "0", "postgresql": "false"}
# Boards the person may read: id, and whether chats and files too.
_RELATION = {
    "sqlite": "SELECT substr(value, 3) AS id, substr(value, 1, 1) AS c, substr(value, 2, 1) AS f "
    "FROM json_each(?)",
    "postgresql": "SELECT substr(v, 3) AS id, substr(v, 1, 1) AS c, substr(v, 2, 1) AS f "
    "FROM unnest(?::text[]) AS u(v)",
}


def _members(db: Db, reach: Reach) -> Any:
    flags = (f"{int(one in reach.chats)}{int(one in reach.files)}{one}" for one in reach.boards)
    return db.members(flags)


_MINE = {
    MESSAGE: "(SELECT id FROM mine WHERE c = '1')",
    FILE: "(SELECT id FROM mine WHERE f = '1')",
}
_JOIN = {"sqlite": "CROSS JOIN", "postgresql": "JOIN"}
_BOARD = "NULL AS card_id, 0 AS number, '' AS title, '' AS column_id"
_CARD = (
    "c.id AS card_id, coalesce(c.number, 0) AS number, coalesce(c.title, '') AS title, "
    "coalesce(c.column_id, '') AS column_id"
)


def _select(db: Db, part: Part, reach: Reach, live: Sequence[str], bound: str) -> str:
    """One part as a statement, newest first."""
    groups = [
        [index.token(term, account) for account in reach.accounts for term in group] for group in part.groups
    ]
    if part.is_here and reach.here:
        groups.append([index.board_token(reach.here)])
    elif len(reach.boards) <= FEW:
        groups.append([index.board_token(board) for board in reach.boards])
    card, board, conditions = _ground(db, part.kind, live)
    mine = _MINE.get(part.kind, "(SELECT id FROM mine)")
    where = [index.holding(db, groups), f"d.kind = '{part.kind}'", f"{board} IN {mine}", *conditions, bound]
    facts = _BOARD if part.kind == BOARD else _CARD
    return (
        f"SELECT * FROM (SELECT d.kind, d.row_id, {facts}, {board} AS board_id, d.id AS doc "
        f"FROM {index.SOURCE[db.vendor]} {card} WHERE {' AND '.join(one for one in where if one)} "
        f"ORDER BY {'w.rowid' if db.vendor == 'sqlite' else 'd.id + 0'} DESC LIMIT {part.most}) AS s"
    )


def _ground(db: Db, kind: str, live: Sequence[str]) -> tuple[str, str, Sequence[str]]:
    """(how to reach the live card, what names its board, what it must be)."""
    if kind == BOARD:
        return "", "d.row_id", []
    if kind in (MESSAGE, FILE):
        return "LEFT JOIN cards_card c ON c.id = d.subject_id", "coalesce(c.board_id, d.subject_id)", live
    return f"{_JOIN[db.vendor]} cards_card c ON c.id = d.row_id", "c.board_id", live


def _slices(db: Db) -> list[str]:
    """Bounds of documents' ids, the newest first; on SQLite one reads backwards anyway."""
    if db.vendor == "sqlite":
        return [""]
    newest = db.query("SELECT coalesce(max(id), 0) FROM search_document")[0][0]
    ends = [newest - size for size in SLICES if size < newest]
    if not ends:
        return [""]
    between = (f"d.id > {low} AND d.id <= {high}" for high, low in pairwise(ends))
    return [f"d.id > {ends[0]}", *between, f"d.id <= {ends[-1]}"]
