"""A WebSocket client as lean as Python allows: nothing is unpacked that nobody reads."""

import asyncio
import json
import os
from typing import Any

from bench.load.heads import Held

OPEN, CLOSE, PING = 0x81, 0x88, 0x89


def frame(payload: bytes) -> bytes:
    """A text frame; its mask is all zeros, which is allowed and costs nothing."""
    size = len(payload)
    if size < 126:
        head = bytes((OPEN, 0x80 | size))
    elif size < 65_536:
        head = bytes((OPEN, 0x80 | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((OPEN, 0x80 | 127)) + size.to_bytes(8, "big")
    return head + b"\0\0\0\0" + payload


def cut(data: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """(whole frames as (first byte, payload), the rest) of what a server sent."""
    frames: list[tuple[int, bytes]] = []
    at, size = 0, len(data)
    while size - at >= 2:
        length, start = data[at + 1], at + 2
        if length == 126:
            length, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
        elif length == 127:
            length, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
        if start > size or start + length > size:
            break
        frames.append((data[at], data[start : start + length]))
        at = start + length
    return frames, data[at:]


class Line(asyncio.Protocol):
    """One socket. Subclasses say what happens with a text in `took`."""

    def __init__(self, port: int, cookie: str) -> None:
        self.port = port
        self.cookie = cookie
        self.opened = asyncio.get_running_loop().create_future()
        self.transport: Any = None
        self.is_open = False
        self._rest = b""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        key = "dGhlIHNhbXBsZSBub25jZQ=="
        transport.write(
            f"GET /live/socket HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nOrigin: http://127.0.0.1:{self.port}\r\n"
            f"Cookie: sessionid={self.cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        data = self._rest + data if self._rest else data
        if not self.is_open:
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            self._welcome(head)
        frames, self._rest = cut(data)
        for kind, payload in frames:
            if kind == OPEN:
                self.took(payload)
            elif kind == PING:
                self.transport.write(b"\x8a" + bytes((0x80 | len(payload),)) + b"\0\0\0\0" + payload)

    def _welcome(self, head: bytes) -> None:
        self.is_open = b" 101 " in head.split(b"\r\n", 1)[0]
        if not self.opened.done():
            if self.is_open:
                self.opened.set_result(None)
            else:
                self.opened.set_exception(ConnectionError(head.split(b"\r\n", 1)[0].decode()))

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(ConnectionError("closed"))
        self.is_open = False
        self.lost()

    def say(self, message: dict[str, Any]) -> None:
        self.transport.write(frame(json.dumps(message, separators=(",", ":")).encode()))

    def took(self, payload: bytes) -> None:
        """A text came."""

    def lost(self) -> None:
        """The connection is gone."""


class Subscriber(Line):
    """A socket that says hello and follows the scopes it holds."""

    def __init__(self, port: int, cookie: str, held: Held) -> None:
        super().__init__(port, cookie)
        self.held = dict(held)
        self.waiting = len(held)
        self.ready = asyncio.get_running_loop().create_future()

    def begin(self) -> None:
        """Say hello and ask for what came after."""
        device = f"{os.urandom(4).hex()}-0000-4000-8000-{os.urandom(6).hex()}"
        self.say({"t": "hello", "wire": 1, "device": device, "next": 1})
        for scope, (epoch, seq) in self.held.items():
            self.say({"t": "sub", "scope": scope, "epoch": epoch, "seq": seq})
        if not self.held:
            self.ready.set_result(None)

    def took(self, payload: bytes) -> None:
        if payload.startswith(b'{"t":"ch"'):
            self.changed(payload)
        elif payload.startswith(b'{"t":"ans"'):
            self.answered(payload)
        elif payload.startswith((b'{"t":"subbed"', b'{"t":"reset"', b'{"t":"gone"', b'{"t":"bye"')):
            self._told(json.loads(payload))

    def _told(self, message: dict[str, Any]) -> None:
        if message["t"] == "subbed":
            self.held[message["scope"]] = (message["epoch"], message["seq"])
            self.waiting -= 1
            if not self.waiting and not self.ready.done():
                self.ready.set_result(None)
        elif not self.ready.done():
            self.ready.set_exception(
                ConnectionError(f"{message['t']} {message.get('code')} {message.get('scope')}")
            )
        else:
            self.fell_behind(message)

    def changed(self, payload: bytes) -> None:
        """Changes came."""

    def answered(self, payload: bytes) -> None:
        """An answer came."""

    def fell_behind(self, message: dict[str, Any]) -> None:
        """The server took a subscription away."""


async def join(one: Subscriber) -> None:
    """Connect, and wait until every scope is followed."""
    loop = asyncio.get_running_loop()
    await loop.create_connection(lambda: one, "127.0.0.1", one.port)
    await asyncio.wait_for(one.opened, 30)
    one.begin()
    await asyncio.wait_for(one.ready, 30)
