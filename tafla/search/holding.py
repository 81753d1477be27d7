"""Documents by what they hold, as parts of statements on the two databases.

A *choice* is a list of groups of tokens; a document holds it when it holds one token of each group. What is
asked for is a list of choices, one an account, of which one is enough.
"""

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tafla.search.index import ERA_BITS, Key, board_token, era
from tafla.sync.db import Db

Choices = Sequence[Sequence[Iterable[int]]]
# So many groups, of so many tokens together, are looked for in the index; each more takes more than it saves.
INDEXED, MOST_TOKENS = 4, 64
# On PostgreSQL the newest are found by their eras: those of so many, then of so many more, then the rest.
SLICES = (2, 30)
# Eras that may have begun since somebody last looked which is the newest.
AHEAD = 8
KNOWN_S = 60.0


# PostgreSQL cannot know how often tokens come, and would rather read everything than ask the index; and what
# it compiles takes longer than what it then runs.
_PLAN = ("enable_seqscan", "off"), ("max_parallel_workers_per_gather", "0"), ("jit", "off")


def prepare(db: Db) -> None:
    """Have the index asked, until the end of this transaction."""
    if db.vendor == "postgresql":
        settings = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in _PLAN)
        db.query(f"SELECT {settings}")


class _Newest:
    """The era of about the newest document."""

    era = 0
    until = 0.0


def newest(db: Db, choices: Choices, most: int) -> tuple[list[str], str]:
    """Sources of the documents `d` that hold one of these choices, newest first, the newer in the first
    source; and a condition: the index is asked for some groups, the first, and of its documents no more than
    `most` (on PostgreSQL: a source) for the others.
    """
    count = _indexed(choices[0])
    few, others = [groups[:count] for groups in choices], [groups[count:] for groups in choices]
    held = _held(db, others) if others[0] else ""
    if db.vendor == "sqlite":
        return [_words(few, f"ORDER BY rowid DESC LIMIT {most}")], held
    # The sum keeps the database from going through all documents by their order instead.
    return [
        "(SELECT id + 0 AS id, kind, row_id, subject_id, tokens FROM search_document AS d "
        f"WHERE {_overlapping(few)} AND {bound} ORDER BY id + 0 DESC LIMIT {most}) AS d"
        for bound in _slices(_newest_era(db))
    ], held


def _indexed(groups: Sequence[Iterable[int]]) -> int:
    sums = accumulate(len(list(group)) for group in groups)
    return max(1, sum(1 for at, many in enumerate(sums) if at < INDEXED and many <= MOST_TOKENS))


def _newest_era(db: Db) -> int:
    if time.monotonic() > _Newest.until:
        _Newest.era = era(db.query("SELECT coalesce(max(id), 0) FROM search_document")[0][0])
        _Newest.until = time.monotonic() + KNOWN_S
    return _Newest.era


def _slices(newest: int) -> list[str]:
    """Conditions on documents' eras, the newest first."""
    bounds, high = [], newest + AHEAD
    for size in SLICES:
        low = max(0, newest - size)
        bounds.append(f"d.tokens && ARRAY{list(range(low, high + 1))}::integer[]")
        if low == 0:
            return bounds
        high = newest = low - 1
    return [*bounds, f"d.id + 0 < {(high + 1) << ERA_BITS}"]


def each(db: Db, choices: Choices, _: int) -> tuple[list[str], str]:
    """The same, for looking at few documents that are known otherwise, one by one; in no order."""
    return ["search_document AS d"], _held(db, choices)


def _held(db: Db, choices: Choices) -> str:
    if db.vendor == "postgresql":
        return f"({_overlapping(choices)}) IS TRUE"
    alike = (" AND ".join(f"({' OR '.join(_inside(group))})" for group in groups) for groups in choices)
    return f"({' OR '.join(f'({one})' for one in alike)})"


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
    """Choices differ in their accounts, and no document has tokens of two: so of each group any will do."""
    groups = (set().union(*alike) for alike in zip(*choices, strict=True))
    return " AND ".join(f"d.tokens && ARRAY{_signed(group)}::integer[]" for group in groups)


def _signed(group: Iterable[int]) -> list[int]:
    return array("i", array("I", sorted(group)).tobytes()).tolist()
