"""Closed-loop HTTP on kept connections: moves through REST and the lean command door, and plain reads."""

import asyncio
import json
import time
from typing import Any

from bench.load.measure import Window, percentile, run
from bench.load.moves import Moves, new_id

TOKEN = "b" * 32


class Http(asyncio.Protocol):
    """One connection that asks again as soon as it is answered."""

    def __init__(self, port: int, cookie: str, door: str, moves: Moves) -> None:
        self.door, self.moves = door, moves
        self.is_going = True
        self.took_ms: list[float] = []
        self.wrong: list[str] = []
        self.sent_at = 0.0
        self.transport: Any = None
        self._data = b""
        path = {"rest": "/api/v1/cards/move", "lean": "/live/command", "probe": "/healthz"}[door]
        self.head = (
            f"{'GET' if door == 'probe' else 'POST'} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
            f"Cookie: sessionid={cookie}; csrftoken={TOKEN}\r\nX-CSRFToken: {TOKEN}\r\n"
            "Content-Type: application/json\r\n"
        )

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        body = b""
        if self.door != "probe":
            args = self.moves.args()
            whole = args if self.door == "rest" else {"id": new_id(), "verb": "card.move", "args": args}
            body = json.dumps(whole).encode()
        self.sent_at = time.perf_counter()
        self.transport.write(f"{self.head}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    def data_received(self, data: bytes) -> None:
        self._data += data
        head, found, body = self._data.partition(b"\r\n\r\n")
        if not found:
            return
        length = next(
            (int(row[15:]) for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")), None
        )
        if length is None:
            if not self._data.endswith(b"0\r\n\r\n"):  # chunked
                return
        elif len(body) < length:
            return
        self._data = b""
        self._answered(head, body)

    def _answered(self, head: bytes, body: bytes) -> None:
        if b" 200 " in head[:16]:
            self.took_ms.append((time.perf_counter() - self.sent_at) * 1000)
        else:
            self.wrong.append((head.split(b"\r\n", 1)[0] + b" " + body[:200]).decode())
        if self.is_going:
            self.ask()


async def main(
    port: int, sessions: list[str], board: dict[str, Any], door: str, seconds: float, server: int
) -> dict[str, Any]:
    """A connection for each session."""
    loop = asyncio.get_running_loop()
    made = [Http(port, cookie, door, Moves(board, n, len(sessions))) for n, cookie in enumerate(sessions)]
    for one in made:
        await loop.create_connection(lambda one=one: one, "127.0.0.1", port)
    await asyncio.sleep(min(1.0, seconds / 3))
    for one in made:
        one.took_ms.clear()
    window = Window(server)
    await asyncio.sleep(seconds)
    took = [one for each in made for one in each.took_ms]
    used = window.end()
    wrong = [one for each in made for one in each.wrong]
    for one in made:
        one.is_going = False
    found = {
        "per_s": len(took) / used["seconds"],
        "p50_ms": percentile(took, 0.5),
        "p99_ms": percentile(took, 0.99),
    }
    return used | found | {"wrong": len(wrong), "first_wrong": wrong[:1]}


if __name__ == "__main__":
    run(main)
