"""Documents by what they hold, as parts of statements on the two databases.

A *choice* is a list of groups of tokens; a document holds it when it holds one token of each group. What is
asked for is a list of choices, one an account, of which one is enough.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from tafla.search.index import Key, board_token
from tafla.sync.db import Db

Choices = Sequence[Sequence[Iterable[int]]]
# No more documents than this, the newest, are looked at for one answer (SQLite).
MOST = 20_000


def newest(db: Db, choices: Choices) -> tuple[str, str]:
    """(source, condition) of the documents `d` that hold one of these choices. On SQLite they come newest
    first; on PostgreSQL they are to be sorted.
    """
    if db.vendor == "postgresql":
        return "search_document AS d", _overlapping(choices)
    return _words(choices, f"ORDER BY rowid DESC LIMIT {MOST}"), ""


def each(db: Db, choices: Choices) -> tuple[str, str]:
    """The same, for looking at few documents that are known otherwise, one by one."""
    if db.vendor == "postgresql":
        return "search_document AS d", _overlapping(choices)
    alike = (" AND ".join(f"({' OR '.join(_inside(group))})" for group in groups) for groups in choices)
    return "search_document AS d", _any(alike)


def keys_of_board(db: Db, board_id: str, at_once: int = 500) -> Iterator[list[Key]]:
    """All documents of a board, some at a time; those that are written meanwhile come once more."""
    after, choices = 0, [[[board_token(board_id)]]]
    while True:
        if db.vendor == "postgresql":
            source = f"search_document AS d WHERE {_overlapping(choices)} AND d.id > {after:d}"
        else:
            source = _words(choices, f"AND rowid > {after:d} ORDER BY rowid LIMIT {at_once}")
        found = db.query(f"SELECT d.id, d.kind, d.row_id FROM {source} ORDER BY d.id LIMIT {at_once}")
        if not found:
            return
        after = found[-1][0]
        yield [(kind, row_id) for _, kind, row_id in found]


def _words(choices: Choices, tail: str) -> str:
    """The full-text table decides in which order it looks at documents."""
    asked = " OR ".join(f"({' AND '.join(_either(group) for group in groups)})" for groups in choices)
    found = f"SELECT rowid AS id FROM search_words WHERE search_words MATCH '{asked}' {tail}"
    return f"({found}) AS w CROSS JOIN search_document AS d ON d.id = w.id"


def _either(group: Iterable[int]) -> str:
    words = " OR ".join(f'"{one}"' for one in _spelt(group))
    return f"({words})"


def _inside(group: Iterable[int]) -> Iterator[str]:
    return (f"instr(d.tokens, x'{one}') > 0" for one in _spelt(group))


def _spelt(group: Iterable[int]) -> list[str]:
    return array("I", sorted(set(group))).tobytes().hex(" ", 4).split(" ")


def _overlapping(choices: Choices) -> str:
    return _any(" AND ".join(_overlap(group) for group in groups) for groups in choices)


def _overlap(group: Iterable[int]) -> str:
    numbers = array("i", array("I", sorted(set(group))).tobytes()).tolist()
    return f"d.tokens && ARRAY{numbers}::integer[]"


def _any(alternatives: Iterable[str]) -> str:
    return f"({' OR '.join(f'({one})' for one in alternatives)})"
