"""The live socket: hello, subscriptions, commands, presence (docs/topics/wire.md).

A connection never makes another wait: a send that does not finish at once is finished by a task of its own,
and until then its subscriptions are dropped and told to catch up (S17).
"""

import asyncio
import logging
from collections import deque
from collections.abc import Coroutine, Generator
from typing import Any, ClassVar

import orjson

from tafla.core.clock import now_ms
from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.doors.house import House
from tafla.doors.incoming import Commands
from tafla.doors.lean import Receive, Send
from tafla.doors.line import line_of
from tafla.sync import reading
from tafla.sync.reading import Reader

log = logging.getLogger("tafla.doors")

WIRE = 1
MOST_WAITING = 256
MOST_WAITING_BYTES = 1024 * 1024
MOST_SCOPES = 200
# Who writes says so every few seconds; more often is not passed on.
TYPING_S = 1.0
# How long a subscription waits for the database before it tries again.
AGAIN_S = 1.0
CLOSE_CODES = {"signed_out": 4001, "restart": 1012, "replaced": 4002, "too_many": 4003}

connections: "set[Connection]" = set()


class Connection:
    """One socket and who is behind it."""

    def __init__(self, house: House, send: Send, reader: Reader, cookies: str) -> None:
        self.house = house
        self.reader = reader
        self.cookies = cookies
        self.scopes: dict[str, None] = {}
        self.commands = Commands(self)
        self._send = send
        self._line = line_of(send)
        self._waiting: deque[str] = deque()
        self._waiting_bytes = 0
        self._finishing: asyncio.Task[None] | None = None
        self._retries: set[asyncio.Task[None]] = set()
        self._closing = False
        self._typed_at = 0.0
        # What the socket is to be closed with, as soon as what is under way has left.
        self._close_code: int | None = None

    # out

    def send(self, frame: str) -> bool:
        """Send a frame now; False when the reader is behind and the frame was not taken."""
        if self._finishing is not None or self._closing or self._close_code is not None:
            return False
        self._write(frame)
        return True

    def tell(self, message: dict[str, Any]) -> None:
        """Send a message of this connection's own; a few may wait while the reader is behind."""
        text = orjson.dumps(message).decode()
        if self._closing or self._close_code is not None:
            return
        if self._finishing is None:
            self._write(text)
        elif len(self._waiting) < MOST_WAITING and self._waiting_bytes + len(text) <= MOST_WAITING_BYTES:
            self._waiting.append(text)
            self._waiting_bytes += len(text)
        else:
            self._close(1013)

    def bye(self, code: str) -> None:
        """Say why, and close. To one who is behind, nothing else is said before."""
        self._waiting.clear()
        self._waiting_bytes = 0
        self.tell({"t": "bye", "code": code})
        self._close(CLOSE_CODES[code])

    async def turn_away(self, code: str) -> None:
        """Say why, and close, to one who was never let in; returns when it is said."""
        await self._send(
            {"type": "websocket.send", "text": orjson.dumps({"t": "bye", "code": code}).decode()}
        )
        await self._send({"type": "websocket.close", "code": CLOSE_CODES[code], "reason": ""})

    def _close(self, code: int) -> None:
        if self._close_code is None:
            self._close_code = code
            self._close_if_done()

    def _close_if_done(self) -> None:
        if self._close_code is not None and self._finishing is None and not self._closing:
            self._closing = True
            closing = self._send({"type": "websocket.close", "code": self._close_code, "reason": ""})
            self.house.loop.create_task(_quietly(closing))

    def _write(self, text: str) -> None:
        """Hand a frame to the server without a task; only what does not finish at once gets one."""
        if self._line is not None and self._line.take(text):
            return
        sending = self._send({"type": "websocket.send", "text": text})
        try:
            first = sending.send(None)  # type: ignore[attr-defined]
        except StopIteration:
            return
        except Exception:  # the other side is gone; `receive` tells us
            self._closing = True
            return
        self._finishing = self.house.loop.create_task(self._finish(sending, first))

    async def _finish(self, sending: Any, first: Any) -> None:
        try:
            await _Rest(sending, first)
        except Exception:
            self._closing = True
        self._finishing = None
        self._write_waiting()

    def _write_waiting(self) -> None:
        while self._waiting and self._finishing is None and not self._closing:
            text = self._waiting.popleft()
            self._waiting_bytes -= len(text)
            self._write(text)
        self._close_if_done()

    # in

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
            self._closing = True
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
        if self._closing or scope not in self.scopes:
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
        return await self.house.in_thread(_is_team_visible, self.house, self.reader, scope)

    async def _typing(self, message: dict[str, Any]) -> None:
        scope, now = message["scope"], self.house.loop.time()
        if type(scope) is not str:
            raise ValueError
        stream = self.house.hub.streams.get(scope)
        is_here = self.reader.person_id and stream is not None and self in stream.watchers
        if not is_here or not scope.startswith("chat:") or now - self._typed_at < TYPING_S:
            return
        self._typed_at = now
        if stream is not None and await self.house.in_thread(_may_chat, self.house, self.reader, scope):
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
            found = await self.house.in_thread(_names, self.house, self.reader, board, ids)
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


def _names(db: Any, house: House, reader: Reader, board: str, ids: list[str]) -> list[list[str]]:
    """[id, name, photo] of the people asked for who have to do with a board that the reader may see the team
    of.
    """
    reading.access_ground(db, house.gate, reader, f"board:{board}", "read_team")
    one = f"SELECT id, name, photo FROM people_person WHERE {db.within('id')} AND id IN "
    members = "(SELECT person_id FROM accounts_member WHERE board_id = ?)"
    found = db.query(one + members, (db.members(ids), board))
    # Those who left still stand in the history of the board and its talks; rare, so it is read only for them.
    others = set(ids) - {row[0] for row in found}
    if others:
        authors = "(SELECT DISTINCT person_id FROM sync_change WHERE scope IN (?, ?))"
        found += db.query(one + authors, (db.members(others), f"board:{board}", f"talk:{board}"))
    return [list(row) for row in found]


def _is_team_visible(db: Any, house: House, reader: Reader, scope: str) -> bool:
    try:
        reading.access_ground(db, house.gate, reader, scope, "read_team")
    except Refusal:
        return False
    return True


def _may_chat(db: Any, house: House, reader: Reader, scope: str) -> bool:
    try:
        ground, _ = reading.ground_of(db, scope)
        reading.access_ground(db, house.gate, reader, ground, "chat")
    except Refusal:
        return False
    return True


class _Rest:
    """The rest of a coroutine that has been started by hand and waits for `first`."""

    def __init__(self, sending: Coroutine[Any, Any, None], first: Any) -> None:
        self.sending = sending
        self.first = first

    def __await__(self) -> Generator[Any, None, None]:
        waiting = self.first
        while True:
            yield waiting
            try:
                waiting = self.sending.send(None)
            except StopIteration:
                return


async def _quietly(sending: Any) -> None:
    try:
        await sending
    except Exception:  # closing what is closed already
        log.debug("the socket was gone", exc_info=True)
