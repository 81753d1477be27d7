"""Looking into the index: one statement of parts, the better answers before the others.

Each part reads documents newest first and stops when it has enough, so that a common word costs no more than
a rare one. Where a thing stands now, and whether this person may read that, is asked of the live rows in the
same statement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tafla.search import holding, index, terms
from tafla.search.filtering import Live
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE, Group, Question
from tafla.sync.db import Db

# Whoever reads no more boards than this is looked for on these; others in whole accounts.
FEW = 48
# No more documents than this, the newest, are looked at for a part (on PostgreSQL: a slice of it).
SCANNED, SCANNED_NEAR = {"sqlite": 10_000, "postgresql": 2_000}, 1_000
# How many documents a part gives.
MOST, MOST_BOARDS, MOST_NEAR = 40, 12, 15


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
    files too. `here` comes first.
    """

    person_id: str
    boards: dict[str, str]
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
    is_near: bool = False


def near_parts(question: Question, *, is_of_cards: bool) -> list[Part]:
    """The same with mistakes: for when little is found without."""
    kinds = (TITLE,) if is_of_cards else (TITLE, BOARD)
    return [
        Part(kind, groups, MOST_NEAR, is_near=True)
        for kind in kinds
        for groups in terms.near_groups(kind, question.terms)
    ]


def parts_of(question: Question, reach: Reach, *, is_of_cards: bool) -> list[Part]:
    """What to look for, in order."""
    asked = question.terms
    parts = [Part(TITLE, [(terms.number_term(question.number),)])] if question.number else []
    near = [reach.here] if reach.here else []
    if question.number and near:
        parts.insert(0, Part(TITLE, parts[0].groups, 1, is_here=True))
    if not asked:
        return parts
    # Where other things narrow the cards down, what fits best is among what fits.
    if not is_of_cards:
        parts.append(Part(TITLE, [(terms.whole_term(TITLE, question.whole),)]))
        parts += [Part(TITLE, start, 20) for start in [terms.start_groups(TITLE, asked)] if start]
    for kind in (TITLE, CONTENTS, MESSAGE, FILE):
        parts += [Part(kind, terms.groups(kind, asked), 20, is_here=True) for _ in near]
        parts.append(Part(kind, terms.groups(kind, asked)))
    if not is_of_cards:
        parts.append(Part(BOARD, terms.groups(BOARD, asked), MOST_BOARDS))
    return parts


def look(db: Db, parts: Sequence[Part], reach: Reach, live: Live) -> list[Hit]:
    """The documents of all parts, each once; of cards those that are as `live` says."""
    if not parts or not reach.boards or live.cards == ():
        return []
    selects: list[str] = []
    values: list[Any] = []
    for part in parts:
        select, given = _select(db, part, reach, live)
        selects.append(select)
        values += given
    found = db.query(
        f"WITH mine AS MATERIALIZED ({_RELATION[db.vendor]}) SELECT h.*, b.name, coalesce(k.name, ''), "
        f"coalesce(k.kind, ''), coalesce(f.favourite, {_FALSE[db.vendor]}) "
        f"FROM ({' UNION ALL '.join(selects)}) AS h "
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
_BOARD = "NULL AS card_id, 0 AS number, '' AS title, '' AS column_id"
_CARD = (
    "c.id AS card_id, coalesce(c.number, 0) AS number, coalesce(c.title, '') AS title, "
    "coalesce(c.column_id, '') AS column_id"
)


def _select(db: Db, part: Part, reach: Reach, live: Live) -> tuple[str, list[Any]]:
    """One part as a statement, newest first, and its values."""
    choices = _choices(part, reach)
    find = holding.newest if live.cards is None or part.kind == BOARD else holding.each
    sources, held = find(db, choices, SCANNED_NEAR if part.is_near else SCANNED[db.vendor])
    selects = [_from(db, part, live, source, held) for source in sources]
    sql = f"SELECT * FROM ({' UNION ALL '.join(selects)}) AS s LIMIT {part.most}"
    return f"SELECT * FROM ({sql}) AS p", _values(db, part, live) * len(selects)


def _from(db: Db, part: Part, live: Live, source: str, held: str) -> str:
    """The documents of one source that stand where this person may read."""
    card, is_card, board = _GROUND[part.kind]
    # As a value, and no join: PostgreSQL then makes one table of the boards to look them up in.
    mine = f"({board} IN {_MINE.get(part.kind, '(SELECT id FROM mine)')}) IS TRUE"
    conditions = () if part.kind == BOARD else live.conditions
    where = [held, f"d.kind = '{part.kind}'", is_card, _among(db, part, live), mine, *conditions]
    # SQLite gives them as they come from the source, which is newest first, without having to sort them.
    order = "" if source.startswith("(") and db.vendor == "sqlite" else " ORDER BY d.id DESC"
    return (
        f"SELECT * FROM (SELECT d.kind, d.row_id, {_BOARD if part.kind == BOARD else _CARD}, "
        f"{board} AS board_id, d.id AS doc FROM {source} {card} "
        f"WHERE {' AND '.join(one for one in where if one)}{order} LIMIT {part.most}) AS o"
    )


def _choices(part: Part, reach: Reach) -> holding.Choices:
    """What documents must hold: in each account its own tokens; where boards are few, one of theirs too."""
    if part.is_here and reach.here:
        accounts, boards = {reach.boards[reach.here]}, [reach.here]
    else:
        accounts, boards = set(reach.boards.values()), list(reach.boards)
    within = [[index.board_token(board) for board in boards]] if len(boards) <= FEW else []
    # Few ways to write a word take less to look for, and long words are rarer.
    groups = sorted(part.groups, key=lambda group: (len(group), -len(group[0])))
    return [
        [*within, *([index.token(term, account) for term in group] for group in groups)]
        for account in sorted(accounts)
    ]


def _among(db: Db, part: Part, live: Live) -> str:
    if live.cards is None or part.kind == BOARD:
        return ""
    return db.within("d.subject_id" if part.kind in (MESSAGE, FILE) else "d.row_id")


def _values(db: Db, part: Part, live: Live) -> list[Any]:
    """The values of a part's statement, in order."""
    if part.kind == BOARD:
        return []
    return [*([] if live.cards is None else [db.members(live.cards)]), *live.values]


_HANGS = ("LEFT JOIN cards_card c ON c.id = d.subject_id", "", "coalesce(c.board_id, d.subject_id)")
_IS = ("CROSS JOIN cards_card c", "c.id = d.row_id", "c.board_id")
# kind -> (how to reach the live card, on which condition, what names its board)
_GROUND = {TITLE: _IS, CONTENTS: _IS, MESSAGE: _HANGS, FILE: _HANGS, BOARD: ("", "", "d.row_id")}
