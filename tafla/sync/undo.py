"""Undo and redo: a command made on the server from the records of an earlier one (S13). Redo is the undo of
an undo.
"""

from collections.abc import Iterable
from typing import Any

import orjson

from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.db import Db
from tafla.sync.gate import CIRCLES
from tafla.sync.load import FACTS
from tafla.sync.needs import Fact, Need, spot
from tafla.sync.needs import Row as RowNeed
from tafla.sync.tables import TABLES, Row, Table
from tafla.sync.verbs import Args, Past, verb
from tafla.sync.work import Key, Work

# What an undo is made of: what each row was before and after the command; None: there was none. Fields the
# wire does not carry are absent.
Effect = dict[Key, tuple[Row | None, Row | None]]


class Undo(Args):
    """command_id: a command of one's own."""

    command_id: Id


@verb("change.undo", Past("command_id"), rest="POST /changes/{command_id}/undo")
def undo(work: Work, args: Undo) -> None:
    """Take back what one's earlier command did, field by field. Refused where somebody has changed the same
    since.
    """
    written = work.fact(Fact("grounds", f"{work.actor} {args.command_id}")) or frozenset()
    effect = _effect(work, args)
    kept: set[Key] = set()
    # From the end; but what moved to another ground first: what came along with it is back by its own turn.
    steps = [*reversed(effect.items())]
    steps.sort(key=_stays)
    for (name, row_id), (before, after) in steps:
        table = TABLES[name]
        _check_ground(work, table, work.row(name, row_id) or _whole(before), written)
        if before is None and after is not None:
            # What hangs on a row that is not taken away (an added card goes to Deleted) stays on it.
            if (table.ground[0], after[table.ground[1]]) not in kept:
                _unmake(work, table, row_id, after)
            if work.row(name, row_id) is not None:
                kept.add((name, row_id))
        elif after is None and before is not None:
            _put_again(work, table, _complete(table, before))
            _check(work, table, row_id)
        elif before is not None and after is not None:
            _put_back(work, table, row_id, before, after)
            _check(work, table, row_id)
    for name in dict.fromkeys(name for name, _ in effect):
        end = TABLES[name].undo_end
        if end:
            end(work, [row_id for other, row_id in effect if other == name])


@verb("change.redo", Past("command_id"), rest="POST /changes/{command_id}/redo")
def redo(work: Work, args: Undo) -> None:
    """Do again what one's undo took back: the undo of an undo."""
    undo.run(work, args)


def _stays(one: tuple[Key, tuple[Row | None, Row | None]]) -> bool:
    """Whether a row is not moved to another ground."""
    (name, _), (before, after) = one
    return before is None or after is None or TABLES[name].ground[1] not in before


def _effect(work: Work, args: Undo) -> Effect:
    effect: Effect = work.fact(Fact("effect", f"{work.actor} {args.command_id}"))
    if not effect:
        raise Refusal("undo_not_possible")
    return effect


def _whole(before: Row | None) -> Row | None:
    """The row that was taken away, or None where only fields of it were changed."""
    return before if before and "id" in before else None


def _check_ground(work: Work, table: Table, row: Row | None, written: frozenset[str]) -> None:
    """Only the command's own grounds have been asked about access: what others have taken elsewhere since is
    not to be changed there (S10), nor what hangs on it to be put back there.
    """
    kind, at = table.ground
    while row is not None and kind not in CIRCLES:
        parent = work.row(kind, row[at])
        if parent is None:
            raise Refusal("undo_gone")
        row, (kind, at) = parent, TABLES[kind].ground
    if row is not None and f"{kind}:{row[at]}" not in written:
        raise Refusal("undo_gone")


def _unmake(work: Work, table: Table, row_id: str, made: Row) -> None:
    row = work.row(table.name, row_id)
    if row is None:
        raise Refusal("undo_gone")
    if table.undo_add:
        table.undo_add(work, row)
    elif any(table.types[name] != "rank" and row[name] != value for name, value in made.items()):
        raise Refusal("undo_changed")
    else:
        work.remove(table.name, row_id)


def _put_again(work: Work, table: Table, row: Row) -> None:
    if table.order:
        row = {**row, "rank": work.free_rank(table.name, row[table.order], row["rank"])}
    work.put(table.name, row)


def _put_back(work: Work, table: Table, row_id: str, before: Row, after: Row) -> None:
    row = work.row(table.name, row_id)
    if row is None:
        raise Refusal("undo_gone")
    fields: Row = {}
    for name, old in before.items():
        if name in table.derived:
            continue
        kind = table.types[name]
        if kind == "ids":
            fields[name] = _without(row[name], old, after[name])
        elif kind != "rank" and row[name] != after.get(name, old):
            raise Refusal("undo_changed")
        else:
            fields[name] = old
    if table.order and (table.order in before or "rank" in before):
        # The old rank is the old place between all siblings that stayed; taken by now, the nearest above it.
        rank = before.get("rank", row["rank"])
        fields["rank"] = work.free_rank(table.name, before[table.order], str(rank))
    work.patch(table.name, row_id, **fields)


def _without(now: list[str], old: list[str], new: list[str]) -> list[str]:
    """A set with the command's own additions taken out and its removals put back, whoever else changed it."""
    return sorted((set(now) - (set(new) - set(old))) | (set(old) - set(new)))


def _complete(table: Table, row: Row) -> Row:
    missing = set(table.names) - set(row)
    if missing:
        raise Refusal("undo_not_possible")
    return row


def _check(work: Work, table: Table, row_id: str) -> None:
    row = work.row(table.name, row_id)
    if table.check_undo and row:
        table.check_undo(work, row)


@undo.needs
@redo.needs
def needs(work: Work, args: Undo) -> Iterable[Need]:
    """Every row the command touched, where each would go back to, and what its table's rules ask for."""
    fact = Fact("effect", f"{work.actor} {args.command_id}")
    yield fact
    yield Fact("grounds", fact.key)
    for (name, row_id), (before, _) in (work.copy.found.get(fact) or {}).items():
        yield RowNeed(name, row_id)
        table, row = TABLES[name], work.peek(name, row_id)
        held = row or _whole(before)
        if held and table.ground[0] not in CIRCLES:
            yield RowNeed(table.ground[0], held[table.ground[1]])
        states = [state for state in (row, {**(row or {}), **(before or {})}) if state and "id" in state]
        if table.undo_needs:
            for state in states:
                yield from table.undo_needs(work, state)
        rank = (before or {}).get("rank") or (row or {}).get("rank")
        if before and table.order and table.order in before and rank:
            yield from spot(work, name, before[table.order], rank)


def effects(db: Db, keys: list[str]) -> dict[str, Effect]:
    """Key "person command" -> what that command did."""
    found: dict[str, Effect] = {}
    for key in keys:
        person, command_id = key.split(" ", 1)
        rows = db.query(
            "SELECT patches, before FROM sync_change WHERE command_id = ? AND person_id = ? ORDER BY pos",
            (command_id, person),
        )
        found[key] = {row_key: pair for row_key, pair in effect_of(rows).items() if pair != (None, None)}
    return found


def effect_of(records: Iterable[tuple[str, str]]) -> Effect:
    """What one command did, from the stored patches and old values of its records in order; (None, None): a
    row that is forgotten (S22).
    """
    effect: Effect = {}
    for patches, before in records:
        _add_record(effect, orjson.loads(patches), orjson.loads(before))
    return effect


def _add_record(effect: Effect, patches: list[list[Any]], before: list[Any]) -> None:
    for patch, old in zip(patches, before, strict=True):
        name = patch[1]
        if patch[0] == "~":
            if old is not None:  # re-ranked neighbours are nobody's doing
                _join(effect, (name, patch[2]), old, patch[3])
        elif patch[0] == "+":
            row = dict(zip(TABLES[name].wire_names, patch[2], strict=True))
            _join(effect, (name, row["id"]), None, row)
        else:
            _join(effect, (name, patch[2]), old, None)


def _join(effect: Effect, key: Key, before: Row | None, after: Row | None) -> None:
    """A row that left one scope and joined another was changed, not removed and made."""
    known = effect.get(key)
    if known is None:
        effect[key] = (before, after)
        return
    before, after = known[0] or before, known[1] or after
    if before and after:
        moved = {name: value for name, value in before.items() if name in after and after[name] != value}
        before, after = moved, {name: after[name] for name in moved}
    effect[key] = (before, after)


def grounds(db: Db, keys: list[str]) -> dict[str, frozenset[str]]:
    """Key "person command" -> the grounds that command wrote; what it was only to read there, it may not
    change now.
    """
    asked = {key.replace(" ", "."): key for key in keys}
    found = db.query(f"SELECT key, grounds FROM sync_answer WHERE {db.within('key')}", (db.members(asked),))
    return {asked[key]: frozenset(_written(orjson.loads(stored))) for key, stored in found}


def _written(asked: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (ground for ground, right in asked if not right.startswith("read"))


FACTS.update(effect=effects, grounds=grounds)
