"""Reading scopes: the only way for doors to learn whether somebody may, and what stands there (S10)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.sync.db import Db
from tafla.sync.gate import READERS, Circle, Gate, refuse
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


def grounds_of(db: Db, scopes: Iterable[str]) -> set[tuple[str, str]]:
    """The grounds that guard these scopes, each with the right that reads; `ground_of` for many. Scopes whose
    row is gone are left out.
    """
    ids: dict[str, set[str]] = defaultdict(set)
    for scope in scopes:
        kind, _, scope_id = scope.partition(":")
        ids[kind].add(scope_id)
    found: set[tuple[str, str]] = set()
    for kind in ids.keys() & READERS.keys():
        through, ground, right = READERS[kind]
        left = ids[kind]
        for table, field in through:
            sql = f"SELECT id, {field} FROM {TABLES[table].db} WHERE {db.within('id')}"
            rows = db.query(sql, (db.members(left),)) if left else []
            left = left - {row[0] for row in rows}
            found |= {(f"{ground}:{row[1]}", right) for row in rows}
        if not through:
            found |= {(f"{ground}:{one}", right) for one in left}
    return found


def access_scope(db: Db, gate: Gate, reader: Reader, scope: str) -> str:
    """The ground of a scope that a reader may read now. Raises Refusal not_found or not_allowed."""
    ground, right = ground_of(db, scope)
    access_ground(db, gate, reader, ground, right)
    return ground


def access_ground(db: Db, gate: Gate, reader: Reader, ground: str, right: str) -> None:
    """Check that a reader has a right on a ground now. Raises Refusal."""
    circle = circles_of(db, gate, [ground]).get(ground)
    code = refuse(circle, reader.person_id, right, reader.link)
    if code:
        raise Refusal(code, **({"right": right} if code == "not_allowed" else {}))


def circles_of(db: Db, gate: Gate, grounds: Sequence[str]) -> dict[str, Circle]:
    """The circles of these grounds as they are now; grounds that do not exist are left out."""
    if not grounds:
        return {}
    fresh = gate.fresh(db, grounds, {})
    if len(fresh) == len(grounds):
        return fresh
    db.begin_read()
    try:
        return gate.refresh(db, grounds, {}, is_steady=True)
    finally:
        db.rollback()


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
