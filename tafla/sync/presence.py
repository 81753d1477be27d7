"""Presence: who is on a board, on which card, before which column, and who is writing (S14; docs/topics/
presence.md). Never stored, never numbered.

Other processes tell theirs over the bus, where there is one: what changed as it changes, and all of it now
and then, so that a word that was lost is made good and a process that died is forgotten.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from tafla.core.clock import now_ms
from tafla.sync.frames import Frame
from tafla.sync.stream import Stream, Watcher

TICK_S = 0.25
SAMPLE = 50
BEAT_S = 4.0
FORGET_S = 10.0
# More boards than this are not told to other processes.
MOST_TOLD = 5_000

# person -> [since when (ms), card, column]
Where = list[Any]
# How many people beyond those named, and those named.
Present = tuple[int, dict[str, Where]]
NOBODY: Present = (0, {})


@dataclass
class Other:
    """Another process: who is on which board there."""

    heard_at: float
    boards: dict[str, Present]


class Presence:
    """Who is where. Lives on the event loop."""

    def __init__(self) -> None:
        self.boards: dict[str, dict[Watcher, Where]] = {}
        self.others: dict[str, Other] = {}
        # Tells other processes: (is it all there is, scope -> who is there).
        self.tell_others: Callable[[bool, dict[str, Present]], None] | None = None
        self._timers: dict[str, asyncio.TimerHandle] = {}
        # Boards to tell of: to everybody here, to other processes, and to those who took nothing last time.
        self._changed: set[str] = set()
        self._ours: set[str] = set()
        self._behind: dict[str, set[Watcher]] = {}

    def here(self, watcher: Watcher, scope: str, card: str | None, column: str | None = None) -> None:
        """A signed-in watcher looks at a board, with this card open, before this column."""
        self.boards.setdefault(scope, {})[watcher] = [now_ms(), card, column]
        self._changed_here(scope)

    def gone(self, watcher: Watcher, scope: str | None = None) -> None:
        """A watcher looks away from one board, or from all."""
        for board in [scope] if scope else list(self.boards):
            if self.boards.get(board, {}).pop(watcher, None) is not None:
                self._behind.get(board, set()).discard(watcher)
                self._changed_here(board)
                if not self.boards[board]:
                    del self.boards[board]

    def lost(self, watcher: Watcher, scope: str) -> None:
        """A watcher may not read a scope any more: who does not see the team sees nobody on its board."""
        kind, _, board = scope.partition(":")
        if kind in ("board", "team"):
            self.gone(watcher, f"board:{board}")

    def typing(self, watcher: Watcher, stream: Stream) -> None:
        """Tell the other people who watch a scope that somebody writes there; who is behind misses it."""
        person = watcher.reader.person_id
        frame = orjson.dumps({"t": "typing", "scope": stream.scope, "person": person}).decode()
        for other in list(stream.watchers):
            if other.reader.person_id not in (None, person):
                other.send(frame)

    def hear(self, sender: str, is_all: bool, boards: dict[str, Present]) -> None:
        """What another process says of its boards."""
        before = self.others[sender].boards if sender in self.others else {}
        merged = boards if is_all else {**before, **boards}
        now = {scope: present for scope, present in merged.items() if present[1]}
        self.others[sender] = Other(asyncio.get_running_loop().time(), now)
        self._changed_there({one for one in before.keys() | now.keys() if before.get(one) != now.get(one)})

    async def beat(self) -> None:
        """Tell other processes all now and then, and forget those that say nothing; until cancelled."""
        while True:
            await asyncio.sleep(BEAT_S)
            if self.tell_others is not None:
                self.tell_others(True, {scope: self._here(scope) for scope in list(self.boards)[:MOST_TOLD]})
            now = asyncio.get_running_loop().time()
            for sender in [one for one, other in self.others.items() if now - other.heard_at > FORGET_S]:
                self._changed_there(set(self.others.pop(sender).boards))

    def _changed_here(self, scope: str) -> None:
        self._ours.add(scope)
        self._changed.add(scope)
        self._soon(scope)

    def _changed_there(self, scopes: set[str]) -> None:
        for scope in scopes & self.boards.keys():
            self._changed.add(scope)
            self._soon(scope)

    def _soon(self, scope: str) -> None:
        if scope not in self._timers:
            # A crowd is told less often, for each of its people is told of all.
            wait = TICK_S * max(1, len(self.boards.get(scope, ())) // SAMPLE)
            self._timers[scope] = asyncio.get_running_loop().call_later(wait, self._tick, scope)

    def _tick(self, scope: str) -> None:
        del self._timers[scope]
        behind = self._behind.pop(scope, set())
        if scope in self._ours:
            self._ours.discard(scope)
            if self.tell_others is not None:
                self.tell_others(False, {scope: self._here(scope)})
        if scope in self._changed:
            self._changed.discard(scope)
            behind = set(self.boards.get(scope, ()))
        self._tell(scope, behind)

    def _here(self, scope: str) -> Present:
        """Who is on a board in this process. Who has several pages is where they moved last."""
        people: dict[str, Where] = {}
        for watcher, where in self.boards.get(scope, {}).items():
            _put(people, watcher.reader.person_id or "", where)
        return max(len(people) - SAMPLE, 0), dict(list(people.items())[:SAMPLE])

    def _tell(self, scope: str, watchers: set[Watcher]) -> None:
        if not watchers:
            return
        hidden, people = self._here(scope)
        for other in self.others.values():
            more, theirs = other.boards.get(scope, NOBODY)
            hidden += more
            for person, where in theirs.items():
                _put(people, person, where)
        sample = [[person, *where[1:]] for person, where in list(people.items())[:SAMPLE]]
        message = {"t": "here", "scope": scope, "count": len(people) + hidden, "people": sample}
        frame = Frame(orjson.dumps(message).decode())
        late = {watcher for watcher in watchers if not watcher.send(frame)}
        if late:
            self._behind[scope] = late
            self._soon(scope)


def _put(people: dict[str, Where], person: str, where: Where) -> None:
    if person not in people or people[person][0] <= where[0]:
        people[person] = where
