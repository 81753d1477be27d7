"""The writer: commands queue here and run in batches on threads of their own (S16).

On SQLite there is one lane, for there is one writer. On PostgreSQL several lanes run side by side; a
command's lane is chosen by its door, so that one board's commands meet in one lane: many connections on one
board's head are slower than one.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep

from django.db import connection

from tafla.core.refusals import Refusal
from tafla.sync.batch import run_batch
from tafla.sync.command import Answer, Command, Outcome, later, refused
from tafla.sync.db import current, failure_kind
from tafla.sync.gate import Gate

log = logging.getLogger("tafla.sync")

MOST_IN_BATCH = 128
MOST_WAITING = 20_000
RETRIES = 4
WAIT_MS = 1_000
REST_S = 0.3

# Called with its answer, where `Deliver` chooses to.
Done = Callable[[Answer], None]
# Called in the writer's thread with everything a batch did and the answers to give.
Deliver = Callable[[list[Outcome], list[tuple[Done, Answer]]], None]


class Engine:
    """Takes commands from any thread and answers when they are committed."""

    def __init__(self, gate: Gate, deliver: Deliver, lanes: int = 1) -> None:
        self.gate = gate
        self._lanes = [Lane(gate, deliver, number) for number in range(lanes)]

    def start(self) -> None:
        """Start the writers."""
        for lane in self._lanes:
            lane.thread.start()

    def stop(self) -> None:
        """Finish what is running, answer the rest *later*, end the writers."""
        for lane in self._lanes:
            lane.stop()
        for lane in self._lanes:
            lane.thread.join(timeout=5)

    def submit(self, command: Command, lane_of: str, done: Done) -> None:
        """Queue a command; `done` gets its answer. Commands of equal `lane_of` keep their order."""
        self._lanes[hash(lane_of) % len(self._lanes)].submit(command, done)


class Lane:
    """One writer thread and its queue."""

    def __init__(self, gate: Gate, deliver: Deliver, number: int) -> None:
        self.gate = gate
        self.deliver = deliver
        self.thread = threading.Thread(target=self._work, name=f"writer-{number}", daemon=True)
        self._queue: deque[tuple[Command, Done]] = deque()
        self._wake = threading.Condition()
        self._stopping = False
        self._resting_until = 0.0

    def submit(self, command: Command, done: Done) -> None:
        """Queue a command of this lane."""
        with self._wake:
            code = self._refusing()
            if code is None:
                self._queue.append((command, done))
                self._wake.notify()
        if code is not None:
            self.deliver([], [(done, later(code, WAIT_MS))])

    def _refusing(self) -> str | None:
        if self._stopping:
            return "restarting"
        if len(self._queue) >= MOST_WAITING:
            return "too_fast"
        # After a failure the lane rests, so that no command overtakes one that was told to come again (S3).
        return "storage_unavailable" if monotonic() < self._resting_until else None

    def stop(self) -> None:
        """Take no more; answer those waiting with *later*."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self._send_away("restarting")

    def _send_away(self, code: str) -> None:
        """Tell everybody who waits here to come again."""
        with self._wake:
            waiting = list(self._queue)
            self._queue.clear()
        self.deliver([], [(done, later(code, WAIT_MS)) for _, done in waiting])

    def _work(self) -> None:
        while True:
            with self._wake:
                while not self._queue and not self._stopping:
                    self._wake.wait()
                if not self._queue:
                    break
                taken = [self._queue.popleft() for _ in range(min(len(self._queue), MOST_IN_BATCH))]
            try:
                self._settle(taken)
            except Exception:  # a lane that dies would be silence for good (S4)
                log.exception("a batch was left without answers")
        connection.close()

    def _settle(self, taken: list[tuple[Command, Done]]) -> None:
        """Run commands until each has an answer. Equal commands in one go share it."""
        waiting: dict[str, list[Done]] = {}
        commands: dict[str, Command] = {}
        for command, done in taken:
            first = commands.setdefault(command.key, command)
            if first.digest != command.digest:
                self.deliver([], [(done, refused(Refusal("command_reused")))])
            else:
                waiting.setdefault(command.key, []).append(done)
        left = list(commands.values())
        while left:
            outcomes, answers, left = self._attempt(left)
            self.deliver(
                outcomes, [(done, answer) for key, answer in answers.items() for done in waiting[key]]
            )

    def _attempt(self, commands: list[Command]) -> tuple[list[Outcome], dict[str, Answer], list[Command]]:
        """One go at a list of commands; whatever is left of them comes again."""
        for attempt in range(RETRIES):
            try:
                outcomes, left = run_batch(current(), self.gate, commands)
            except Exception as error:
                kind = failure_kind(error)
                if kind == "again" and attempt < RETRIES - 1:
                    sleep(REST_S * attempt / RETRIES)
                    continue
                return self._failed(commands, error, kind)
            return outcomes, {outcome.command.key: outcome.answer for outcome in outcomes}, left
        raise AssertionError("unreachable")

    def _failed(
        self, commands: list[Command], error: Exception, kind: str
    ) -> tuple[list[Outcome], dict[str, Answer], list[Command]]:
        """Nothing was changed. Storage that does not answer: all later. Else halve the batch until the
        culprit stands alone.
        """
        if kind == "storage":
            log.error("the database does not take commands: %s", error)
            with suppress(Exception):  # it may be broken in any way
                connection.close()
            self._resting_until = monotonic() + REST_S
            self._send_away("storage_unavailable")
            return [], {command.key: later("storage_unavailable", WAIT_MS) for command in commands}, []
        if len(commands) == 1:
            log.error("command %s of verb %s failed", commands[0].id, commands[0].verb.name, exc_info=error)
            return [], {commands[0].key: refused(Refusal("server_error", id=commands[0].id))}, []
        half = len(commands) // 2
        outcomes, answers, left = self._attempt(commands[:half])
        rest = left + commands[half:]
        if any(answer["s"] == "later" for answer in answers.values()):
            # Nobody overtakes one who was told to come again.
            return (
                outcomes,
                answers | {command.key: later("storage_unavailable", WAIT_MS) for command in rest},
                [],
            )
        return outcomes, answers, rest
