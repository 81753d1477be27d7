"""The index in the database: documents by tokens, numbers that stand for terms within an account.

What two accounts hold has no token in common but by chance, so how long a question takes tells nothing of
what others hold. On SQLite a full-text table without contents finds them, which must be told what it held to
forget it; on PostgreSQL an index over arrays does.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from zlib import crc32

from tafla.sync.db import Db

Key = tuple[str, str]  # kind, id of the row
Content = tuple[str | None, bytes]  # subject, tokens
# On PostgreSQL one writes at a time, so that what is written is what was read; SQLite has one writer anyway.
_LOCK = "SELECT pg_advisory_xact_lock(7263401)"
# On PostgreSQL a document also holds the number of its era, of the eight eras this is one of, and of the
# eight of these: newer ones can be found first, and many eras be named by few numbers.
ERA_BITS, LEVELS, LEVEL_BITS = 13, 3, 3
# Pages of the full-text table that are merged at a time; parts it may have.
MERGED, MOST_PARTS = 60, 6
_WORDS = (("rowid", "int"), ("tokens", "text"))
_DOCUMENTS = (("id", "int"), ("kind", "text"), ("row_id", "text"), ("subject_id", "text"), ("tokens", "blob"))


def token(term: str, account_id: str) -> int:
    """The number that stands for a term within an account."""
    return crc32(term.encode(), crc32(f"{account_id} ".encode()))


def board_token(board_id: str) -> int:
    """The number that all documents of a board have."""
    return crc32(f"board {board_id}".encode())


def era_token(level: int, place: int) -> int:
    """The number of an era, of eight eras (level 1), of eight of these (level 2), by its place among them."""
    return (level << 24) + place


def tokens_of(terms: Iterable[str], account_id: str, board_id: str) -> bytes:
    """What a document with these terms holds."""
    base = crc32(f"{account_id} ".encode())
    numbers = {crc32(term.encode(), base) for term in terms}
    return array("I", sorted({*numbers, board_token(board_id)})).tobytes()


def begin(db: Db) -> None:
    """Begin to write: nobody else does until the end of the transaction."""
    db.begin()
    if db.vendor == "postgresql":
        db.query(_LOCK)


def write(db: Db, documents: dict[Key, Content | None]) -> int:
    """Put these documents in the place of those there; None: there is none any more. Those that are as they
    should be stay. How many were written.
    """
    new, old = dict(documents), []
    for number, kind, row_id, subject_id, tokens in stored(db, [row_id for _, row_id in documents]):
        if (kind, row_id) not in documents:
            continue
        if documents[kind, row_id] == (subject_id, tokens):
            del new[kind, row_id]
        else:
            old.append((number, tokens))
    added = [(*key, *content) for key, content in new.items() if content]
    drop(db, old)
    _add(db, added)
    return len(old) + len(added)


def stored(db: Db, row_ids: Iterable[str]) -> Iterator[tuple[int, str, str, str | None, bytes]]:
    """(id, kind, row, subject, tokens) of the documents of these rows."""
    sql = f"SELECT id, kind, row_id, subject_id, tokens FROM search_document WHERE {db.within('row_id')}"
    for number, kind, row_id, subject_id, tokens in db.query(sql, (db.members(row_ids),)):
        # The last numbers of an array are its eras.
        held = tokens if isinstance(tokens, bytes) else array("i", tokens[:-LEVELS]).tobytes()
        yield number, kind, row_id, subject_id, held


def drop(db: Db, old: Sequence[tuple[int, bytes]]) -> None:
    """Forget documents by (id, tokens)."""
    if old and db.vendor == "sqlite":
        rows = [("delete", number, _spelt(tokens)) for number, tokens in old]
        db.insert("search_words", (("search_words", "text"), *_WORDS), rows)
    ids = [str(number) for number, _ in old]
    if ids:
        db.run(f"DELETE FROM search_document WHERE {_ids(db)}", (db.members(ids),))


def _ids(db: Db) -> str:
    if db.vendor == "sqlite":
        return "id IN (SELECT CAST(value AS integer) FROM json_each(?))"
    return "id = ANY(CAST(?::text[] AS bigint[]))"


def _add(db: Db, rows: Sequence[tuple[str, str, str | None, bytes]]) -> None:
    if not rows:
        return
    if db.vendor == "sqlite":
        first = 1 + db.query("SELECT coalesce(max(id), 0) FROM search_document")[0][0]
        db.insert("search_document", _DOCUMENTS, [(first + at, *row) for at, row in enumerate(rows)])
        db.insert("search_words", _WORDS, [(first + at, _spelt(row[3])) for at, row in enumerate(rows)])
        return
    *columns, tokens = zip(*rows, strict=True)
    arrays = [f"{{{str(array('i', one).tolist())[1:-1]}}}" for one in tokens]
    db.run(
        "INSERT INTO search_document (id, kind, row_id, subject_id, tokens) "
        f"SELECT v.n, v.k, v.r, v.s, v.t::integer[] || ARRAY[{_ERAS}] FROM (SELECT nextval("
        "pg_get_serial_sequence('search_document', 'id')) AS n, u.* FROM unnest("
        "?::text[], ?::text[], ?::text[], ?::text[]) AS u(k, r, s, t)) AS v",
        (*(list(column) for column in columns), arrays),
    )


_ERAS = ", ".join(
    f"({era_token(level, 0)} + (v.n >> {ERA_BITS + LEVEL_BITS * level}))::integer" for level in range(LEVELS)
)


def _spelt(tokens: bytes) -> str:
    """Tokens as words of the full-text table."""
    return tokens.hex(" ", 4)


def clear(db: Db, version: int, after: str) -> None:
    """Forget the whole index and say that one of this version begins, unless somebody has just done so."""
    begin(db)
    try:
        if db.query("SELECT 1 FROM search_build WHERE id = 1 AND version <> ?", (version,)):
            if db.vendor == "sqlite":
                db.run("INSERT INTO search_words (search_words) VALUES ('delete-all')")
            db.run("DELETE FROM search_document" if db.vendor == "sqlite" else "TRUNCATE search_document")
            db.run("UPDATE search_build SET version = ?, after = ?, done_at = NULL", (version, after))
        db.commit()
    except BaseException:
        db.rollback()
        raise


def merge(db: Db, rest: Callable[[], None]) -> None:
    """Put together what the full-text table has in many parts (SQLite), each of which is asked for every
    word. A little at a time, so that the writer is never held.
    """
    if db.vendor != "sqlite":
        return
    parts = db.query("SELECT count(DISTINCT segid) FROM search_words_idx")[0][0]
    pages = -MERGED if parts > MOST_PARTS else 0
    while pages:
        before = db.query("SELECT total_changes()")[0][0]
        db.run(f"INSERT INTO search_words (search_words, rank) VALUES ('merge', {pages})")
        # A merge that finds nothing to do counts as one change.
        pages = MERGED if db.query("SELECT total_changes()")[0][0] - before > 1 else 0
        rest()


def keys_on(db: Db, subject_ids: Sequence[str]) -> list[Key]:
    """The documents of what hangs on these cards or boards."""
    sql = f"SELECT kind, row_id FROM search_document WHERE {db.within('subject_id')}"
    return db.query(sql, (db.members(subject_ids),)) if subject_ids else []
