"""The live socket: hello, subscriptions, commands, presence (docs/topics/wire.md)."""

import asyncio
import logging
from typing import Any, ClassVar

import orjson

from tafla.core.clock import now_ms
from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.doors.house import House
from tafla.doors.incoming import Commands
from tafla.doors.lean import Receive, Send
from tafla.doors.looking import is_team_visible, may_chat, names
from tafla.doors.outlet import Outlet
from tafla.sync.reading import Reader

log = logging.getLogger("tafla.doors")

WIRE = 1
MOST_SCOPES = 200
# Who writes says so every few seconds; more often is not passed on.
TYPING_S = 1.0
# How long a subscription waits for the database before it tries again.
AGAIN_S = 1.0

connections: "set[Connection]" = set()


class Connection(Outlet):
    """One socket and who is behind it."""

    def __init__(self, house: House, send: Send, reader: Reader, cookies: str) -> None:
        super().__init__(house.loop, send)
        self.house = house
        self.reader = reader
        self.cookies = cookies
        self.scopes: dict[str, None] = {}
        self.commands = Commands(self)
        self._retries: set[asyncio.Task[None]] = set()
        self._typed_at = 0.0

    async def run(self, receive: Receive) -> None:
        """Read messages until the socket closes."""
        connections.add(self)
        try:
            while True:
                message = await receive()
                if message["type"] == "websocket.disconnect":
                    return
                await self._take(message.get("text") or message.get("bytes") or "")
        finally:
            connections.discard(self)
            self.closing = True
            for retry in self._retries:
                retry.cancel()
            self.house.presence.gone(self)
            self.house.pulse.leave(self)
            for scope in self.scopes:
                self.house.hub.leave(self, scope)

    async def _take(self, raw: str | bytes) -> None:
        try:
            message = orjson.loads(raw)
            kind = message["t"]
            handle = self.HANDLERS[kind]
            if kind not in ("hello", "ping") and not self.commands.greeted:
                raise KeyError("hello comes first")
            await handle(self, message)
        except (ValueError, KeyError, TypeError):
            self.tell({"t": "error", "code": "bad_message", "args": {}})
        except Exception as error:  # the database is away: the socket stays
            log.warning("cannot answer a message: %s", type(error).__name__)
            self.tell({"t": "error", "code": "storage_unavailable", "args": {}})

    async def _hello(self, message: dict[str, Any]) -> None:
        if message["wire"] != WIRE:
            self.tell({"t": "wire", "wire": WIRE})
            return
        following = message.get("next", 1)
        if not is_id(message["device"]) or type(following) is not int:
            raise ValueError
        self.commands.greet(following)
        self.tell({"t": "welcome", "wire": WIRE, "person": self.reader.person_id, "time": now_ms()})

    async def _sub(self, message: dict[str, Any]) -> None:
        scope, epoch, seq = message["scope"], message.get("epoch"), message.get("seq")
        if (
            type(scope) is not str
            or len(scope) > 80
            or not (seq is None or type(seq) is int)
            or not (epoch is None or type(epoch) is str)
        ):
            raise ValueError
        if len(self.scopes) >= MOST_SCOPES and scope not in self.scopes:
            self.bye("too_many")
            return
        self.scopes[scope] = None
        await self._subscribe(scope, epoch, seq)

    async def _subscribe(self, scope: str, epoch: str | None, seq: int | None) -> None:
        """Subscribe now, or as soon as the database answers again; the client waits meanwhile."""
        if self.closing or scope not in self.scopes:
            return
        try:
            await self.house.hub.subscribe(self, scope, epoch, seq)
        except Exception as error:
            log.warning("cannot open %s: %s", scope, type(error).__name__)
            retry = self.house.loop.create_task(self._subscribe_again(scope, epoch, seq))
            self._retries.add(retry)
            retry.add_done_callback(self._retries.discard)

    async def _subscribe_again(self, scope: str, epoch: str | None, seq: int | None) -> None:
        await asyncio.sleep(AGAIN_S)
        await self._subscribe(scope, epoch, seq)

    async def _unsub(self, message: dict[str, Any]) -> None:
        self.scopes.pop(message["scope"], None)
        self.house.hub.leave(self, message["scope"])
        self.house.presence.gone(self, message["scope"])

    async def _cmd(self, message: dict[str, Any]) -> None:
        self.commands.take(message)

    async def _here(self, message: dict[str, Any]) -> None:
        scope, card, column = message["scope"], message.get("card"), message.get("column")
        if type(scope) is not str or not all(one is None or is_id(one) for one in (card, column)):
            raise ValueError
        kind, _, board = scope.partition(":")
        if kind != "board" or not is_id(board) or not self.reader.person_id:
            return
        if not await self._sees_team(scope):
            return
        # Only now: what is watched may have been lost meanwhile.
        stream = self.house.hub.streams.get(scope)
        if stream is not None and self in stream.watchers:
            self.house.presence.here(self, scope, card, column)

    async def _sees_team(self, scope: str) -> bool:
        # Said often, by everybody who moves; a circle that is held is let go of as soon as access changes.
        held = self.house.gate.held.get(scope)
        if held is not None:
            return held[1].refuse(self.reader.person_id, "read_team", self.reader.link) is None
        return await self.house.in_thread(is_team_visible, self.house, self.reader, scope)

    async def _typing(self, message: dict[str, Any]) -> None:
        scope, now = message["scope"], self.house.loop.time()
        if type(scope) is not str:
            raise ValueError
        stream = self.house.hub.streams.get(scope)
        is_here = self.reader.person_id and stream is not None and self in stream.watchers
        if not is_here or not scope.startswith("chat:") or now - self._typed_at < TYPING_S:
            return
        self._typed_at = now
        if stream is not None and await self.house.in_thread(may_chat, self.house, self.reader, scope):
            self.house.presence.typing(self, stream)

    async def _pulse(self, message: dict[str, Any]) -> None:
        if type(message["on"]) is not bool:
            raise ValueError
        if message["on"]:
            self.house.pulse.join(self)
        else:
            self.house.pulse.leave(self)

    async def _people(self, message: dict[str, Any]) -> None:
        ids, board = message["ids"], message["board"]
        if not is_id(board) or type(ids) is not list or len(ids) > 500 or not all(is_id(one) for one in ids):
            raise ValueError
        try:
            found = await self.house.in_thread(names, self.house, self.reader, board, ids)
        except Refusal:
            found = []
        self.tell({"t": "people", "people": found})

    async def _ping(self, message: dict[str, Any]) -> None:
        self.tell({"t": "pong", "time": now_ms()})

    HANDLERS: ClassVar[dict[str, Any]] = {
        "hello": _hello,
        "sub": _sub,
        "unsub": _unsub,
        "cmd": _cmd,
        "here": _here,
        "typing": _typing,
        "pulse": _pulse,
        "people": _people,
        "ping": _ping,
    }
