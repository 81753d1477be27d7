"""Sending a command from ordinary code: REST, sign-up, the demo, jobs, tests."""

import time
from concurrent.futures import Future
from typing import Any

from tafla.core.ids import new_id
from tafla.core.refusals import Conflict, Refusal
from tafla.sync.batch import run_batch
from tafla.sync.command import Answer, Command, later, make_command
from tafla.sync.db import current, failure_kind
from tafla.sync.engine import Engine
from tafla.sync.gate import Gate

ANSWER_WITHIN_S = 20
RETRIES = 5
WAIT_MS = 1_000

# The live process puts its engine here; elsewhere commands run in the caller's thread.
_engine: list[Engine] = []


def attach(engine: Engine | None) -> None:
    """Say which engine this process's commands go through, or that there is none any more."""
    _engine[:] = [engine] if engine else []


def held_gate() -> Gate:
    """The gate that holds this process's circles from one question to the next; an empty one where there is
    no engine.
    """
    return _engine[0].gate if _engine else Gate()


def dispatch(actor: str, verb: str, args: dict[str, Any], command_id: str | None = None) -> Answer:
    """Run one command and return its answer (S4). Raises Refusal when its shape is wrong.

    Must not be called inside `atomic()` (RuntimeError): a command is a transaction of its own.
    """
    command = make_command(command_id or new_id(), actor, verb, args)
    if _engine:
        future: Future[Answer] = Future()
        _engine[0].submit(command, actor, future.set_result)
        try:
            return future.result(timeout=ANSWER_WITHIN_S)
        except TimeoutError:
            # Whether it will be done nobody knows; sent again under its id it is done once (S3).
            return later("storage_unavailable", WAIT_MS)
    return _run_here(command)


def do(actor: str, verb: str, **args: Any) -> Answer:
    """Like dispatch, for code that takes success for granted: anything else is raised as a Refusal."""
    answer = dispatch(actor, verb, args)
    if answer["s"] == "done":
        return answer
    kind = Conflict if answer["s"] == "conflict" else Refusal
    raise kind(answer["code"], **answer.get("args", {}))


def _run_here(command: Command) -> Answer:
    gate = Gate()
    for attempt in range(RETRIES):
        try:
            outcomes, _ = run_batch(current(), gate, [command])
        except Exception as error:
            if attempt == RETRIES - 1 or failure_kind(error) == "fault":
                raise
            time.sleep(0.05 * 2**attempt)
        else:
            # None: its card was moved between looking and locking.
            if outcomes:
                return outcomes[0].answer
    return later("storage_unavailable", WAIT_MS)
