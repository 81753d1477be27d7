"""Killing the server again and again while writers write."""

import asyncio
import os
import random
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.writers import Writer
from tests.support.servers import environment, free_port

# Generous: on a machine that is busy with other things a start alone may take ten seconds.
UP_WITHIN_S = 60.0
FINISH_WITHIN_S = 60.0
# At least so many new answers between two kills: each process has worked before it dies.
ANSWERS_BETWEEN = 20


@dataclass
class Server:
    """A server on one port that can be killed in several ways. `supervised`: `tafla serve`, else the live
    process alone.
    """

    folder: Path
    more: dict[str, str]
    supervised: bool = False
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.starts += 1
        module = ["tafla.project.cli", "serve"] if self.supervised else ["tafla.project.live"]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *module],
                env=environment(self.folder, self.port, **self.more),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def children(self) -> list[int]:
        assert self.process is not None
        asked = ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)]
        lines = subprocess.run(asked, capture_output=True, text=True).stdout.splitlines()
        return [int(line.split()[0]) for line in sorted(lines, key=lambda line: "project.live" not in line)]

    def kill_live(self) -> None:
        """Kill what answers; with a supervisor, that one starts it again."""
        if self.supervised:
            os.kill(self.children()[0], signal.SIGKILL)
        else:
            self.kill()
            self.start()

    def kill_tree(self) -> None:
        """Kill supervisor and children at once, as a power cut would, and start anew."""
        for pid in self.children():
            os.kill(pid, signal.SIGKILL)
        self.kill()
        self.start()

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(8)
            except subprocess.TimeoutExpired:
                self.kill()


async def rage(server: Server, writers: list[Writer], deeds: list[str], dice: random.Random) -> None:
    """Do each deed (a method of the server) after the writers got some answers; then let them finish."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for writer in writers:
            group.create_task(writer.run(server.url, stop))
        try:
            for deed in deeds:
                await answers(writers, ANSWERS_BETWEEN)
                await asyncio.sleep(dice.random() * 0.1)
                await asyncio.to_thread(getattr(server, deed))
            await answers(writers, ANSWERS_BETWEEN)
        finally:
            stop.set()
        async with asyncio.timeout(FINISH_WITHIN_S):
            while any(writer.waiting() for writer in writers):  # noqa: ASYNC110
                await asyncio.sleep(0.05)


async def answers(writers: list[Writer], count: int) -> None:
    """Wait until so many more commands are answered."""

    def answered() -> int:
        return sum(one.answer is not None for writer in writers for one in writer.sent)

    wanted = answered() + count
    async with asyncio.timeout(UP_WITHIN_S):
        while answered() < wanted:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
