"""Clients that never give up: they keep what is unanswered and send it again under the same id (S3, S8)."""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import WebSocketException

from tafla.core.ids import new_id
from tests.support.sockets import ClosedError, Message, SilenceError, Socket, socket

# Commands a writer has under way at once.
WINDOW = 8
TRY_AGAIN_S = 0.03
# A server that says nothing for this long is left; one that is slow must not be.
QUIET_S = 5.0


@dataclass
class Sent:
    """One command, and its answer once there is one."""

    number: int
    id: str
    verb: str
    args: dict[str, Any]
    answer: Message | None = None

    def message(self) -> Message:
        return {"t": "cmd", "id": self.id, "n": self.number, "verb": self.verb, "args": self.args}


@dataclass
class Writer:
    """One device of one person, adding, moving and renaming cards of its own."""

    cookie: str
    columns: list[str]
    random: random.Random
    sent: list[Sent] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    connections: int = 0
    again: int = 0

    def waiting(self) -> list[Sent]:
        return [one for one in self.sent if one.answer is None]

    async def run(self, url: str, stop: asyncio.Event) -> None:
        """Write until told to stop, and then until every command has its answer."""
        while not stop.is_set() or self.waiting():
            try:
                async with socket(url, self.cookie, open_timeout=2 * QUIET_S) as line:
                    await self._greet(line)
                    await self._work(line, stop)
            except (OSError, ClosedError, WebSocketException, TimeoutError, SilenceError):
                await asyncio.sleep(TRY_AGAIN_S)

    async def _greet(self, line: Socket) -> None:
        waiting = self.waiting()
        await line.hello(following=waiting[0].number if waiting else len(self.sent) + 1)

    async def _work(self, line: Socket, stop: asyncio.Event) -> None:
        self.connections += 1
        for one in self.waiting():
            self.again += 1
            await line.say(one.message())
        while True:
            while len(self.waiting()) < WINDOW and not stop.is_set():
                self.sent.append(self._next())
                await line.say(self.sent[-1].message())
            if stop.is_set() and not self.waiting():
                return
            await self._take(line, await line.read(QUIET_S))

    async def _take(self, line: Socket, message: Message) -> None:
        if message["t"] == "bye":
            raise ClosedError(1012)
        if message["t"] != "ans":
            return
        one = self.sent[message["n"] - 1]
        assert one.id == message["id"]
        if message["s"] != "later":
            assert one.answer in (None, message), f"two answers: {one.answer} {message}"
            one.answer = message
        elif message["code"] != "gap":
            await asyncio.sleep(message["wait"] / 1000)
            for other in self.waiting():
                self.again += 1
                await line.say(other.message())

    def _next(self) -> Sent:
        number, chance = len(self.sent) + 1, self.random.random()
        if not self.cards or chance < 0.4:
            self.cards.append(new_id())
            card = {"card_id": self.cards[-1], "title": f"Card {number}"}
            args: dict[str, Any] = {"column_id": self.columns[0], "cards": [card]}
            return Sent(number, new_id(), "card.add", args)
        card_id = self.random.choice(self.cards)
        if chance < 0.8:
            args = {"card_ids": [card_id], "column_id": self.random.choice(self.columns)}
            return Sent(number, new_id(), "card.move", args)
        return Sent(number, new_id(), "card.rename", {"card_id": card_id, "title": f"Title {number}"})
