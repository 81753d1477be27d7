"""Documents by what they hold, as parts of statements on the two databases.

A *choice* is a list of groups of tokens; a document holds it when it holds one token of each group. What is
asked for is a list of choices, one an account, of which one is enough.
"""

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tafla.search.index import ERA_BITS, LEVEL_BITS, LEVELS, Key, board_token, era_token
from tafla.sync.db import Db

Choices = Sequence[Sequence[Iterable[int]]]
# So many groups, of so many tokens together, are looked for in the index; each more takes more than it saves.
INDEXED, MOST_TOKENS = 6, 64
# Of a slice no more than this are put in order, where all of them may be read.
POOL = 12_000
# Eras that may have begun since somebody last looked which is the newest.
AHEAD = 8
KNOWN_S = 60.0


# PostgreSQL cannot know how often tokens come, and would rather read everything than ask the index.
_PLAN = (
    *((f"enable_{name}", "off") for name in ("seqscan", "hashjoin", "mergejoin")),
    ("max_parallel_workers_per_gather", "0"),
)


def prepare(db: Db) -> None:
    """Have the index asked, until the end of this transaction."""
    if db.vendor == "postgresql":
        settings = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in _PLAN)
        db.query(f"SELECT {settings}")


class _Newest:
    """The era of about the newest document."""

    era = 0
    until = 0.0


def newest(db: Db, choices: Choices, *, is_whole: bool) -> tuple[str, str]:
    """A source of the documents `d` that hold one of these choices, newest first, read no further than one
    asks; and a condition: the index is asked for some groups, the first. `is_whole`: all may be read.
    """
    count = _indexed(choices[0])
    few, others = [groups[:count] for groups in choices], [groups[count:] for groups in choices]
    held = _held(db, others) if others[0] else ""
    if db.vendor == "sqlite":
        # The limit has it keep its order, and go along.
        return _words(few, "ORDER BY rowid DESC LIMIT -1"), held
    # The index goes along what it is asked for first.
    where = " AND ".join(one for one in ("d.tokens && s.eras", _overlapping(few), held) if one)
    # The sum keeps the database from going through all documents by their order instead.
    return (
        "slices AS s CROSS JOIN LATERAL (SELECT * FROM (SELECT id, kind, row_id, subject_id "
        f"FROM search_document AS d WHERE {where}{f' LIMIT {POOL}' if is_whole else ''}) AS o "
        "ORDER BY id + 0 DESC) AS d"
    ), ""


def _indexed(groups: Sequence[Iterable[int]]) -> int:
    sums = accumulate(len(list(group)) for group in groups)
    return max(1, sum(1 for at, many in enumerate(sums) if at < INDEXED and many <= MOST_TOKENS))


def slices(db: Db) -> list[list[str]]:
    """A value: documents' eras in slices, the newest first, as arrays. None on SQLite, which goes along its
    table.
    """
    if db.vendor == "sqlite":
        return []
    found, size, newest = [], 1, _newest_era(db)
    high, low = newest + AHEAD, newest
    while high >= 0:
        found.append(f"{{{','.join(map(str, _eras(low, high)))}}}")
        high, size = low - 1, size * 2
        # Where whole eights are named, there are fewer numbers to look for.
        low = max(0, low - size)
        low -= low % (1 << LEVEL_BITS * ((size.bit_length() - 1) // LEVEL_BITS))
    return [found]


def _eras(low: int, high: int) -> Iterator[int]:
    """The numbers of all eras from one to another."""
    while low <= high:
        level = next(
            level
            for level in reversed(range(LEVELS))
            if low % (many := 1 << LEVEL_BITS * level) == 0 and low + many <= high + 1
        )
        yield era_token(level, low >> LEVEL_BITS * level)
        low += 1 << LEVEL_BITS * level


def _newest_era(db: Db) -> int:
    if time.monotonic() > _Newest.until:
        _Newest.era = db.query("SELECT coalesce(max(id), 0) FROM search_document")[0][0] >> ERA_BITS
        _Newest.until = time.monotonic() + KNOWN_S
    return _Newest.era


def each(db: Db, choices: Choices) -> tuple[str, str]:
    """The same, for looking at few documents that are known otherwise, one by one; in no order."""
    return "search_document AS d", _held(db, choices)


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
