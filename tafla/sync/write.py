"""Writing a batch as sets: records, rows, heads, answers (S16 step 5)."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import orjson

from tafla.sync import forgetting, listing
from tafla.sync.command import Command, Outcome
from tafla.sync.db import Db
from tafla.sync.gate import Circle
from tafla.sync.places import Located
from tafla.sync.tables import TABLES, Row, Table
from tafla.sync.work import Copy, Key, Work

# Scopes begin in this epoch, also those nobody has written yet; a restore gives them others (S1).
FIRST_EPOCH = "0"

_CHANGE = [("scope", "text"), ("seq", "int"), ("command_id", "text"), ("person_id", "text")]
_CHANGE += [("verb", "text"), ("at", "int"), ("patches", "text"), ("before", "text")]
_ANSWER = [
    ("key", "text"),
    ("digest", "text"),
    ("verb", "text"),
    ("grounds", "text"),
    ("answer", "text"),
    ("at", "int"),
]
_HEAD = [("id", "text"), ("seq", "int"), ("access_rev", "int")]
_NEW_HEAD = [("id", "text"), ("epoch", "text"), ("seq", "int"), ("access_rev", "int"), ("cut", "int")]
_ACCESS = [("ground", "text"), ("at", "int")]


@dataclass
class Batch:
    """One transaction's commands and what has become of them."""

    now: int
    copy: Copy = field(default_factory=Copy)
    located: dict[str, Located] = field(default_factory=dict)
    circles: dict[str, Circle] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    refused_early: dict[str, Outcome] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)
    left: list[Command] = field(default_factory=list)
    # ground or scope -> (epoch, seq); grounds -> access_rev
    heads: dict[str, tuple[str, int]] = field(default_factory=dict)
    revs: dict[str, int] = field(default_factory=dict)


def write_batch(db: Db, batch: Batch) -> None:
    """Write everything the batch's commands did, and commit.

    Fills in the records' epochs, sequence numbers and wire bytes.
    """
    changed = [outcome for outcome in batch.outcomes.values() if outcome.records or outcome.regrounded]
    blanked: list[str] = []
    if changed:
        known = _heads(db, batch, changed)
        records = [record for outcome in changed for record in outcome.records]
        blanked = forgetting.blank(db, batch.works.values(), records)
        _number(batch, changed)
    with db.together():
        if changed:
            _write_rows(db, batch)
            _write_changes(db, changed)
            _write_heads(db, batch, changed, known)
            _write_access(db, batch, changed)
            forgetting.cut(db, blanked)
        _write_answers(db, batch)
        db.commit()


def _heads(db: Db, batch: Batch, changed: list[Outcome]) -> set[str]:
    """Load the heads of scopes that are no grounds; returns the ids of every head that stands in the
    database.
    """
    touched = {record.scope for outcome in changed for record in outcome.records}
    touched |= {ground for outcome in changed for ground in outcome.regrounded}
    missing = [scope for scope in touched if scope not in batch.heads]
    if missing:
        sql = (
            f"SELECT id, epoch, seq, access_rev FROM sync_scope WHERE {db.within('id')} ORDER BY "
            f"id{db.lock()}"
        )
        for scope, epoch, seq, rev in db.query(sql, (db.members(missing),)):
            batch.heads[scope] = (epoch, seq)
            batch.revs[scope] = rev
    known = set(batch.heads)
    for scope in missing:
        batch.heads.setdefault(scope, (FIRST_EPOCH, 0))
    return known


def _number(batch: Batch, changed: list[Outcome]) -> None:
    for outcome in changed:
        for record in outcome.records:
            epoch, seq = batch.heads[record.scope]
            record.epoch, record.seq = epoch, seq + 1
            batch.heads[record.scope] = (epoch, record.seq)
            outcome.answer["wrote"].append([record.scope, record.seq])
            record.encoded = orjson.dumps(record.patches)


def _write_rows(db: Db, batch: Batch) -> None:
    """The rows as the last command left them; one statement for each table and set of changed fields."""
    before: dict[Key, Row | None] = {}
    after: dict[Key, Row | None] = {}
    for work in batch.works.values():
        for key, row in work.changed.items():
            before.setdefault(key, work.originals[key])
            after[key] = row
    added: dict[str, list[Row]] = defaultdict(list)
    removed: dict[str, list[str]] = defaultdict(list)
    updated: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
    for (name, row_id), row in after.items():
        old = before[name, row_id]
        if row is None and old is not None:
            removed[name].append(row_id)
        elif row is not None and old is None:
            added[name].append(row)
        elif row is not None and old is not None:
            fields = tuple(field for field in TABLES[name].names if row[field] != old[field])
            if fields:
                updated[name, fields].append(row)
    for name, ids in removed.items():
        listing.clear(db, TABLES[name], TABLES[name].lists, ids)
        db.run(f"DELETE FROM {TABLES[name].db} WHERE {db.within('id')}", (db.members(ids),))
    for name, rows in added.items():
        _insert(db, TABLES[name], rows)
        listing.fill(db, TABLES[name], TABLES[name].lists, rows)
    for (name, fields), rows in updated.items():
        _update(db, TABLES[name], fields, rows)
        listed = [field for field in TABLES[name].lists if field in fields]
        listing.clear(db, TABLES[name], listed, [row["id"] for row in rows])
        listing.fill(db, TABLES[name], listed, rows)


def _insert(db: Db, table: Table, rows: list[Row]) -> None:
    columns = [(name, table.types[name]) for name in table.names]
    db.insert(table.db, columns, [[table.to_db(name, row[name]) for name in table.names] for row in rows])


def _update(db: Db, table: Table, fields: tuple[str, ...], rows: list[Row]) -> None:
    columns = [(name, table.types[name]) for name in ("id", *fields)]
    db.update(table.db, columns, [[table.to_db(name, row[name]) for name in ("id", *fields)] for row in rows])


def _write_changes(db: Db, changed: list[Outcome]) -> None:
    rows: list[list[Any]] = []
    for outcome in changed:
        command = outcome.command
        for record in outcome.records:
            head = [record.scope, record.seq, command.id, command.actor, command.verb.name, outcome.at]
            rows.append([*head, record.encoded.decode(), orjson.dumps(record.before).decode()])
    if rows:
        db.insert("sync_change", _CHANGE, rows, is_placed=True)


def _write_heads(db: Db, batch: Batch, changed: list[Outcome], known: set[str]) -> None:
    regrounded = {ground for outcome in changed for ground in outcome.regrounded}
    touched = {record.scope for outcome in changed for record in outcome.records} | regrounded
    for ground in regrounded:
        batch.revs[ground] = batch.revs.get(ground, 0) + 1
    old = [[scope, batch.heads[scope][1], batch.revs.get(scope, 0)] for scope in sorted(touched & known)]
    new = [[scope, *batch.heads[scope], batch.revs.get(scope, 0), 0] for scope in sorted(touched - known)]
    if old:
        db.update("sync_scope", _HEAD, old)
    if new:
        db.insert("sync_scope", _NEW_HEAD, new)


def _write_access(db: Db, batch: Batch, changed: list[Outcome]) -> None:
    grounds = {ground for outcome in changed for ground in outcome.regrounded}
    if grounds:
        rows = [[ground, batch.now] for ground in sorted(grounds)]
        db.insert("sync_accesschange", _ACCESS, rows, is_placed=True)


def _write_answers(db: Db, batch: Batch) -> None:
    rows = []
    for outcome in batch.outcomes.values():
        command, answer = outcome.command, outcome.answer
        # Repeats have theirs already; a fault of ours is not final; a conflict holds texts, which no answer
        # keeps (S22): a repeat is judged anew, for it changed nothing.
        is_kept = answer["s"] != "conflict" and answer.get("code") != "server_error"
        if not is_kept or outcome.command.key not in batch.located:
            continue
        undoable = command.verb.undoable and outcome.records
        grounds = orjson.dumps(batch.located[command.key].grounds if undoable else []).decode()
        encoded = orjson.dumps(answer).decode()
        rows.append([command.key, command.digest, command.verb.name, grounds, encoded, batch.now])
    if rows:
        db.insert("sync_answer", _ANSWER, rows)
