"""`tafla search`: the search index made anew, or compared with what it should be, while the server runs."""

import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from tafla.project import ready  # isort: skip — the index below needs Django set up
from tafla.search import building, checking, index
from tafla.search.index import Key
from tafla.search.models import Document
from tafla.sync.db import current

__all__ = ["check", "ready", "rebuild"]

SAID_EVERY_S = 2.0
MOST_LISTED = 20
NAMES = {"b": "board", "t": "title", "c": "contents", "m": "message", "f": "file"}


def rebuild() -> int:
    """Make the index anew. Until it is done, search finds less; what is stopped the server goes on with."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    say = _seldom(lambda: "{:,} of {:,} rows".format(*checking.progress(current())))

    def rest(seconds: float) -> None:
        say()
        stop.wait(seconds * building.SHARE)

    building.ask_anew()
    count = building.build(rest, stop.is_set)
    if stop.is_set():
        click.echo(
            f"Stopped after {count:,} documents. The server goes on with it, or this command begins anew."
        )
        return 1
    index.merge(current(), lambda: rest(building.PAUSE_S))
    # The server may have made some of them.
    click.echo(f"The index is made: {Document.objects.count():,} documents.")
    return 0


def check(sample: int | None) -> int:
    """Compare documents with what they should be, and say which differ; 1 if any does."""
    db, seen = current(), 0
    read, whole = checking.progress(db)
    if read < whole:
        click.echo(f"The index is being made: {read:,} of {whole:,} rows.")
        return 1
    say = _seldom(lambda: f"{seen:,} compared")

    def counted(keys: Iterable[Sequence[Key]]) -> Iterator[Sequence[Key]]:
        nonlocal seen
        for some in keys:
            yield some
            seen += len(some)
            say()

    keys = checking.all_keys(db) if sample is None else checking.sample_keys(db, sample)
    wrong = checking.differences(db, counted(keys))
    for (kind, row_id), what in list(wrong.items())[:MOST_LISTED]:
        click.echo(f"{what}: {NAMES[kind]} {row_id}")
    counts = ", ".join(f"{many:,} {what}" for what, many in Counter(wrong.values()).items())
    click.echo(
        f"These documents differ: {counts}. Mend it by: tafla search --rebuild"
        if wrong
        else "Nothing differs."
    )
    return 1 if wrong else 0


def _seldom(words: Callable[[], str]) -> Callable[[], None]:
    """Says how far it is, now and then."""
    last = time.monotonic()

    def say() -> None:
        nonlocal last
        if time.monotonic() - last >= SAID_EVERY_S:
            click.echo(words())
            sys.stdout.flush()
            last = time.monotonic()

    return say
