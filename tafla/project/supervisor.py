"""`tafla serve`: starts the live and the work process, keeps them running, and ends both in time.

The supervisor imports neither Django nor the server, so it costs little memory and cannot be taken down by
what it watches. Children stand in sessions of their own: Ctrl-C reaches the supervisor alone, which passes
it on once.
"""

import os
import signal
import subprocess
import sys
import time
import types
from collections.abc import Callable
from dataclasses import dataclass

STOP_WITHIN_S = 5.0
LOOK_EVERY_S = 0.05
BACK_OFF_S = (0.2, 1.0, 2.0, 5.0, 10.0)
# Alive for this long, and a death counts as the first again.
STEADY_S = 30.0
# Statuses that another start would only repeat: wrong settings, or a start that cannot succeed.
HOPELESS = (2,)


@dataclass
class Child:
    """One process to keep alive."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    deaths: int = 0
    due_at: float = 0.0
    ready: int = -1

    def start(self) -> None:
        """Start it, tied to this process by its standard input, and with a pipe to say that it is ready."""
        self.started_at = time.monotonic()
        self.forget_pipe()
        self.ready, theirs = os.pipe()
        os.set_blocking(self.ready, False)
        self.process = subprocess.Popen(  # noqa: S603
            [*self.command, f"--ready-fd={theirs}"],
            stdin=subprocess.PIPE,
            pass_fds=(theirs,),
            start_new_session=True,
        )
        os.close(theirs)

    def forget_pipe(self) -> None:
        if self.ready >= 0:
            os.close(self.ready)
            self.ready = -1

    def is_ready(self) -> bool:
        """Whether it has said so (once). Not a probe: another server on the port would answer that."""
        try:
            return self.ready >= 0 and os.read(self.ready, 1) != b""
        except BlockingIOError:
            return False

    def status(self) -> int | None:
        """The exit status, None while it runs or has not been started."""
        return self.process.poll() if self.process else None

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def note_death(self) -> float:
        """Plan the next start; the wait grows with deaths in a row."""
        if time.monotonic() - self.started_at > STEADY_S:
            self.deaths = 0
        wait = BACK_OFF_S[min(self.deaths, len(BACK_OFF_S) - 1)]
        self.deaths += 1
        self.due_at = time.monotonic() + wait
        self.process = None
        return wait


class Supervisor:
    """Runs children until a signal, or until starting one again would be of no use."""

    def __init__(self, live: Child, work: Child) -> None:
        self.live = live
        self.work = work
        self.is_stopping = False
        self.has_answered = False

    def run(self, announce: Callable[[], None]) -> int:
        """The exit status: 0 after a signal, else that of the child which could not be kept."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        self.live.start()
        status = None
        while not self.is_stopping and status is None:
            self._answer_once(announce)
            status = self._keep(self.live)
            # The work process waits for the first answer: before it, the database may not be migrated.
            if status is None and self.has_answered:
                status = self._keep(self.work)
            time.sleep(LOOK_EVERY_S)
        self._stop_all()
        return status or 0

    def _on_signal(self, _number: int, _frame: types.FrameType | None) -> None:
        self.is_stopping = True

    def _answer_once(self, announce: Callable[[], None]) -> None:
        if not self.has_answered and self.live.is_running() and self.live.is_ready():
            self.has_answered = True
            announce()

    def _keep(self, child: Child) -> int | None:
        """Start a child that is due; the status to end with when it cannot be helped."""
        status = child.status()
        if status is not None:
            if status in HOPELESS or (child is self.live and not self.has_answered):
                return status or 1
            wait = child.note_death()
            sys.stderr.write(
                f"tafla: {child.name} ended with status {status}, starting again in {wait:g} s\n"
            )
        elif child.process is None and time.monotonic() >= child.due_at:
            child.start()
        return None

    def _stop_all(self) -> None:
        children = [child.process for child in (self.live, self.work) if child.process and child.is_running()]
        for process in children:
            process.terminate()
        deadline = time.monotonic() + STOP_WITHIN_S
        for process in children:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
