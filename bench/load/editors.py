"""Editors: everybody watches one board and moves its cards, open loop."""

import asyncio
import time
from typing import Any

from bench.load.heads import Held, heads
from bench.load.measure import Window, percentile, run
from bench.load.moves import Moves
from bench.load.watchers import join_all
from bench.load.wire import Subscriber


class Editor(Subscriber):
    """Sends when told to, and looks for its own changes."""

    def __init__(self, port: int, cookie: str, held: Held, moves: Moves) -> None:
        super().__init__(port, cookie, held)
        self.moves = moves
        self.out: dict[bytes, float] = {}
        self.took_ms: list[float] = []
        self.refused = 0
        self.behind = 0

    def go(self) -> None:
        command_id, text = self.moves.next()
        self.out[command_id[-12:].encode()] = time.perf_counter()
        self.transport.write(text)

    def changed(self, payload: bytes) -> None:
        for token in [token for token in self.out if token in payload]:
            self.took_ms.append((time.perf_counter() - self.out.pop(token)) * 1000)

    def answered(self, payload: bytes) -> None:
        if b'"s":"done"' not in payload:
            self.refused += 1

    def fell_behind(self, message: dict[str, Any]) -> None:
        self.behind += 1


async def move_for(editors: list[Editor], per_s: float, seconds: float) -> None:
    """Everybody in turn, so many a second together."""
    began, sent = time.perf_counter(), 0
    while (now := time.perf_counter() - began) < seconds:
        while sent < int(now * per_s):
            editors[sent % len(editors)].go()
            sent += 1
        await asyncio.sleep(0.002)


async def main(
    port: int, sessions: list[str], board: dict[str, Any], per_s: float, seconds: float, server: int
) -> dict[str, Any]:
    """As many editors as sessions."""
    held = heads(port, sessions[0], [f"board:{board['id']}"])
    editors = [
        Editor(port, cookie, held, Moves(board, n, len(sessions))) for n, cookie in enumerate(sessions)
    ]
    await join_all(list(editors))
    await move_for(editors, per_s, 1.0)
    for editor in editors:
        editor.took_ms.clear()
        editor.out.clear()
    window = Window(server)
    await move_for(editors, per_s, seconds)
    used = window.end()
    await asyncio.sleep(0.5)
    took = [one for editor in editors for one in editor.took_ms]
    return used | {
        "per_s": len(took) / used["seconds"],
        "p50_ms": percentile(took, 0.5),
        "p99_ms": percentile(took, 0.99),
        "lost": sum(len(editor.out) for editor in editors),
        "refused": sum(editor.refused for editor in editors),
        "behind": sum(editor.behind for editor in editors),
    }


if __name__ == "__main__":
    run(main)
