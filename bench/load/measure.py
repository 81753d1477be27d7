"""Numbers from load clients."""

import asyncio
import resource
import time
from collections.abc import Awaitable, Callable
from typing import Any

import uvloop

from bench.processes import cpu_s
from bench.run import found, given


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of all values do not exceed; 0 for none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Window:
    """A stretch of time, and the processor time that the server and this client used in it."""

    def __init__(self, server: int | None) -> None:
        self.server = server
        self.began = time.perf_counter()
        self.server_cpu = cpu_s(server) if server else 0.0
        self.own_cpu = _own_cpu()

    def end(self) -> dict[str, float]:
        """Seconds, and cores used."""
        seconds = time.perf_counter() - self.began
        used = cpu_s(self.server) - self.server_cpu if self.server else 0.0
        return {
            "seconds": seconds,
            "cores": used / seconds,
            "client_cores": (_own_cpu() - self.own_cpu) / seconds,
        }


def _own_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def run(main: Callable[..., Awaitable[Any]]) -> None:
    """Run a load client with the arguments given, and print what it found."""

    async def whole() -> Any:
        return await main(**given())

    loop = uvloop.new_event_loop()
    asyncio.set_event_loop(loop)
    found(loop.run_until_complete(whole()))
