"""Watchers of one board: how long a move takes until the last of them has seen it."""

import asyncio
import time
from typing import Any

from bench.load.heads import Held, heads
from bench.load.measure import Window, percentile, run
from bench.load.moves import Moves
from bench.load.wire import Subscriber, join

BUSY_PER_S = 1_000


class Probe:
    """The one move that is timed now."""

    def __init__(self) -> None:
        self.token = b""
        self.missing = 0
        self.seen_at = 0.0
        self.seen = asyncio.Event()

    def expect(self, command_id: str, count: int) -> None:
        self.token, self.missing = command_id[-12:].encode(), count
        self.seen.clear()


class Watcher(Subscriber):
    """Looks in every frame for the probe."""

    def __init__(self, port: int, cookie: str, held: Held, probe: Probe) -> None:
        super().__init__(port, cookie, held)
        self.probe = probe
        self.behind = 0
        self.frames = 0

    def changed(self, payload: bytes) -> None:
        self.frames += 1
        probe = self.probe
        if probe.missing and probe.token in payload:
            probe.missing -= 1
            if not probe.missing:
                probe.seen_at = time.perf_counter()
                probe.seen.set()

    def fell_behind(self, message: dict[str, Any]) -> None:
        self.behind += 1


async def join_all(subscribers: list[Subscriber], at_once: int = 25) -> None:
    """Connect them, some at a time."""
    for start in range(0, len(subscribers), at_once):
        await asyncio.gather(*(join(one) for one in subscribers[start : start + at_once]))


async def move_others(writers: list[Subscriber], moves: list[Moves], per_s: float) -> None:
    """Open loop: together the writers send so many moves a second, whatever the answers."""
    began, sent = time.perf_counter(), 0
    while True:
        due = int((time.perf_counter() - began) * per_s)
        while sent < due:
            turn = sent % len(writers)
            writers[turn].transport.write(moves[turn].next()[1])
            sent += 1
        await asyncio.sleep(0.002)


async def probe_all(
    writer: Subscriber, moves: Moves, probe: Probe, watchers: int, rounds: int, pause: float
) -> list[float]:
    """Milliseconds from the send until the last watcher has it, for each round; a lost one ends the row."""
    took: list[float] = []
    for _ in range(rounds):
        command_id, text = moves.next()
        probe.expect(command_id, watchers)
        sent_at = time.perf_counter()
        writer.transport.write(text)
        await asyncio.wait_for(probe.seen.wait(), 20)
        took.append((probe.seen_at - sent_at) * 1000)
        await asyncio.sleep(pause)
    return took


async def main(
    port: int,
    sessions: list[str],
    board: dict[str, Any],
    watchers: int,
    rounds: int,
    server: int = 0,
) -> dict[str, Any]:
    """Quiet rounds, then the same while four others move cards."""
    # Without a server to look at, it is the floor's, which has no snapshots.
    held: Held = heads(port, sessions[0], [f"board:{board['id']}"]) if server else {}
    probe = Probe()
    crowd = [Watcher(port, sessions[n % len(sessions)], held, probe) for n in range(watchers)]
    await join_all(list(crowd))
    writers = [Subscriber(port, cookie, {}) for cookie in sessions[:5]]
    for writer in writers:
        await join(writer)
    moves = [Moves(board, share, 5) for share in range(5)]
    result: dict[str, Any] = {}
    for name, per_s in (("quiet", 0), ("busy", BUSY_PER_S if server else 0)):
        others = asyncio.ensure_future(move_others(writers[1:], moves[1:], per_s)) if per_s else None
        if others:
            await asyncio.sleep(1)
        window = Window(server or None)
        took = await probe_all(writers[0], moves[0], probe, watchers, rounds, 0.03)
        result[name] = window.end() | {"p50_ms": percentile(took, 0.5), "p99_ms": percentile(took, 0.99)}
        if others:
            others.cancel()
    return result | {"behind": sum(one.behind for one in crowd), "frames": sum(one.frames for one in crowd)}


if __name__ == "__main__":
    run(main)
