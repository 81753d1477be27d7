"""The floor of fan-out: a server that hands each frame it gets to all its sockets, and does nothing else."""

import asyncio
from typing import Any

import uvloop

from bench.load.wire import OPEN
from bench.ports import free_port

crowd: set["Floor"] = set()


def header(size: int) -> bytes:
    """The head of a server's text frame."""
    return bytes((OPEN, size)) if size < 126 else bytes((OPEN, 126)) + size.to_bytes(2, "big")


class Floor(asyncio.Protocol):
    """One socket."""

    def __init__(self) -> None:
        self.transport: Any = None
        self.is_open = False
        self.rest = b""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        if not self.is_open:
            self.is_open = True
            self.transport.write(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
            return
        # Masks are all zeros (load/wire.py), so the mask is dropped by cutting four bytes off.
        data = self.rest + data
        while len(data) >= 8:
            size = data[1] & 0x7F
            start = 4 if size == 126 else 2
            size = int.from_bytes(data[2:4], "big") if size == 126 else size
            if len(data) < start + 4 + size:
                break
            self.say(data[start + 4 : start + 4 + size])
            data = data[start + 4 + size :]
        self.rest = data

    def say(self, payload: bytes) -> None:
        if payload.startswith(b'{"t":"hello"'):
            crowd.add(self)
        elif payload.startswith(b'{"t":"cmd"'):
            # Padded to about the size of the change the real server sends.
            body = b'{"t":"ch","c":[' + payload + b" " * 80 + b"]}"
            frame = header(len(body)) + body
            for one in crowd:
                one.transport.write(frame)

    def connection_lost(self, exc: Exception | None) -> None:
        crowd.discard(self)


async def main() -> None:
    """Listen on a free port, say which, and serve until ended."""
    port = free_port()
    server = await asyncio.get_running_loop().create_server(Floor, "127.0.0.1", port, backlog=2048)
    print(port, flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main())
