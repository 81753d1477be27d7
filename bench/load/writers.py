"""Closed-loop writers: each sends its next move when the last is answered, which is when it is durable."""

import asyncio
import time
from typing import Any

from bench.load.heads import Held, heads
from bench.load.measure import Window, percentile, run
from bench.load.moves import Moves
from bench.load.wire import Subscriber, join


class Writer(Subscriber):
    """One person who moves cards without a pause."""

    def __init__(self, port: int, cookie: str, held: Held, moves: Moves) -> None:
        super().__init__(port, cookie, held)
        self.moves = moves
        self.is_going = False
        self.sent_at = 0.0
        self.took_ms: list[float] = []
        self.refused: list[str] = []

    def go(self) -> None:
        _, text = self.moves.next()
        self.sent_at = time.perf_counter()
        self.transport.write(text)

    def answered(self, payload: bytes) -> None:
        if b'"s":"done"' in payload:
            self.took_ms.append((time.perf_counter() - self.sent_at) * 1000)
        else:
            self.refused.append(payload.decode())
        if self.is_going:
            self.go()


async def main(
    port: int, sessions: list[str], board: dict[str, Any], seconds: float, server: int
) -> dict[str, Any]:
    """As many writers as sessions."""
    held = heads(port, sessions[0], [f"board:{board['id']}"])
    writers = [
        Writer(port, cookie, held, Moves(board, number, len(sessions)))
        for number, cookie in enumerate(sessions)
    ]
    for writer in writers:
        await join(writer)
        writer.is_going = True
        writer.go()
    await asyncio.sleep(min(1.0, seconds / 3))
    for writer in writers:
        writer.took_ms.clear()
    window = Window(server)
    await asyncio.sleep(seconds)
    took = [one for writer in writers for one in writer.took_ms]
    used = window.end()
    for writer in writers:
        writer.is_going = False
    refused = [one for writer in writers for one in writer.refused]
    return used | {
        "per_s": len(took) / used["seconds"],
        "p50_ms": percentile(took, 0.5),
        "p99_ms": percentile(took, 0.99),
        "refused": len(refused),
        "refusals": refused[:2],
    }


if __name__ == "__main__":
    run(main)
