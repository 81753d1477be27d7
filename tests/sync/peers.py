"""A model of the browser client for the fuzz: the wire's rules (S3, S5) over a network that loses things.

Everything runs on one thread and one event loop, in an order that the seed decides, so that a failing seed
fails again.
"""

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import Any

import orjson

from tafla.core.refusals import Refusal
from tafla.sync import reading, snapshot
from tafla.sync.command import Answer, Command, Outcome, make_command
from tafla.sync.db import current
from tafla.sync.engine import Done, Lane
from tafla.sync.gate import Gate
from tafla.sync.hub import Hub
from tafla.sync.reading import Reader
from tests.support.copies import Held, fill


class Server:
    """The real engine and hub, with a writer that runs when it is told to."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.gate = Gate()
        self.hub = Hub(self.gate, self.in_thread)
        self.lane = Lane(self.gate, self._deliver, 0)

    async def in_thread(self, work: Any, *args: Any) -> Any:
        """A reading thread is as slow as chance wants, before and after it reads."""
        await self.dawdle()
        found = work(current(), *args)
        await self.dawdle()
        return found

    async def dawdle(self) -> None:
        for _ in range(self.chance.randrange(4)):
            await asyncio.sleep(0)

    def write(self) -> None:
        """Run what waits as one batch, or a part of it."""
        queue = self.lane._queue
        taken = [queue.popleft() for _ in range(self.chance.randint(1, len(queue)))] if queue else []
        if taken:
            self.lane._settle(taken)

    def _deliver(self, outcomes: list[Outcome], answers: list[tuple[Done, Answer]]) -> None:
        for done, answer in answers:
            done(answer)
        self.hub.publish(outcomes)

    def is_busy(self) -> bool:
        streams = self.hub.streams.values()
        waiting = any(stream.pending or stream.opening or stream.timer for stream in streams)
        return bool(self.lane._queue or self.hub._tasks or waiting)


@dataclass(eq=False)
class Wire:
    """One connection; what is sent into a closed one is lost."""

    peer: "Peer"
    reader: Reader
    is_open: bool = True

    def send(self, frame: str) -> bool:
        if self.peer.chance.random() < 0.02:
            return False  # behind (S17)
        self._put(orjson.loads(str(frame)))
        return True

    def tell(self, message: dict[str, Any]) -> None:
        self._put(message)

    def _put(self, message: dict[str, Any]) -> None:
        if self.is_open:
            self.peer.inbox.append(message)


@dataclass(eq=False)
class Peer:
    """A person's browser: copies of scopes, an outbox, a connection."""

    name: str
    reader: Reader
    chance: Random
    server: Server
    held: dict[str, Held] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)
    inbox: list[dict[str, Any]] = field(default_factory=list)
    outbox: list[Command] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    mine: list[str] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.wire = Wire(self, self.reader)

    def connect(self, server: Server) -> None:
        """Come back on a new connection with what it held; unanswered commands are sent again in order."""
        self.wire.is_open = False
        for scope in list(self.server.hub.streams):
            self.server.hub.leave(self.wire, scope)
        self.server, self.wire = server, Wire(self, self.reader)
        self.inbox.clear()
        self.sent.clear()
        for scope in sorted(self.wanted):
            self.open(scope)

    def open(self, scope: str) -> None:
        self.wanted.add(scope)
        held = self.held.get(scope)
        self._spawn(self.server.hub.subscribe(self.wire, scope, held and held.epoch, held and held.seq))

    def command(self, command_id: str, verb: str, args: dict[str, Any]) -> None:
        """Put a command into the outbox."""
        try:
            self.outbox.append(make_command(command_id, str(self.reader.person_id), verb, args))
        except Refusal as refusal:
            raise AssertionError(f"the fuzz made nonsense: {verb} {args} {refusal.args_map}") from refusal
        self.mine.append(command_id)

    def post(self) -> None:
        """Send what waits in the outbox; some answers never arrive, some commands arrive twice."""
        for command in self.outbox:
            if command.id in self.sent:
                continue
            self.sent.add(command.id)
            for _ in range(2 if self.chance.random() < 0.1 else 1):
                self.server.lane.submit(command, self._hears(command, self.wire))

    def _hears(self, command: Command, wire: Wire) -> Done:
        is_lost = self.chance.random() < 0.1

        def done(answer: Answer) -> None:
            if answer["s"] == "later" or is_lost or not wire.is_open:
                return
            self.answers[command.id] = answer
            self.outbox = [waiting for waiting in self.outbox if waiting.id != command.id]

        return done

    def hear(self) -> None:
        """Take the next message; the network may have lost, repeated or swapped changes."""
        if not self.inbox:
            return
        luck = self.chance.random()
        if luck < 0.05 and len(self.inbox) > 1 and self.inbox[0]["t"] == self.inbox[1]["t"] == "ch":
            self.inbox[0], self.inbox[1] = self.inbox[1], self.inbox[0]
        message = self.inbox.pop(0)
        if message["t"] == "ch" and luck > 0.95:
            return
        if message["t"] == "ch" and luck > 0.9:
            self.inbox.insert(0, message)
        self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        if message["t"] == "ch":
            for change in message["c"]:
                held = self.held.get(change[0])
                if held and change[0] in self.wanted and not held.apply(change):
                    self._again(change[0])
        elif message["t"] == "gone":
            self.held.pop(message["scope"], None)
            self.wanted.discard(message["scope"])
        elif message["t"] == "reset" and message["scope"] in self.wanted:
            self._spawn(self._snapshot(message["scope"], self.wire))
        elif message["t"] == "subbed":
            held = self.held.get(message["scope"])
            if held and held.seq < message["seq"] and not self.inbox:
                self._again(message["scope"])

    def _again(self, scope: str) -> None:
        """There is a gap: ask for what is missing."""
        self.server.hub.leave(self.wire, scope)
        self.open(scope)

    async def _snapshot(self, scope: str, wire: Wire) -> None:
        try:
            found = await self.server.in_thread(_read, self.server.gate, self.reader, scope)
        except Refusal:
            self.held.pop(scope, None)
            self.wanted.discard(scope)
            return
        if wire is self.wire and scope in self.wanted:
            self.held[scope] = fill(orjson.loads(found))
            self.open(scope)

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


def _read(db: Any, gate: Gate, reader: Reader, scope: str) -> bytes:
    reading.access_scope(db, gate, reader, scope)
    return snapshot.read_snapshot(db, scope, "all")[1]
