"""Listeners: what happens some time after a command (S19). Mails, search, webhooks and exports read the log.

Each listener follows the log by global position with a cursor of its own, in a thread of its own of the work
process. It is told of a change at least once, in the log's order, so what it does must be safe to repeat. One
that fails is tried again with growing waits, and holds up nobody but itself.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import Error, close_old_connections, connection

from tafla.sync.db import current
from tafla.sync.feed import Position, read_after
from tafla.sync.models import Cursor
from tafla.sync.rebasing import rebase

log = logging.getLogger("tafla.sync")

EVERY_S = 0.5
# Between a few hundred changes and the next, so that commands get their turns.
REST_S = 0.02
# The cursor of one that is told nothing may lag so far: what it reads again is nothing to it.
SAVE_EVERY_S = 5.0
BACK_OFF_S = (0.5, 2, 5, 15, 60)
AT_ONCE = 500
COLUMNS = "xid, pos, scope, seq, command_id, person_id, verb, at, patches"


@dataclass(frozen=True)
class Change:
    """One record of the log. `patches` are what the wire carried."""

    position: Position
    scope: str
    seq: int
    command_id: str
    person_id: str | None
    verb: str
    at: int
    patches: list[list[Any]]


Tell = Callable[[Change], None]
TellAll = Callable[[list[Change]], None]


@dataclass
class Listener:
    """A function that is told of changes in scopes of some kinds ("desk", …), and how far it has read.
    Either it is told of each (`tell`), or of all there are at a time (`tell_all`).
    """

    name: str
    kinds: frozenset[str]
    tell: Tell | None = None
    tell_all: TellAll | None = None
    position: Position | None = None
    failures: int = 0
    saved_at: float = 0.0
    is_ahead: bool = False  # of its cursor


LISTENERS: dict[str, Listener] = {}
# Those that write much do it one at a time: two would share this process's interpreter, and each would hold
# the database's writer for twice as long.
_turn = threading.Lock()


def listener(name: str, *kinds: str) -> Callable[[Tell], Tell]:
    """Decorator: register a listener. Its name is its cursor's, so it is never changed or used twice."""

    def register(tell: Tell) -> Tell:
        _register(Listener(name, frozenset(kinds), tell=tell))
        return tell

    return register


def bulk_listener(name: str, *kinds: str) -> Callable[[TellAll], TellAll]:
    """Decorator: register a listener that writes to the database, and so is told of up to a few hundred
    changes at once. Where it fails, it is told of all of them again.
    """

    def register(tell_all: TellAll) -> TellAll:
        _register(Listener(name, frozenset(kinds), tell_all=tell_all))
        return tell_all

    return register


def _register(one: Listener) -> None:
    if one.name in LISTENERS:
        raise ValueError(f"listener {one.name} is declared twice")
    LISTENERS[one.name] = one


def run(stop: threading.Event) -> None:
    """Follow the log with every listener until told to stop. For the work process."""
    if not _rebase(stop):
        return
    threads = [
        threading.Thread(target=_follow, args=(one, stop), name=f"listener-{one.name}", daemon=True)
        for one in LISTENERS.values()
    ]
    for thread in threads:
        thread.start()
    stop.wait()
    for thread in threads:
        thread.join(timeout=4)


def _rebase(stop: threading.Event) -> bool:
    """Mend a log from elsewhere first, as soon as the database answers; whether that was before the end."""
    while not stop.is_set():
        try:
            rebase()
            return True
        except Error as error:
            log.warning("listeners wait: %s", type(error).__name__)
        finally:
            connection.close()
        stop.wait(BACK_OFF_S[0])
    return False


def _follow(one: Listener, stop: threading.Event) -> None:
    while not stop.is_set():
        wait = EVERY_S
        try:
            close_old_connections()
            if _take_turn(one):
                wait = REST_S
            one.failures = 0
        except Exception:  # a listener's own fault, or the database's; both come again
            wait = BACK_OFF_S[min(one.failures, len(BACK_OFF_S) - 1)]
            one.failures += 1
            log.exception("listener %s failed, again in %g s", one.name, wait)
            # What was read ahead is read again, from where the cursor stands.
            one.position = None
            connection.close()
        stop.wait(wait)
    connection.close()


def _take_turn(one: Listener) -> bool:
    if one.tell_all is None:
        return step(one)
    with _turn:
        # What it makes of the log is lost with its cursor, if at all, and made again.
        current().sync_later()
        return step(one)


def step(one: Listener) -> bool:
    """Tell a listener what is new, up to a few hundred changes; whether there may be more.

    Where the listener fails, the cursor stands right before that change, and the failure is raised.
    """
    db = current()
    if one.position is None:
        one.position = position_of(one.name)
    rows, behind = read_after(db, "sync_change", COLUMNS, one.position, AT_ONCE)
    changes = [change_of(row) for row in rows if row[2].split(":", 1)[0] in one.kinds]
    if one.tell_all and changes:
        one.tell_all(changes)
    elif one.tell:
        _tell_each(one, one.tell, changes)
    one.position = behind
    one.is_ahead = one.is_ahead or bool(rows)
    if changes or (one.is_ahead and time.monotonic() - one.saved_at > SAVE_EVERY_S):
        _save(one, behind)
    return len(rows) == AT_ONCE


def _tell_each(one: Listener, tell: Tell, changes: list[Change]) -> None:
    before = one.position or Position()
    for change in changes:
        try:
            tell(change)
        except Exception:
            _save(one, before)
            raise
        before = change.position


def change_of(row: tuple[Any, ...]) -> Change:
    """A record as the log keeps it, by `COLUMNS`."""
    xid, pos, scope, seq, command_id, person_id, verb, at, patches = row
    position = Position(xid, pos)
    return Change(position, scope, seq, command_id, person_id, verb, at, orjson.loads(patches))


def catch_up() -> None:
    """Tell every listener everything there is, here and now; for tests and commands."""
    for one in LISTENERS.values():
        one.position = None
        while step(one):
            pass


def position_of(name: str) -> Position:
    """How far a listener has certainly read."""
    found = Cursor.objects.filter(name=name).first()
    return Position(found.xid, found.pos) if found else Position()


def _save(one: Listener, position: Position) -> None:
    Cursor.objects.update_or_create(name=one.name, defaults={"xid": position.xid, "pos": position.pos})
    one.saved_at, one.is_ahead = time.monotonic(), False
