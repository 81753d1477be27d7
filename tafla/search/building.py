"""Making the index from what there is: after an upgrade, and when its form has changed. In slices beside the
writer, safe to stop and go on; what changes meanwhile the listener brings.
"""

import logging
import threading
import time
from collections.abc import Callable

from django.db import Error, close_old_connections

from tafla.core.clock import now_ms
from tafla.search import index
from tafla.search.documents import refresh
from tafla.search.models import Build
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE
from tafla.sync.db import Db, current

log = logging.getLogger(__name__)

# Raised whenever documents would have other terms: the index is then made anew.
VERSION = 1
AT_ONCE = 200
# As long as it has worked, it rests: others get at least every second turn at the writer.
SHARE = 1.0
PAUSE_S = 0.005
EVERY_S = 60.0
# kind -> the table whose rows documents of it are made of, oldest first
ORDER = {
    BOARD: "boards_board",
    TITLE: "cards_card",
    CONTENTS: "cards_card",
    FILE: "files_attachment",
    MESSAGE: "chat_message",
}


def run(stop: threading.Event) -> None:
    """Build what is missing, now and whenever told to build anew. For the work process."""
    while not stop.is_set():
        try:
            build(lambda took: _wait(stop, took * SHARE), stop.is_set)
        except Error as error:
            log.warning("Could not build the search index: %s", error)
        close_old_connections()
        stop.wait(EVERY_S)


def _wait(stop: threading.Event, seconds: float) -> None:
    stop.wait(seconds)


def is_built() -> bool:
    """Whether everything there was has been read."""
    return Build.objects.filter(version=VERSION, done_at__isnull=False).exists()


def ask_anew() -> None:
    """Have the index made anew."""
    Build.objects.update_or_create(id=1, defaults={"version": 0, "done_at": None})


def build(
    rest: Callable[[float], None] = lambda _: None, is_stopped: Callable[[], bool] = lambda: False
) -> int:
    """Go on building until all is read; how many documents were written."""
    db, count = current(), 0
    state, _ = Build.objects.get_or_create(id=1)
    if state.version != VERSION:
        _clear(db)
        Build.objects.filter(id=1).update(version=VERSION, kind=BOARD, after="", done_at=None)
        state.refresh_from_db()
    kinds = list(ORDER)
    while state.done_at is None and not is_stopped():
        began = time.perf_counter()
        ids = _next(db, ORDER[state.kind], state.after)
        count += refresh(db, [(state.kind, row_id) for row_id in ids], lambda: rest(PAUSE_S))
        if ids:
            state.after = ids[-1]
        elif state.kind != kinds[-1]:
            state.kind, state.after = kinds[kinds.index(state.kind) + 1], ""
        else:
            state.done_at = now_ms()
        state.save()
        rest(time.perf_counter() - began)
    return count


def _next(db: Db, table: str, after: str) -> list[str]:
    """Rows in the order of their ids, which is that of their making."""
    sql = f"SELECT id FROM {table} WHERE id > ? ORDER BY id LIMIT {AT_ONCE}"
    return [row_id for (row_id,) in db.query(sql, (after,))]


def _clear(db: Db) -> None:
    """Forget the whole index."""
    index.begin(db)
    if db.vendor == "sqlite":
        db.run("INSERT INTO search_words (search_words) VALUES ('delete-all')")
        db.run("DELETE FROM search_document")
    else:
        db.run("TRUNCATE search_document")
    db.commit()
