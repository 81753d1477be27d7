"""Looking into the index: one statement of parts, the better answers before the others.

Each part reads documents newest first and stops when it has enough, or has looked at as many as it may, so
that a common word costs no more than a rare one. Where a thing stands now, and whether this person may read
that, is asked of the live rows in the same statement. What the person may not read is never counted among
those looked at: the answer does not depend on it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tafla.search import holding, index
from tafla.search.filtering import Live
from tafla.search.parts import Part
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE
from tafla.sync.db import Db

# Whoever reads no more boards than this is looked for on these; others in whole accounts.
FEW = 48
# So many documents of what the person may read, the newest, are held against the filters for a part.
HELD, HELD_TITLES = {"sqlite": 1_500, "postgresql": 1_000}, {"sqlite": 4_000, "postgresql": 2_500}


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
    """Where a person looks: boards they may read (and whose account's they are), and those whose chats and
    files too. `here` comes first. `is_whole`: they may read everything in these accounts.
    """

    person_id: str
    boards: dict[str, str]
    chats: frozenset[str]
    files: frozenset[str]
    here: str | None = None
    is_whole: bool = False


def look(db: Db, parts: Sequence[Part], reach: Reach, live: Live) -> list[Hit]:
    """The documents of all parts, each once; of cards those that are as `live` says."""
    parts = [part for part in parts if _within(part, reach)[1]]
    if not parts or live.cards == ():
        return []
    selects: list[str] = []
    values: list[Any] = []
    for part in parts:
        select, given = _select(db, part, reach, live)
        selects.append(select)
        values += given
    found = db.query(
        f"WITH mine AS MATERIALIZED ({_RELATION[db.vendor]}){_SLICES[db.vendor]} SELECT h.*, b.name, "
        f"coalesce(k.name, ''), coalesce(k.kind, ''), coalesce(f.favourite, {_FALSE[db.vendor]}) "
        f"FROM ({' UNION ALL '.join(selects)}) AS h "
        "JOIN boards_board b ON b.id = h.board_id LEFT JOIN boards_column k ON k.id = h.column_id "
        "LEFT JOIN boards_boardpref f ON f.id = CAST(? AS text) || '.' || h.board_id",
        (_members(db, reach), *holding.slices(db), *values, reach.person_id),
    )
    return [Hit(*row) for row in dict.fromkeys(found)]


_FALSE = {"sqlite": "0", "postgresql": "false"}
_SLICES = {
    "sqlite": "",
    "postgresql": ", slices AS MATERIALIZED (SELECT e::integer[] AS eras FROM unnest(?::text[]) AS u(e))",
}
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
_NOTHING = "NULL AS id, 0 AS number, '' AS title, '' AS column_id"
# What filters ask of a card (filtering.py), and what is told of it.
_FACTS = ("number", "title", "column_id", "status", "due_on", "completed_at", "deleted_at", "tag_ids")
_CARD = ", ".join(("c.id", *(f"c.{name}" for name in _FACTS)))


def _select(db: Db, part: Part, reach: Reach, live: Live) -> tuple[str, list[Any]]:
    """One part as a statement, newest first, and its values."""
    accounts, boards = _within(part, reach)
    choices = _choices(part, accounts, boards)
    is_board = part.kind == BOARD
    if live.cards is None or is_board:
        is_whole = reach.is_whole or len(boards) <= FEW
        source, held = holding.newest(db, choices, is_whole=is_whole)
        among, values, most = "", [], f" LIMIT {(HELD_TITLES if part.kind == TITLE else HELD)[db.vendor]}"
    else:
        source, held = holding.each(db, choices)
        among = db.within("d.subject_id" if part.kind in (MESSAGE, FILE) else "d.row_id")
        values, most = [db.members(live.cards)], ""
    card, is_card, board = _GROUND[part.kind]
    # As a value, and no join: PostgreSQL then makes one table of the boards to look them up in.
    mine = f"({board} IN {_MINE.get(part.kind, '(SELECT id FROM mine)')}) IS TRUE"
    where = " AND ".join(one for one in (held, f"d.kind = '{part.kind}'", is_card, among, mine) if one)
    readable = (
        f"SELECT d.id AS doc, d.kind, d.row_id, {board} AS board_id, {_NOTHING if is_board else _CARD} "
        f"FROM {source} {card} WHERE {where}{most}"
    )
    told = (
        "SELECT c.kind, c.row_id, c.id AS card_id, coalesce(c.number, 0) AS number, "
        "coalesce(c.title, '') AS title, coalesce(c.column_id, '') AS column_id, c.board_id, c.doc "
        f"FROM ({readable}) AS c WHERE {'true' if is_board else ' AND '.join(live.conditions)}"
    )
    return f"SELECT * FROM ({told} LIMIT {part.most}) AS p", values if is_board else [*values, *live.values]


def _within(part: Part, reach: Reach) -> tuple[set[str], list[str]]:
    """(accounts, boards) in which a part is looked for."""
    if part.is_here and reach.here:
        return {reach.boards[reach.here]}, [reach.here]
    read = {MESSAGE: reach.chats, FILE: reach.files}.get(part.kind, reach.boards)
    return {reach.boards[board] for board in read}, list(read)


def _choices(part: Part, accounts: Iterable[str], boards: Sequence[str]) -> holding.Choices:
    """What documents must hold: in each account its own tokens; where boards are few, one of theirs too."""
    within = [[index.board_token(board) for board in boards]] if len(boards) <= FEW else []
    # Few ways to write a word take less to look for, and long words are rarer.
    groups = sorted(part.groups, key=lambda group: (len(group), -len(group[0])))
    return [
        [*within, *([index.token(term, account) for term in group] for group in groups)]
        for account in sorted(accounts)
    ]


_HANGS = ("LEFT JOIN cards_card c ON c.id = d.subject_id", "", "coalesce(c.board_id, d.subject_id)")
_IS = ("CROSS JOIN cards_card c", "c.id = d.row_id", "c.board_id")
# kind -> (how to reach the live card, on which condition, what names its board)
_GROUND = {TITLE: _IS, CONTENTS: _IS, MESSAGE: _HANGS, FILE: _HANGS, BOARD: ("", "", "d.row_id")}
