"""Is the index what it should be? Documents are compared with the tables they are made of, both ways."""

import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from tafla.search import index
from tafla.search.building import VERSION, next_keys
from tafla.search.documents import expected
from tafla.search.index import Key
from tafla.search.models import Build, Document
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE
from tafla.sync.db import Db

AT_ONCE = 200
# What was said this short a time ago the index may not have read yet.
LATE_S = 3.0
# So many of a document's tokens are looked for in the full-text table.
LOOKED_FOR = 8
KINDS = (BOARD, TITLE, CONTENTS, MESSAGE, FILE)
ROWS = ("boards_board", "cards_card", "chat_message", "files_attachment")
_DOCUMENTS = "SELECT DISTINCT row_id AS id FROM search_document"

MISSING, OLD, LEFT, UNFOUND = "missing", "old", "left over", "not found by its words"


def progress(db: Db) -> tuple[int, int]:
    """(rows that have been read since the index was begun, rows there are)."""
    state = Build.objects.filter(id=1).first() or Build()
    count = " + ".join(f"(SELECT count(*) FROM {table}{{where}})" for table in ROWS)
    whole: int = db.query(f"SELECT {count.format(where='')}")[0][0]
    if state.version != VERSION:
        return 0, whole
    if state.done_at is not None:
        return whole, whole
    read: int = db.query(f"SELECT {count.format(where=' WHERE id <= ?')}", (state.after,) * len(ROWS))[0][0]
    return read, whole


def differences(
    db: Db, keys: Iterable[Sequence[Key]], wait: Callable[[float], None] = time.sleep
) -> dict[Key, str]:
    """What is wrong with the documents of these keys, of which some come at a time. What seems wrong is
    looked at once more a little later: the index reads what happens a moment after it happened.
    """
    found = [key for some in keys for key in _compare(db, some)]
    if found:
        wait(LATE_S)
    again = (_compare(db, found[at : at + AT_ONCE]) for at in range(0, len(found), AT_ONCE))
    return {key: wrong for some in again for key, wrong in some.items()}


def _compare(db: Db, keys: Sequence[Key]) -> dict[Key, str]:
    asked, wanted = set(keys), expected(db, keys)
    missing, wrong = set(wanted), dict[Key, str]()
    for number, kind, row_id, subject_id, tokens in index.stored(db, {row_id for _, row_id in keys}):
        key = (kind, row_id)
        missing.discard(key)
        if key not in asked:
            continue
        if key not in wanted:
            wrong[key] = LEFT
        elif wanted[key] != (subject_id, tokens):
            wrong[key] = OLD
        elif not _is_found(db, number, tokens):
            wrong[key] = UNFOUND
    return dict.fromkeys(sorted(missing), MISSING) | wrong


def _is_found(db: Db, number: int, tokens: bytes) -> bool:
    """Whether SQLite's full-text table leads from a document's words to it."""
    if db.vendor != "sqlite":
        return True
    some = tokens[: LOOKED_FOR * array("I").itemsize].hex(" ", 4).split()
    asked = " AND ".join(f'"{one}"' for one in some)
    sql = f"SELECT 1 FROM search_words WHERE search_words MATCH '{asked}' AND rowid = {number:d}"
    return bool(db.query(sql))


def all_keys(db: Db) -> Iterator[list[Key]]:
    """The documents of all rows there are, and then all documents there are."""
    keys = next_keys(db, "")
    while keys:
        yield keys
        keys = next_keys(db, keys[-1][1])
    documents, after = Document.objects.order_by("id").values_list("id", "kind", "row_id"), 0
    while some := list(documents.filter(id__gt=after)[:AT_ONCE]):
        after = some[-1][0]
        yield [(kind, row_id) for _, kind, row_id in some]


def sample_keys(db: Db, many: int) -> Iterator[list[Key]]:
    """All documents of so many rows by chance, and so many documents."""
    for source in (" UNION ALL ".join(f"SELECT id FROM {table}" for table in ROWS), _DOCUMENTS):
        ids = [one for (one,) in db.query(f"SELECT id FROM ({source}) AS s ORDER BY random() LIMIT {many:d}")]
        for at in range(0, len(ids), AT_ONCE):
            yield [(kind, one) for one in ids[at : at + AT_ONCE] for kind in KINDS]
