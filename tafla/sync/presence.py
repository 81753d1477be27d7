"""Presence: who is on a board, on which card, and who is writing (S14). Never stored, never numbered."""

import asyncio
from typing import Any

import orjson

from tafla.sync.hub import Stream, Watcher

TICK_S = 0.25
SAMPLE = 50


class Presence:
    """Who is where, in this process."""

    def __init__(self) -> None:
        self.boards: dict[str, dict[Watcher, str | None]] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def here(self, watcher: Watcher, scope: str, card: str | None) -> None:
        """A signed-in watcher looks at a board, and at one of its cards or none."""
        self.boards.setdefault(scope, {})[watcher] = card
        self._soon(scope)

    def gone(self, watcher: Watcher, scope: str | None = None) -> None:
        """A watcher looks away from one board, or from all."""
        for board in [scope] if scope else list(self.boards):
            if self.boards.get(board, {}).pop(watcher, self) is not self:
                self._soon(board)
                if not self.boards[board]:
                    del self.boards[board]

    def typing(self, watcher: Watcher, stream: Stream) -> None:
        """Tell the other people who watch a scope that somebody writes there; who is behind misses it."""
        person = watcher.reader.person_id
        frame = orjson.dumps({"t": "typing", "scope": stream.scope, "person": person}).decode()
        for other in list(stream.watchers):
            if other.reader.person_id not in (None, person):
                other.send(frame)

    def _soon(self, scope: str) -> None:
        if scope not in self._timers:
            self._timers[scope] = asyncio.get_running_loop().call_later(TICK_S, self._tell, scope)

    def _tell(self, scope: str) -> None:
        del self._timers[scope]
        watchers = self.boards.get(scope, {})
        people: dict[str, str | None] = {}
        for watcher, card in watchers.items():
            person = watcher.reader.person_id
            if person:
                people[person] = card or people.get(person)
        sample = [[person, card] for person, card in list(people.items())[:SAMPLE]]
        message: dict[str, Any] = {"t": "here", "scope": scope, "count": len(people), "people": sample}
        for watcher in list(watchers):
            watcher.tell(message)
