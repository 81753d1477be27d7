"""Forgetting: the log keeps that something happened, and no longer what it said (S22).

Of a forgotten row every patch says only what is left of it (where nothing is, its removal) and every old
value nothing, in all scopes it ever lay in.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from tafla.sync.command import Record
from tafla.sync.db import Db
from tafla.sync.tables import TABLES, Row
from tafla.sync.work import Key, Work

Patches = list[list[Any]]
# Forgotten rows that still stand, by table and id.
Left = dict[Key, Row]

# More rows than this are looked for in one reading of the log.
FEW = 8
SLICE = 2_000
_ID = re.compile(r'(?<=")[0-9a-f.-]{36,80}(?=")')


def blank(db: Db, works: Iterable[Work], records: Iterable[Record]) -> list[str]:
    """Blank what these commands forget, in this batch's records and in the log; the scopes it lay in."""
    wanted, left = _wanted(works)
    if not wanted:
        return []
    ids = frozenset().union(*wanted.values())
    for record in records:
        record.patches, record.before = _blanked(record.patches, record.before, ids, left)
    done: dict[str, frozenset[str]] = {}
    while wanted:
        scope, asked = wanted.popitem()
        fresh = asked - done.get(scope, frozenset())
        done[scope] = done.get(scope, frozenset()) | asked
        for other in _blank_scope(db, scope, fresh, left) if fresh else ():
            wanted[other] = wanted.get(other, frozenset()) | fresh
    return sorted(done)


def cut(db: Db, scopes: list[str]) -> None:
    """Nobody is sent the blanked tail: whoever stands before it takes a snapshot (S5)."""
    if scopes:
        db.run(f"UPDATE sync_scope SET cut = seq WHERE {db.within('id')}", (db.members(scopes),))


def _wanted(works: Iterable[Work]) -> tuple[dict[str, frozenset[str]], Left]:
    """Ids of forgotten rows by scope, and those rows that still stand."""
    wanted: dict[str, frozenset[str]] = {}
    left: Left = {}
    for work in works:
        for scope, row_id in work.forgotten:
            wanted[scope] = wanted.get(scope, frozenset()) | {row_id}
            kind = scope.split(":")[0]
            for name in [table.name for table in TABLES.values() if table.scope == kind]:
                # The batch's copy, as its last command left it.
                row = work.copy.rows.get((name, row_id))
                if row is not None:
                    left[name, row_id] = row
    return wanted, left


def _blank_scope(db: Db, scope: str, ids: frozenset[str], left: Left) -> set[str]:
    """Blank these rows in the stored records of a scope; returns scopes they came from or went to."""
    found = _found(db, scope, ids) if len(ids) <= FEW else list(_found_by_reading(db, scope, ids))
    came_or_went: list[str] = []
    with db.together():
        for pos, command_id, stored, stored_before in found:
            patches, before = orjson.loads(stored), orjson.loads(stored_before)
            if any(patch[0] != "~" and _row_id(patch) in ids for patch in patches):
                came_or_went.append(command_id)
            texts = [orjson.dumps(part).decode() for part in _blanked(patches, before, ids, left)]
            db.run("UPDATE sync_change SET patches = ?, before = ? WHERE pos = ?", (*texts, pos))
    asked = (db.members(came_or_went),)
    beside = db.query(f"SELECT DISTINCT scope FROM sync_change WHERE {db.within('command_id')}", asked)
    kind = scope.split(":")[0] + ":"
    return {other for (other,) in beside if other.startswith(kind) and other != scope}


def _found(db: Db, scope: str, ids: frozenset[str]) -> list[tuple[Any, ...]]:
    """(position, command, patches, before) of records that name these rows, as the database finds them."""
    holds = "instr" if db.vendor == "sqlite" else "strpos"
    return db.query(
        "SELECT pos, command_id, patches, before FROM sync_change WHERE scope = ? AND EXISTS "
        f"(SELECT 1 FROM {db.each('f')} WHERE {holds}(patches, f.id) > 0)",
        (scope, db.members(ids)),
    )


def _found_by_reading(db: Db, scope: str, ids: frozenset[str]) -> Iterator[tuple[Any, ...]]:
    """The same for many rows: the database would look for each in each record, while the writer waits."""
    seq = 0
    while True:
        some = db.query(
            "SELECT seq, pos, command_id, patches, before FROM sync_change WHERE scope = ? AND seq > ? "
            f"ORDER BY seq LIMIT {SLICE}",
            (scope, seq),
        )
        yield from (record[1:] for record in some if not ids.isdisjoint(_ID.findall(record[3])))
        if len(some) < SLICE:
            return
        seq = some[-1][0]


def _blanked(
    patches: Patches, before: list[Any], ids: frozenset[str], left: Left
) -> tuple[Patches, list[Any]]:
    pairs = [
        (_what_is_left(patch, left), None) if _row_id(patch) in ids else (patch, old)
        for patch, old in zip(patches, before, strict=True)
    ]
    return [patch for patch, _ in pairs], [old for _, old in pairs]


def _what_is_left(patch: list[Any], left: Left) -> list[Any]:
    """The patch with the row as it is now: whoever applies it ends with that row, or with none."""
    kind, name, row_id = patch[0], patch[1], _row_id(patch)
    row = left.get((name, row_id))
    if row is None or kind == "-":
        return ["-", name, row_id]
    if kind == "+":
        return ["+", name, TABLES[name].to_wire(row)]
    return ["~", name, row_id, {field: row[field] for field in patch[3]}]


def _row_id(patch: list[Any]) -> str:
    found: str = patch[2][TABLES[patch[1]].wire_names.index("id")] if patch[0] == "+" else patch[2]
    return found
