"""People who move cards of a board at their pace, while the same board is exported; and what the child that
makes the export takes.
"""

import asyncio
import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench import processes
from bench.load.heads import Held, heads
from bench.load.measure import percentile, run
from bench.load.moves import Moves
from bench.load.wire import Subscriber, join

CHILD = "tafla.exchange.run"


class Editor(Subscriber):
    """Somebody whose moves may overlap; how long each took until it was durable."""

    def __init__(self, port: int, cookie: str, held: Held, moves: Moves) -> None:
        super().__init__(port, cookie, held)
        self.moves = moves
        self.sent: dict[str, float] = {}
        self.took_ms: list[float] = []
        self.wrong = 0

    def move(self) -> None:
        command_id, text = self.moves.next()
        self.sent[command_id] = time.perf_counter()
        self.transport.write(text)

    def answered(self, payload: bytes) -> None:
        answer = json.loads(payload)
        sent_at = self.sent.pop(answer["id"])
        if answer["s"] == "done":
            self.took_ms.append((time.perf_counter() - sent_at) * 1000)
        else:
            self.wrong += 1


async def edit(editors: list[Editor], per_s: float) -> None:
    """Open loop: so many moves a second, by turns."""
    began, sent = time.perf_counter(), 0
    while True:
        while sent < (time.perf_counter() - began) * per_s:
            editors[sent % len(editors)].move()
            sent += 1
        await asyncio.sleep(0.002)


async def fetch(port: int, cookie: str, path: str) -> tuple[float, int]:
    """(seconds, bytes) of a whole download. Raises ConnectionError."""
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: sessionid={cookie}\r\n"
    writer.write(f"{asked}Connection: close\r\n\r\n".encode())
    head, size = await reader.readuntil(b"\r\n\r\n"), 0
    while piece := await reader.read(2**20):
        size, last = size + len(piece), piece
    writer.close()
    if b" 200 " not in head[:16] or not last.endswith(b"0\r\n\r\n"):
        raise ConnectionError(head.decode())
    return time.perf_counter() - began, size


class Child:
    """The child of a server that makes an export: the most memory and processor time one saw of it."""

    def __init__(self, server: int) -> None:
        self.server = server
        self.peak_kb = 0
        self.cpu_s = 0.0

    async def look(self) -> None:
        while True:
            for pid in processes.children(self.server):
                if CHILD in processes.command_line(pid):
                    with suppress(OSError):
                        self.peak_kb = max(self.peak_kb, peak_kb(pid))
                        self.cpu_s = max(self.cpu_s, processes.cpu_s(pid))
            await asyncio.sleep(0.02)


def peak_kb(pid: int) -> int:
    """The peak of a process's resident memory. Raises OSError when it is gone."""
    rows = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((int(row.split()[1]) for row in rows if row.startswith("VmHWM:")), 0)


def taken(editors: list[Editor]) -> dict[str, float]:
    """What the moves since the last time took."""
    took = [one for editor in editors for one in editor.took_ms]
    for editor in editors:
        editor.took_ms.clear()
    return {"p50_ms": percentile(took, 0.5), "p99_ms": percentile(took, 0.99), "moves": len(took)}


async def main(
    port: int, sessions: list[str], board: dict[str, Any], per_s: float, server: int, formats: list[str]
) -> dict[str, Any]:
    """Quiet, then beside an export in each format, then quiet again."""
    held = heads(port, sessions[0], [f"board:{board['id']}"])
    editors = [Editor(port, one, held, Moves(board, at, len(sessions))) for at, one in enumerate(sessions)]
    for editor in editors:
        await join(editor)
    found: dict[str, Any] = {}
    path = f"/exports/{board['id']}"
    for kind in formats:
        took, size = await fetch(port, sessions[0], f"{path}.{kind}")
        found[kind] = {"alone_s": took, "bytes": size}
    work = asyncio.ensure_future(edit(editors, per_s))
    await asyncio.sleep(1)
    taken(editors)
    for kind in formats:
        await asyncio.sleep(5)
        quiet = taken(editors)
        child = Child(server)
        looking = asyncio.ensure_future(child.look())
        took, _ = await fetch(port, sessions[0], f"{path}.{kind}")
        looking.cancel()
        found[kind] |= {"quiet": quiet, "busy": taken(editors), "busy_s": took}
        found[kind] |= {"peak_kb": child.peak_kb, "cpu_s": child.cpu_s}
    work.cancel()
    return found | {"wrong": sum(editor.wrong for editor in editors)}


if __name__ == "__main__":
    run(main)
