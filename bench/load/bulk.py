"""A bulk move and its watchers: from the send until the last of them has the last card."""

import asyncio
import json
import time
from typing import Any

from bench.load.heads import heads
from bench.load.measure import percentile, run
from bench.load.moves import new_id
from bench.load.watchers import Probe, Watcher, join_all
from bench.load.wire import Subscriber, frame, join

PAUSE_S = 0.3


class Mover(Subscriber):
    """Sends moves, and counts those that were refused."""

    number = 0
    wrong = 0

    def move(self, cards: list[str], column: str, at_once: int) -> str:
        """Send moves of so many cards each, in one go; the id of the last."""
        frames, command_id = [], ""
        for at in range(0, len(cards), at_once):
            self.number += 1
            command_id = new_id()
            args = {"card_ids": cards[at : at + at_once], "column_id": column}
            told = {"t": "cmd", "id": command_id, "n": self.number, "verb": "card.move", "args": args}
            frames.append(frame(json.dumps(told).encode()))
        self.transport.write(b"".join(frames))
        return command_id

    def answered(self, payload: bytes) -> None:
        self.wrong += b'"s":"done"' not in payload


async def main(
    port: int, sessions: list[str], board: dict[str, Any], watchers: int, count: int, rounds: int
) -> dict[str, Any]:
    """Rounds of one command and of as many as cards, in turns, to one column and back."""
    held, probe = heads(port, sessions[0], [f"board:{board['id']}"]), Probe()
    crowd = [Watcher(port, sessions[n % len(sessions)], held, probe) for n in range(watchers)]
    await join_all(list(crowd))
    mover = Mover(port, sessions[0], {})
    await join(mover)
    cards = board["cards"][:: len(board["columns"])][:count]
    took: dict[str, list[float]] = {"bulk": [], "singles": []}
    for turn in range(2 * rounds):
        name, at_once = (("bulk", count), ("singles", 1))[turn % 2]
        began = time.perf_counter()
        # Nothing can have come before the loop runs again.
        probe.expect(mover.move(cards, board["columns"][1 - turn % 2], at_once), watchers)
        await asyncio.wait_for(probe.seen.wait(), 30)
        took[name].append((probe.seen_at - began) * 1000)
        await asyncio.sleep(PAUSE_S)
    seen = {name: {"p50": percentile(each, 0.5), "worst": max(each)} for name, each in took.items()}
    return seen | {"wrong": mover.wrong, "behind": sum(one.behind for one in crowd)}


if __name__ == "__main__":
    run(main)
