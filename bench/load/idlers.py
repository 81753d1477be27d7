"""Idle watchers: the memory each costs the server; and how fast a thousand come back after a restart."""

import asyncio
import os
import random
import signal
import time
from typing import Any

from bench.load.heads import heads
from bench.load.measure import run
from bench.load.watchers import join_all
from bench.load.wire import Subscriber, join
from bench.processes import cpu_s, pss_kb

BACK_WITHIN_S = 40
# The client's own pauses (web/src/sync/socket.ts): the first, doubled after each failure up to the longest.
FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 10.0


async def settle(server: int) -> float:
    """The server's memory in kB, taken when it has done nothing for a while."""
    for _ in range(40):
        before = cpu_s(server)
        await asyncio.sleep(0.25)
        if cpu_s(server) - before <= 0.01:
            break
    return float(pss_kb(server))


async def come_back(old: Subscriber) -> int:
    """Like the client: wait, try, wait longer. Returns the attempts it took."""
    for attempt in range(30):
        wait = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2**attempt)
        await asyncio.sleep(wait * random.uniform(0.5, 1.0))
        fresh = Subscriber(old.port, old.cookie, old.held)
        try:
            await join(fresh)
        except (OSError, TimeoutError):
            continue
        return attempt + 1
    raise RuntimeError("did not come back")


async def main(
    port: int, sessions: list[str], boards: list[str], watchers: int, server: int, kill: bool
) -> dict[str, Any]:
    """`boards`: the boards followed, each watcher one of them in turn, with its team as the client does."""
    held = [heads(port, sessions[0], [f"board:{board}", f"team:{board}"]) for board in boards]
    await join_all([Subscriber(port, cookie, held[0]) for cookie in sessions[:10]])
    before = await settle(server)
    crowd = [Subscriber(port, sessions[n % len(sessions)], held[n % len(held)]) for n in range(watchers)]
    began = time.perf_counter()
    await join_all(list(crowd))
    joined_s = time.perf_counter() - began
    result = {"kb_each": (await settle(server) - before) / watchers, "joined_s": joined_s}
    if kill:
        os.kill(server, signal.SIGKILL)
        began = time.perf_counter()
        attempts = await asyncio.wait_for(asyncio.gather(*(come_back(one) for one in crowd)), BACK_WITHIN_S)
        result |= {"back_s": time.perf_counter() - began, "attempts": max(attempts)}
    return result


if __name__ == "__main__":
    run(main)
