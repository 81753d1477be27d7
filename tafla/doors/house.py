"""What the live process keeps in memory: the engine, the hub, the circles, and the threads that read the
database for them.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from django.db import connection

from tafla.sync.bus import Bus
from tafla.sync.command import Answer, Outcome
from tafla.sync.db import current
from tafla.sync.engine import Done, Engine
from tafla.sync.gate import Gate
from tafla.sync.hub import Hub
from tafla.sync.presence import Presence
from tafla.sync.pulse import Pulse

READ_THREADS = 4
# Disks and stores may be slow; nobody who reads the database waits for them.
FILE_THREADS = 16
# Sending a whole file to a store takes minutes; readers of files do not wait for that either.
MOVE_THREADS = 2
POSTGRES_LANES = 4
Result = TypeVar("Result")


class House:
    """One per live process; made when the event loop runs."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.gate = Gate()
        self.hub = Hub(self.gate, self.in_thread)
        self.presence = Presence()
        self.pulse = Pulse(self.gate, self.in_thread)
        # Hints to other live processes, where there are any.
        self.bus: Bus | None = None
        self.hub.on_lost.append(self.presence.lost)
        self.hub.on_reground.append(self.pulse.reground)
        self.engine = Engine(
            self.gate, self._deliver, lanes=1 if connection.vendor == "sqlite" else POSTGRES_LANES
        )
        self._readers = ThreadPoolExecutor(READ_THREADS, thread_name_prefix="reader")
        self._follower = ThreadPoolExecutor(1, thread_name_prefix="follower")
        self._files = ThreadPoolExecutor(FILE_THREADS, thread_name_prefix="files")
        self._movers = ThreadPoolExecutor(MOVE_THREADS, thread_name_prefix="movers")

    async def in_thread(self, work: Callable[..., Result], *args: Any) -> Result:
        """Run `work(db, *args)` in a reading thread."""
        return await self.loop.run_in_executor(self._readers, partial(_with_db, work, *args))

    async def apart(self, work: Callable[..., Result], *args: Any) -> Result:
        """Like `in_thread`, in a thread that slow reads cannot take: for what must not wait (S10)."""
        return await self.loop.run_in_executor(self._follower, partial(_with_db, work, *args))

    async def with_files(self, work: Callable[..., Result], *args: Any) -> Result:
        """Run `work(*args)`, which touches files and not the database, in a thread for that."""
        return await self.loop.run_in_executor(self._files, partial(work, *args))

    async def move(self, work: Callable[..., Result], *args: Any) -> Result:
        """Like `with_files`, for whole files on their way into the store."""
        return await self.loop.run_in_executor(self._movers, partial(work, *args))

    def _deliver(self, outcomes: list[Outcome], answers: list[tuple[Done, Answer]]) -> None:
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._tell, outcomes, answers)

    def _tell(self, outcomes: list[Outcome], answers: list[tuple[Done, Answer]]) -> None:
        # Senders first: their screens wait, and publishing to a thousand watchers takes milliseconds.
        for done, answer in answers:
            done(answer)
        self.hub.publish(outcomes)
        self.pulse.wake()
        if self.bus is not None:
            self.bus.publish(outcomes)

    def close(self) -> None:
        """Stop the threads."""
        self.engine.stop()
        for threads in (self._readers, self._follower, self._files, self._movers):
            threads.shutdown(wait=False, cancel_futures=True)


def _with_db(work: Callable[..., Result], *args: Any) -> Result:
    try:
        return work(current(), *args)
    except Exception:
        # A broken connection must not be met again; an ordinary refusal costs one reconnect of a file or a
        # socket.
        if not connection.is_usable():
            connection.close()
        raise


# The one house of this process, filled by `lifespan.start`.
standing: list[House] = []


def house() -> House:
    """The house of this process. Raises RuntimeError before the start."""
    if not standing:
        raise RuntimeError("the live process has not started")
    return standing[0]
