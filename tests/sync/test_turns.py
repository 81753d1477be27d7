"""Writers of one SQLite file take turns, and none waits long for its own."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tafla.sync.db import current

HELD_S, BETWEEN_S, OTHERS = 0.004, 0.01, 3


def other() -> sqlite3.Connection:
    return sqlite3.connect(settings.DATABASES["default"]["NAME"], uri=True, isolation_level=None, timeout=20)


@pytest.fixture
def busy(database: Path) -> Iterator[None]:
    """Others who write again and again, and wait as the library does."""
    is_over = threading.Event()

    def write() -> None:
        line = other()
        while not is_over.is_set():
            line.execute("BEGIN IMMEDIATE")
            line.execute("UPDATE sync_cursor SET pos = pos")
            time.sleep(HELD_S)
            line.execute("COMMIT")
            time.sleep(BETWEEN_S)
        line.close()

    threads = [threading.Thread(target=write) for _ in range(OTHERS)]
    for thread in threads:
        thread.start()
    yield
    is_over.set()
    for thread in threads:
        thread.join()


def waits(begin: Callable[[], object], commit: Callable[[], object], count: int = 100) -> float:
    """Seconds that the slowest but a twentieth took to get their turn."""
    took = []
    for _ in range(count):
        began = time.perf_counter()
        begin()
        took.append(time.perf_counter() - began)
        commit()
        time.sleep(0.001)
    return sorted(took)[-count // 20]


def test_a_turn_comes_sooner_than_by_the_librarys_own_waits(busy: None) -> None:
    db, line = current(), other()
    ours = waits(db.begin, db.commit)
    librarys = waits(lambda: line.execute("BEGIN IMMEDIATE"), lambda: line.execute("COMMIT"))
    line.close()
    assert ours < librarys


def test_who_gets_no_turn_is_told_and_waits_as_before(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db, line = current(), other()
    connection.connection.execute("PRAGMA busy_timeout=50")
    line.execute("BEGIN IMMEDIATE")
    began = time.perf_counter()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        db.begin()
    assert time.perf_counter() - began >= 0.05
    assert db.query("PRAGMA busy_timeout") == [(50,)]
    line.execute("ROLLBACK")
    line.close()
    db.begin()
    db.rollback()
