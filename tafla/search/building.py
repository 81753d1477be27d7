"""Making the index from what there is: after an upgrade, and when its form has changed. In slices beside the
writer, safe to stop and go on; what changes meanwhile the listener brings.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence

from django.db import Error, close_old_connections

from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.search import index
from tafla.search.documents import refresh
from tafla.search.index import Key
from tafla.search.models import Build
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE
from tafla.sync.db import Db, current

log = logging.getLogger(__name__)

# Raised whenever documents would have other terms: the index is then made anew.
VERSION = 5
AT_ONCE = 200
# As long as it has worked, it rests: others get at least every second turn at the writer.
SHARE = 1.0
PAUSE_S = 0.005
EVERY_S = 60.0
# table -> kinds of the documents made of its rows
_TABLES = {
    "boards_board": (BOARD,),
    "cards_card": (TITLE, CONTENTS),
    "chat_message": (MESSAGE,),
    "files_attachment": (FILE,),
}
_KINDS = tuple(kind for kinds in _TABLES.values() for kind in kinds)


def run(stop: threading.Event) -> None:
    """Build what is missing, now and whenever told to build anew. For the work process."""
    while not stop.is_set():
        try:
            build(lambda seconds: _wait(stop, seconds * SHARE), stop.is_set, stands_back=True)
            index.merge(current(), lambda: _wait(stop, PAUSE_S))
        except Error as error:
            log.warning("Could not build the search index: %s", error)
        close_old_connections()
        stop.wait(EVERY_S)


def _wait(stop: threading.Event, seconds: float) -> None:
    stop.wait(seconds)


def ask_anew() -> None:
    """Have the index made anew."""
    Build.objects.update_or_create(id=1, defaults={"version": 0, "done_at": None})


def build(
    rest: Callable[[float], None] = lambda _: None,
    is_stopped: Callable[[], bool] = lambda: False,
    *,
    stands_back: bool = False,
) -> int:
    """Go on building until all is read, or told to stop; how many documents were written. Several may build
    at once: each goes on where the last of them has come to, or, if it `stands_back`, leaves it to the other.
    """
    db, count = current(), 0
    state = _state(db)
    while state.done_at is None and not is_stopped():
        began = time.perf_counter()
        keys = next_keys(db, state.after)
        count += refresh(db, keys, lambda: rest(PAUSE_S))
        if not _note(state, keys) and stands_back:
            break
        rest(time.perf_counter() - began)
        state = _state(db)
    return count


def _state(db: Db) -> Build:
    """How far the index is; one of another version is forgotten, and begun anew in the same transaction."""
    state, _ = Build.objects.get_or_create(id=1)
    if state.version != VERSION:
        # Below every id, and each time another: whoever began with the index before must not take the
        # beginning of this one for theirs.
        index.clear(db, VERSION, f"-{new_id()[1:]}")
        state.refresh_from_db()
    return state


def _note(state: Build, keys: Sequence[Key]) -> bool:
    """Say that all is read up to the last of these, unless somebody else has said otherwise meanwhile."""
    same = Build.objects.filter(id=1, version=VERSION, after=state.after, done_at=None)
    if keys:
        return same.update(after=keys[-1][1]) == 1
    return same.update(done_at=now_ms()) == 1


def next_keys(db: Db, after: str) -> list[Key]:
    """The documents of the next rows by age: ids rise with time, whatever the table."""
    tables = " UNION ALL ".join(
        f"SELECT * FROM (SELECT '{table}' AS source, id FROM {table} WHERE id > ? ORDER BY id "
        f"LIMIT {AT_ONCE}) AS s"
        for table in _TABLES
    )
    found = db.query(
        f"SELECT source, id FROM ({tables}) AS a ORDER BY id LIMIT {AT_ONCE}", (after,) * len(_TABLES)
    )
    keys = [(kind, row_id) for table, row_id in found for kind in _TABLES[table]]
    # Rows of two tables may have one id, and the last of them be cut off here.
    return [*keys, *((kind, keys[-1][1]) for kind in _KINDS)] if keys else []
