"""What the hub asks before somebody watches, or goes on watching, a scope (S5, S10). What reads the database
runs in a thread.
"""

from typing import Any, NamedTuple

from tafla.core.refusals import Refusal
from tafla.sync import reading
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader
from tafla.sync.stream import Stream


class Opened(NamedTuple):
    """A scope one may read: what guards it, where it stands, and the changes that were missed."""

    ground: str
    head: reading.Head
    changes: list[tuple[int, bytes]]


def open_scope(db: Any, gate: Gate, reader: Reader, scope: str, epoch: str | None, seq: int | None) -> Opened:
    """In a thread: check access, read the head, and the changes a watcher at `seq` has missed."""
    ground = reading.access_scope(db, gate, reader, scope)
    head = reading.head_of(db, scope)
    first = max(head.cut, head.seq - reading.MOST_REFILL)
    if seq is None or epoch != head.epoch or not first <= seq < head.seq:
        return Opened(ground, head, [])
    return Opened(ground, head, reading.changes_after(db, scope, seq, head.seq))


def reset_code(
    stream: Stream, head: reading.Head, epoch: str | None, seq: int | None, changes: list[tuple[int, bytes]]
) -> str | None:
    """Why a watcher must take a snapshot first, or None (S5)."""
    if seq is None or epoch != stream.epoch:
        return "epoch"
    if seq > max(stream.seq, head.seq):
        return "ahead"
    whole = len(changes) == head.seq - seq if seq < head.seq else True
    joined = stream.seq <= head.seq or (stream.recent and stream.recent[0][0] <= head.seq + 1)
    return None if whole and joined else "cut"


def head_and_changes(db: Any, scope: str, after: int) -> tuple[reading.Head, list[tuple[int, bytes]]]:
    head = reading.head_of(db, scope)
    return head, reading.changes_after(db, scope, after, min(head.seq, after + reading.MOST_REFILL))


def refused(db: Any, gate: Gate, scope: str, readers: list[Reader]) -> tuple[str, list[str | None]]:
    """The ground of a scope ("" when it is gone), and for each reader a refusal code or None."""
    ground = ""
    codes: list[str | None] = []
    for reader in readers:
        try:
            ground = reading.access_scope(db, gate, reader, scope)
            codes.append(None)
        except Refusal as refusal:
            codes.append(refusal.code)
    return ground, codes
