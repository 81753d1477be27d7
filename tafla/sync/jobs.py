"""Jobs: work too large for one command, done as a row of commands of one person (S23).

A room registers a kind of job: how it begins (may this person, how much is there) and what its next command
is. The live process runs jobs in a thread of their own, one command of each in turn, through the same writer
as everybody's; so others hardly notice, every rule of every verb holds, and the whole is taken back by a job
that undoes its commands. What is about to be sent is kept first, so that a restart sends it again and it is
done once (S3).
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import Error, close_old_connections

from tafla.core.clock import now_ms
from tafla.core.fields import Id
from tafla.core.ids import derive_id, is_id
from tafla.core.refusals import Refusal
from tafla.sync.command import read_args
from tafla.sync.db import Db, current
from tafla.sync.dispatch import dispatch
from tafla.sync.models import Job
from tafla.sync.verbs import Args

log = logging.getLogger("tafla.sync")

LOOK_EVERY_S = 1.0
# Between two commands of jobs, so that the writer is other people's first.
REST_S = 0.005
# A process that died leaves its jobs to others after this long.
CLAIM_MS = 30_000
AT_ONCE = 8
MOST_OF_ONE_PERSON = 5


@dataclass(frozen=True)
class Step:
    """The next command of a job. cursor: where the step after it goes on, as JSON; done: how much is done by
    then.
    """

    verb: str
    args: dict[str, Any]
    cursor: Any
    done: int


@dataclass(frozen=True)
class Kind:
    """A kind of job. begin(db, person, args) returns how much there is to do, or raises Refusal;
    step(db, person, args, cursor) returns what comes next (cursor None: the first), None at the end.
    again: the codes a command after the first is refused with because of what others did meanwhile; what
    comes next is then asked for once more.
    """

    args: type[Args]
    begin: Callable[[Db, str, Any], int]
    step: Callable[[Db, Job, Any, Any], Step | None]
    again: frozenset[str] = frozenset()


class UndoJob(Args):
    job_id: Id


KINDS: dict[str, Kind] = {}


def start(person_id: str, job_id: str, kind: str, args: dict[str, Any]) -> Job:
    """Begin a job, or find it begun (S3). Raises Refusal."""
    if kind not in KINDS or not is_id(job_id):
        raise Refusal("bad_arguments", fields=["kind" if kind not in KINDS else "job_id"])
    known = Job.objects.filter(id=job_id).first()
    if known:
        return _own(known, person_id)
    if Job.objects.filter(person_id=person_id, state="running").count() >= MOST_OF_ONE_PERSON:
        raise Refusal("too_many", limit=MOST_OF_ONE_PERSON)
    read = read_args(KINDS[kind].args, args)
    total = KINDS[kind].begin(current(), person_id, read)
    facts = {"kind": kind, "args": read.model_dump_json(), "total": total, "at": now_ms(), "state": "running"}
    # The same request may have come twice at once.
    job, _ = Job.objects.get_or_create(id=job_id, defaults={"person_id": person_id, **facts})
    return _own(job, person_id)


def _own(job: Job, person_id: str) -> Job:
    if job.person_id != person_id:
        raise Refusal("id_taken")
    return job


def cancel(person_id: str, job_id: str) -> None:
    """End a job after the command that runs; what is done stays, and can be undone."""
    Job.objects.filter(id=job_id, person_id=person_id, state="running").update(state="cancelled")


def run(stop: threading.Event) -> None:
    """Run jobs until told to stop. For the live process."""
    while not stop.wait(LOOK_EVERY_S):
        try:
            while not stop.is_set() and turn(stop):
                pass
        except Error as error:
            log.warning("Jobs wait: %s", type(error).__name__)
        close_old_connections()


def turn(stop: threading.Event | None = None) -> bool:
    """One command of each job that waits; whether there was any."""
    claimed = [job for job in _waiting() if _claim(job)]
    for job in claimed:
        if stop is not None and stop.wait(REST_S):
            break
        try:
            _advance(job)
        except Refusal as refusal:
            _end(job, "failed", refusal.code)
        except Error:
            raise
        except Exception:  # one job's fault must not be all others'
            log.exception("Job %s of kind %s failed", job.id, job.kind)
            _end(job, "failed", "server_error")
    return bool(claimed)


def _waiting() -> list[Job]:
    return list(Job.objects.filter(state="running", claimed_until__lt=now_ms()).order_by("at")[:AT_ONCE])


def _claim(job: Job) -> bool:
    mine = Job.objects.filter(id=job.id, state="running", claimed_until=job.claimed_until)
    return mine.update(claimed_until=now_ms() + CLAIM_MS) == 1


def _advance(job: Job) -> None:
    kind = KINDS[job.kind]
    step = _pending(job)
    if step is None:
        cursor = orjson.loads(job.cursor) if job.cursor else None
        args = kind.args.model_validate_json(job.args)
        step = kind.step(current(), job, args, cursor)
        if step is None:
            _end(job, "done")
            return
        pending = {"verb": step.verb, "args": step.args, "cursor": step.cursor, "done": step.done}
        Job.objects.filter(id=job.id).update(pending=orjson.dumps(pending).decode())
    command_id = derive_id(job.id, str(job.sent))
    answer = dispatch(job.person_id, step.verb, step.args, command_id)
    if answer["s"] == "later":
        Job.objects.filter(id=job.id).update(claimed_until=now_ms() + answer.get("wait", 1_000))
        return
    if answer["s"] != "done" and job.cursor and answer["code"] in kind.again:
        Job.objects.filter(id=job.id).update(sent=job.sent + 1, pending="", claimed_until=0)
        return
    if answer["s"] != "done" and not kind_forgives(job.kind, answer["code"]):
        _end(job, "failed", answer["code"])
        return
    cursor = orjson.dumps(step.cursor).decode()
    Job.objects.filter(id=job.id).update(
        cursor=cursor, done=step.done, sent=job.sent + 1, pending="", claimed_until=0
    )


def _pending(job: Job) -> Step | None:
    return Step(**orjson.loads(job.pending)) if job.pending else None


def _end(job: Job, state: str, code: str = "") -> None:
    Job.objects.filter(id=job.id, state="running").update(state=state, code=code, pending="")


def kind_forgives(kind: str, code: str) -> bool:
    """Whether a job goes on after a command was refused so: undoing passes over what others changed since."""
    return kind == "job.undo" and code.startswith("undo_")


def _begin_undo(_db: Db, person_id: str, args: UndoJob) -> int:
    job = Job.objects.filter(id=args.job_id, person_id=person_id).exclude(state="running").first()
    if job is None or not _sent(job):
        raise Refusal("undo_not_possible")
    return _sent(job)


def _sent(job: Job) -> int:
    """How many commands a job has sent, with the one that nobody noted whether it was done: cancelled after a
    process had died, it may have been.
    """
    return int(job.sent + bool(job.pending))


def _step_undo(_db: Db, _job: Job, args: UndoJob, cursor: int | None) -> Step | None:
    """The commands of a job, the last one first."""
    sent = _sent(Job.objects.get(id=args.job_id))
    undone = cursor or 0
    if undone == sent:
        return None
    command_id = derive_id(args.job_id, str(sent - undone - 1))
    return Step("change.undo", {"command_id": command_id}, undone + 1, undone + 1)


KINDS["job.undo"] = Kind(UndoJob, _begin_undo, _step_undo)
