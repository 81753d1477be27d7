"""Batches: many commands in one transaction (S16).

`run_batch` is the only code that changes scope rows. In order: earlier answers, places, heads locked,
circles, needs, verbs on the working copy, then records, rows, heads and answers written as sets. Memory
changes only after the commit.
"""

import logging
from collections.abc import Iterable, Sequence
from functools import partial

import orjson

from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.sync.command import Command, Outcome, refused
from tafla.sync.db import Db
from tafla.sync.gate import Gate, refuse
from tafla.sync.load import load_needs
from tafla.sync.needs import Need
from tafla.sync.places import locate, locate_again
from tafla.sync.records import make_records
from tafla.sync.siblings import NotLoaded
from tafla.sync.work import Work
from tafla.sync.write import Batch, write_batch

log = logging.getLogger("tafla.sync")

# What a command before it may yet bring about: the row it names, the command it takes back.
_BUILDS_ON = ("not_found", "undo_not_possible")


def run_batch(db: Db, gate: Gate, commands: Sequence[Command]) -> tuple[list[Outcome], list[Command]]:
    """Run commands in order in one transaction.

    Returns the outcomes, and the commands left for the next batch (a place moved, or access changed before
    them). Whatever goes wrong is raised after a rollback: nothing has been changed.
    """
    batch = Batch(now_ms())
    db.begin()
    try:
        fresh = _unanswered(db, batch, commands)
        if fresh:
            _prepare(db, gate, batch, fresh)
            _run(batch, fresh)
            write_batch(db, batch)
        else:
            db.commit()
    except BaseException:
        db.rollback()
        raise
    left = {command.key for command in batch.left}
    return list(batch.outcomes.values()), [command for command in commands if command.key in left]


def _unanswered(db: Db, batch: Batch, commands: Sequence[Command]) -> list[Command]:
    """The commands that have no answer yet; the others get the one they had (S3)."""
    keys = {command.key: command for command in commands}
    stored = db.query(
        f"SELECT key, digest, answer FROM sync_answer WHERE {db.within('key')}", (db.members(keys),)
    )
    for key, digest, answer in stored:
        command = keys.pop(key)
        same = digest == command.digest
        reply = orjson.loads(answer) if same else refused(Refusal("command_reused"))
        batch.outcomes[key] = Outcome(command, reply)
    return list(keys.values())


def _prepare(db: Db, gate: Gate, batch: Batch, commands: list[Command]) -> None:
    """Find the places, lock their heads, refresh the circles and load what the verbs must see."""
    batch.located = locate(db, commands)
    grounds = sorted({ground for located in batch.located.values() for ground, _ in located.grounds})
    _lock_heads(db, batch, grounds)
    # SQLite's lock keeps everybody from writing; on PostgreSQL others' grounds may change meanwhile.
    batch.circles = gate.refresh(db, grounds, batch.revs, is_steady=db.vendor == "sqlite")
    for command in commands:
        _admit(batch, command)
    asking = [command for command in commands if command.key not in batch.refused_early]
    load_needs(db, batch.copy, [partial(_needs_of, batch, command) for command in asking])
    _leave_moved(db, batch, commands)


def _needs_of(batch: Batch, command: Command) -> Iterable[Need]:
    work = Work(batch.copy, batch.now, command.actor, command.id)
    return command.verb.all_needs(work, command.args)


def _lock_heads(db: Db, batch: Batch, grounds: list[str]) -> None:
    """Lock the heads of these grounds in id order, also of those that nobody has written yet."""
    sql = f"SELECT id, epoch, seq, access_rev FROM sync_scope WHERE {db.within('id')} ORDER BY id{db.lock()}"
    unwritten = grounds
    for is_locked in (False, True):
        for ground, epoch, seq, rev in db.query(sql, (db.members(unwritten),)):
            batch.heads[ground] = (epoch, seq)
            batch.revs[ground] = rev
        unwritten = [ground for ground in unwritten if ground not in batch.heads]
        if is_locked or not unwritten or db.vendor == "sqlite":
            return
        # There is no row to lock. Whoever held this lock before may have made one, so look again.
        by_name = f"SELECT pg_advisory_xact_lock(hashtextextended(g.id, 0)) FROM {db.each('g')}"
        db.query(by_name, (db.members(unwritten),))


def _leave_moved(db: Db, batch: Batch, commands: list[Command]) -> None:
    """Places are checked again under the lock: a command whose card has moved meanwhile waits for the next
    batch. (SQLite's lock is held from the start.)
    """
    if db.vendor == "sqlite":
        return
    asking = [command for command in commands if command.key not in batch.refused_early]
    again = locate_again(db, batch.copy, asking)
    for command in asking:
        if again[command.key].grounds != batch.located[command.key].grounds:
            commands.remove(command)
            batch.left.append(command)


def _admit(batch: Batch, command: Command) -> None:
    """Refuse a command whose person lacks a right at one of its places."""
    located = batch.located[command.key]
    found = [
        (refuse(batch.circles.get(ground), command.actor, right), right) for ground, right in located.grounds
    ]
    refusals = [(code, right) for code, right in [(located.refusal, ""), *found] if code]
    if not refusals:
        return
    # What may not be seen comes first, or a second place in a command would tell whether it exists.
    code, right = min(refusals, key=lambda refusal: refusal[0] != "not_found")
    refusal = Refusal(code, right=right) if code == "not_allowed" else Refusal(code)
    batch.refused_early[command.key] = Outcome(command, refused(refusal))


def _run(batch: Batch, commands: list[Command]) -> None:
    """Run the verbs in order.

    A command that builds on one before it in this batch (its card has only now been made, or stands elsewhere
    now) waits for the next batch, and its person's later ones with it, so that everybody's commands run in
    the order they were sent. Where one changes access, all after it wait, for they must be judged anew.
    """
    ran: set[str] = set()
    held = {command.actor for command in batch.left}
    for index, command in enumerate(commands):
        if command.actor in held:
            batch.left.append(command)
            continue
        outcome = batch.refused_early.get(command.key) or _run_one(batch, command)
        if _has_to_wait(outcome, command, ran):
            held.add(command.actor)
            batch.left.append(command)
            continue
        batch.outcomes[command.key] = outcome or _fault(command)
        ran.add(command.actor)
        if outcome and outcome.regrounded:
            batch.left.extend(commands[index + 1 :])
            return


def _has_to_wait(outcome: Outcome | None, command: Command, ran: set[str]) -> bool:
    """Whether this command asks for what only a command before it can have brought about."""
    if outcome is None:
        return bool(ran)
    return outcome.answer.get("code") in _BUILDS_ON and command.actor in ran


def _run_one(batch: Batch, command: Command) -> Outcome | None:
    """The outcome of one command, or None when it asks for what is not loaded."""
    work = Work(batch.copy, batch.now, command.actor, command.id)
    try:
        command.verb.run(work, command.args)
    except Refusal as refusal:
        return Outcome(command, refused(refusal))
    except NotLoaded:
        log.debug("verb %s asks for what is not loaded", command.verb.name, exc_info=True)
        return None
    except Exception:
        # A fault of ours in one verb must not take the batch with it. It changed nothing: its Work is
        # dropped.
        return _fault(command)
    records = make_records(work)
    work.keep()
    batch.works[command.key] = work
    done = Outcome(command, {"s": "done", "wrote": []}, records, frozenset(work.regrounded), batch.now)
    done.forgot = frozenset(scope for scope, _ in work.forgotten)
    return done


def _fault(command: Command) -> Outcome:
    reference = new_id()
    log.error("verb %s failed (%s)", command.verb.name, reference, exc_info=True)
    return Outcome(command, refused(Refusal("server_error", id=reference)))
