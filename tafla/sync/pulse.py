"""The pulse: tells pages which boards have moved that they have not open (docs/topics/wire.md).

Commits cost it nothing: it reads the log by position, at most once a second and only while somebody
listens; so it hears of what other processes wrote in the same way.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection
from typing import Any

import orjson

from tafla.sync import moving
from tafla.sync.frames import Frame
from tafla.sync.gate import Circle, Gate
from tafla.sync.stream import Watcher

log = logging.getLogger("tafla.sync")

EVERY_S = 1.0
# What is committed within this time of the first change is told with it.
GATHER_S = 0.05
LOOK_WITHIN_S = 3.0
# Where more people hear than this, their pages are asked to spread their questions: so many a second.
AT_ONCE, PER_S, LONGEST_SPREAD_MS = 50, 100, 10_000
# Grounds whose circles are remembered, to see who has lost what.
MOST_KNOWN = 20_000
# People whose boards are read at a time, for after a restart everybody comes at once.
BEGIN_AT_ONCE = 20
# Frames handed out before other work of the loop has its turn.
SENT_AT_ONCE = 100


class Pulse:
    """Who listens in this process. Lives on the event loop."""

    def __init__(self, gate: Gate, in_thread: Callable[..., Awaitable[Any]]) -> None:
        self.gate = gate
        self.in_thread = in_thread
        self.listeners: dict[str, set[Watcher]] = defaultdict(set)
        self.heard = moving.Heard()
        # As they were at the last look: the same set as long as they are the same.
        self._people: frozenset[str] = frozenset()
        # People whose boards are still to be read, in the order they came.
        self._new: dict[str, None] = {}
        self._beginning: asyncio.Task[None] | None = None
        self._regrounded: set[str] = set()
        self._behind: set[Watcher] = set()
        self._wake = asyncio.Event()

    def join(self, watcher: Watcher) -> None:
        """Begin to tell somebody who is signed in; what moved before is not told."""
        person = watcher.reader.person_id
        if person is None or watcher in self._of(person):
            return
        self._new[person] = None
        self.listeners[person].add(watcher)
        self._begin()

    def leave(self, watcher: Watcher) -> None:
        """Tell them nothing more."""
        person = watcher.reader.person_id or ""
        if person not in self.listeners:
            return
        self._behind.discard(watcher)
        self.listeners[person].discard(watcher)
        if not self.listeners[person]:
            del self.listeners[person]
            self._new.pop(person, None)
        if not self.listeners:
            self.heard = moving.Heard()
            self._regrounded.clear()

    def _of(self, person: str | None) -> Collection[Watcher]:
        return self.listeners.get(person or "", ())

    def wake(self) -> None:
        """Something was committed, here or elsewhere: look before the second is over."""
        if self.listeners:
            self._wake.set()

    def reground(self, ground: str) -> None:
        """Access changed on a ground."""
        if self.listeners:
            self._regrounded.add(ground)
            self._wake.set()

    async def run(self) -> None:
        """Look and tell until cancelled."""
        while True:
            try:
                async with asyncio.timeout(EVERY_S):
                    await self._wake.wait()
                await asyncio.sleep(GATHER_S)
            except TimeoutError:
                pass
            self._wake.clear()
            if await self.look():
                await asyncio.sleep(EVERY_S)

    async def look(self) -> bool:
        """Tell what has moved since the last look; whether anything has."""
        if not self.listeners:
            return False
        self._begin()
        heard, people = self.heard, self._listening()
        if heard.position is None:
            return False
        regrounded, self._regrounded = self._regrounded, set()
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                found = await self.in_thread(moving.look, self.gate, heard, regrounded, people)
        except Exception as error:  # the database is away: the next look begins where this one did
            log.warning("cannot see what has moved: %s", type(error).__name__)
            self._regrounded |= regrounded
            return False
        if heard is not self.heard:
            return False
        stood = (heard.position, heard.ahead)
        heard.position, heard.ahead = found.position, found.ahead
        for ground in found.gone:
            heard.known.pop(ground, None)
        self._remember(found.circles)
        await self._tell(found.told)
        return bool(regrounded) or stood != (heard.position, heard.ahead)

    def _listening(self) -> frozenset[str]:
        if self._people != self.listeners.keys():
            self._people = frozenset(self.listeners)
        return self._people

    def _begin(self) -> None:
        if self._new and (self._beginning is None or self._beginning.done()):
            self._beginning = asyncio.get_running_loop().create_task(self._begin_all())

    async def _begin_all(self) -> None:
        """Read from where to listen, and what those who are new may read now."""
        try:
            while self._new:
                heard, new = self.heard, list(self._new)[:BEGIN_AT_ONCE]
                position, circles = await self.in_thread(moving.begin, self.gate, heard, new)
                if heard is self.heard:
                    heard.position = heard.position or position
                    self._remember(circles)
                    for person in new:
                        self._new.pop(person, None)
        except Exception as error:  # the database is away: the next look begins with this
            log.warning("cannot begin to listen: %s", type(error).__name__)

    def _remember(self, circles: dict[str, Circle]) -> None:
        known = self.heard.known
        known.update(circles)
        while len(known) > MOST_KNOWN:
            del known[next(iter(known))]

    async def _tell(self, told: moving.Told) -> None:
        """Send everybody theirs; who is behind is told to ask for everything as soon as they read again."""
        late, self._behind = self._behind, set()
        due: dict[Watcher, tuple[str, ...]] = {
            watcher: tuple(boards) for person, boards in told.items() for watcher in self._of(person)
        }
        due |= dict.fromkeys(late, ())
        spread = min(max(len(due) - AT_ONCE, 0) * 1000 // PER_S, LONGEST_SPREAD_MS)
        frames: dict[tuple[str, ...], Frame] = {}
        for at, (watcher, ids) in enumerate(due.items(), 1):
            if ids not in frames:
                frames[ids] = _frame(ids, spread)
            if watcher in self._of(watcher.reader.person_id) and not watcher.send(frames[ids]):
                self._behind.add(watcher)
            if at % SENT_AT_ONCE == 0:
                await asyncio.sleep(0)


def _frame(boards: tuple[str, ...], spread: int) -> Frame:
    message: dict[str, Any] = {"t": "moved", "boards": boards}
    if spread:
        message["spread"] = spread
    return Frame(orjson.dumps(message).decode())
