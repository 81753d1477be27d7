"""What must hold after any crash: nothing acknowledged is missing or there twice, nothing is half done."""

from typing import Any

import orjson

from tafla.sync.db import Db, current
from tests.crash.writers import Writer
from tests.support.copies import Held
from tests.support.world import World


def check(world: World, before: dict[str, Held], writers: list[Writer]) -> None:
    """Compare answers, log, heads and rows. `before` holds copies of the scopes from before the load."""
    db = current()
    if db.vendor == "sqlite":
        assert db.query("PRAGMA integrity_check") == [("ok",)]
    log = _log(db)
    _check_answers(log, writers)
    _check_heads(db)
    for scope, held in before.items():
        for change in log:
            if change[0] == scope and change[1] > held.seq:
                assert held.apply([scope, held.epoch, change[1], None, change[2], 0, orjson.loads(change[3])])
        now = world.copy(scope)
        assert held.seq == now.seq, f"S6: the log of {scope} ends at {held.seq}, its head at {now.seq}"
        assert held.tables == now.tables, f"S6: the rows of {scope} are not its log played again"


def _log(db: Db) -> list[tuple[Any, ...]]:
    return db.query("SELECT scope, seq, command_id, patches FROM sync_change ORDER BY scope, seq")


def _check_answers(log: list[tuple[Any, ...]], writers: list[Writer]) -> None:
    wrote: dict[str, list[tuple[str, int]]] = {}
    for scope, seq, command_id, _ in log:
        wrote.setdefault(command_id, []).append((scope, seq))
    for one in (one for writer in writers for one in writer.sent):
        assert one.answer is not None, f"S4: no answer to {one.id}"
        assert one.answer["s"] == "done", f"{one.verb}: {one.answer}"
        claimed = sorted((scope, seq) for scope, seq in one.answer["wrote"])
        assert claimed == wrote.get(one.id, []), f"S3: {one.id} was acknowledged as {claimed}"


def _check_heads(db: Db) -> None:
    found = db.query(
        "SELECT s.id, s.seq, count(c.seq), max(c.seq), min(c.seq) FROM sync_scope s "
        "JOIN sync_change c ON c.scope = s.id GROUP BY s.id, s.seq"
    )
    for scope, head, count, highest, lowest in found:
        assert head == count == highest, f"S1: {scope} stands at {head}, its log has {count} up to {highest}"
        assert lowest == 1
    unheaded = "SELECT c.scope FROM sync_change c LEFT JOIN sync_scope s ON s.id = c.scope WHERE s.id IS NULL"
    assert db.query(unheaded) == []
