"""Places: which grounds a command writes, and with which rights (S16 steps 1 and 2)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson

from tafla.sync.command import Command
from tafla.sync.db import Db
from tafla.sync.gate import CIRCLES
from tafla.sync.tables import TABLES
from tafla.sync.verbs import At, Me, On, Past, ids_of
from tafla.sync.work import Copy

Looked = dict[tuple[str, str, str], str]


@dataclass
class Located:
    """A command's grounds with the right each needs, and a refusal when a place does not exist."""

    grounds: list[tuple[str, str]] = field(default_factory=list)
    refusal: str | None = None


def locate(db: Db, commands: Sequence[Command]) -> dict[str, Located]:
    """The grounds of every command, by its key, with one read a table."""
    looked: Looked = {}
    for (table, by), ids in _wanted(commands).items():
        looked.update(_look_up(db, table, by, ids))
    past = _past(db, _past_keys(commands))
    return {command.key: _located(command, looked, past) for command in commands}


def locate_again(db: Db, copy: Copy, commands: Sequence[Command]) -> dict[str, Located]:
    """Like `locate`, from rows loaded under the lock; only what hangs on another row is read."""
    looked: Looked = {}
    for (table, by), ids in _wanted(commands).items():
        kind, field = TABLES[table].ground
        if by == "id" and kind in CIRCLES:
            rows = {row_id: copy.rows.get((table, row_id)) for row_id in ids}
            looked.update(
                {(table, by, row_id): f"{kind}:{row[field]}" for row_id, row in rows.items() if row}
            )
        else:
            looked.update(_look_up(db, table, by, ids))
    past = _past(db, _past_keys(commands))
    return {command.key: _located(command, looked, past) for command in commands}


def _wanted(commands: Sequence[Command]) -> dict[tuple[str, str], set[str]]:
    """The ids that places of these commands name, by table and field."""
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for command in commands:
        for place in command.verb.places:
            if isinstance(place, At):
                wanted[place.table, place.by].update(ids_of(getattr(command.args, place.arg)))
    return wanted


def _past_keys(commands: Sequence[Command]) -> set[str]:
    """The keys of earlier commands that places name."""
    return {
        f"{command.actor}.{getattr(command.args, place.arg)}"
        for command in commands
        for place in command.verb.places
        if isinstance(place, Past)
    }


def _look_up(db: Db, name: str, by: str, ids: set[str]) -> Looked:
    """(table, field, id) -> ground, for the rows that exist; one more read where the ground stands in another
    table.
    """
    table = TABLES[name]
    kind, at = table.ground
    found = db.query(f"SELECT {by}, {at} FROM {table.db} WHERE {db.within(by)}", (db.members(ids),))
    if kind in CIRCLES:
        return {(name, by, row_id): f"{kind}:{ground}" for row_id, ground in found}
    further = _look_up(db, kind, "id", {other for _, other in found})
    return {
        (name, by, row_id): further[kind, "id", other]
        for row_id, other in found
        if (kind, "id", other) in further
    }


def _past(db: Db, keys: set[str]) -> dict[str, list[tuple[str, str]]]:
    if not keys:
        return {}
    found = db.query(f"SELECT key, grounds FROM sync_answer WHERE {db.within('key')}", (db.members(keys),))
    return {key: [(ground, right) for ground, right in orjson.loads(grounds)] for key, grounds in found}


def _located(command: Command, looked: Looked, past: dict[str, list[tuple[str, str]]]) -> Located:
    located = Located()
    pairs: dict[tuple[str, str], None] = {}
    for place in command.verb.places:
        if isinstance(place, Me):
            pairs[f"person:{command.actor}", "own"] = None
        elif isinstance(place, On):
            pairs.update(
                {
                    (f"{place.kind}:{ground}", place.right): None
                    for ground in ids_of(getattr(command.args, place.arg))
                }
            )
        elif isinstance(place, At):
            for row_id in ids_of(getattr(command.args, place.arg)):
                ground = looked.get((place.table, place.by, row_id))
                if ground is None:
                    located.refusal = "not_found"
                else:
                    pairs[ground, place.right] = None
        elif isinstance(place, Past):
            written = past.get(f"{command.actor}.{getattr(command.args, place.arg)}")
            if not written:
                located.refusal = "undo_not_possible"
            pairs.update(dict.fromkeys(written or ()))
    located.grounds = list(pairs)
    return located
