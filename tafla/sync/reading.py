"""Reading scopes: the only way for doors to learn whether somebody may, and what stands there (S10)."""

from dataclasses import dataclass

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.sync.db import Db
from tafla.sync.gate import READERS, Gate, refuse
from tafla.sync.tables import TABLES
from tafla.sync.write import FIRST_EPOCH

# One refill holds at most this many changes; a reader further behind takes a snapshot.
MOST_REFILL = 2_000
# So does one whose changes are more text than this; a few are read without weighing them.
MOST_REFILL_CHARS = 4 * 1024 * 1024
UNWEIGHED = 8


@dataclass(frozen=True)
class Reader:
    """Who reads: a signed-in person, or whoever holds a board's link, or both."""

    person_id: str | None
    link: str | None = None


@dataclass(frozen=True)
class Head:
    """Where a scope stands."""

    epoch: str
    seq: int
    cut: int


def ground_of(db: Db, scope: str) -> tuple[str, str]:
    """The ground that guards a scope, and the right that reads it.

    Raises Refusal not_found for a scope of no known kind, or whose row is gone.
    """
    kind, _, scope_id = scope.partition(":")
    # Anything may stand there: PostgreSQL fails on text with a zero byte, and with it whoever asks for many.
    if kind not in READERS or not is_id(scope_id):
        raise Refusal("not_found")
    through, ground, right = READERS[kind]
    if not through:
        return f"{ground}:{scope_id}", right
    for table, field in through:
        found = db.query(f"SELECT {field} FROM {TABLES[table].db} WHERE id = ?", (scope_id,))
        if found:
            return f"{ground}:{found[0][0]}", right
    raise Refusal("not_found")


def access_scope(db: Db, gate: Gate, reader: Reader, scope: str) -> str:
    """The ground of a scope that a reader may read now. Raises Refusal not_found or not_allowed."""
    ground, right = ground_of(db, scope)
    access_ground(db, gate, reader, ground, right)
    return ground


def access_ground(db: Db, gate: Gate, reader: Reader, ground: str, right: str) -> None:
    """Check that a reader has a right on a ground now. Raises Refusal."""
    circle = gate.fresh(db, [ground], {}).get(ground)
    if circle is None:
        db.begin_read()
        try:
            circle = gate.refresh(db, [ground], {}, is_steady=True).get(ground)
        finally:
            db.rollback()
    code = refuse(circle, reader.person_id, right, reader.link)
    if code:
        raise Refusal(code, **({"right": right} if code == "not_allowed" else {}))


def head_of(db: Db, scope: str) -> Head:
    """The head of a scope; one that nobody wrote yet stands at 0."""
    found = db.query("SELECT epoch, seq, cut FROM sync_scope WHERE id = ?", (scope,))
    return Head(*found[0]) if found else Head(FIRST_EPOCH, 0, 0)


def changes_after(db: Db, scope: str, seq: int, up_to: int) -> list[tuple[int, bytes]]:
    """(seq, encoded change) of a scope after `seq` up to `up_to`, in order; none when they weigh too much."""
    if up_to - seq > UNWEIGHED:
        weight = db.query(
            "SELECT coalesce(sum(length(patches)), 0) FROM sync_change "
            "WHERE scope = ? AND seq > ? AND seq <= ?",
            (scope, seq, up_to),
        )
        if weight[0][0] > MOST_REFILL_CHARS:
            return []
    found = db.query(
        "SELECT c.seq, c.person_id, c.command_id, c.at, c.patches, s.epoch FROM sync_change c "
        "JOIN sync_scope s ON s.id = c.scope "
        "WHERE c.scope = ? AND c.seq > ? AND c.seq <= ? ORDER BY c.seq",
        (scope, seq, up_to),
    )
    return [
        (number, encode_change(scope, epoch, number, (by, command_id, at), patches.encode()))
        for number, by, command_id, at, patches, epoch in found
    ]


def encode_change(
    scope: str, epoch: str, seq: int, made: tuple[str | None, str, int], patches: bytes
) -> bytes:
    """A change as the wire carries it; `made` is by whom, by which command, when (ms). None of these words
    needs escaping.
    """
    by, command_id, at = made
    author = f'"{by}"' if by else "null"
    return f'["{scope}","{epoch}",{seq},{author},"{command_id}",{at},'.encode() + patches + b"]"
