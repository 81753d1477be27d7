"""What starts and stops with the live process: the house, the bus, and the task that follows the log of other
processes.
"""

import asyncio
import threading

from tafla.core.settings import load
from tafla.doors import house
from tafla.doors.following import Following
from tafla.doors.house import House
from tafla.doors.socket import connections
from tafla.sync import dispatch, jobs
from tafla.sync.bus import Bus

# How long the end waits for the batch that runs; what it leaves is sent again by its clients.
FINISH_WITHIN_S = 1.5

_following: list[asyncio.Task[None]] = []
_ending = threading.Event()


async def start() -> None:
    """Build the house and open it."""
    built = House()
    built.engine.start()
    house.standing[:] = [built]
    dispatch.attach(built.engine)
    following = Following(built)
    if load().redis_url:
        built.bus = Bus(load().redis_url, following.hear, built.presence.hear)
        built.presence.tell_others = built.bus.tell_presence
        built.bus.start()
    _ending.clear()
    threading.Thread(target=jobs.run, args=(_ending,), name="jobs", daemon=True).start()
    tasks = (following.run(), built.pulse.run(), built.presence.beat())
    _following[:] = [built.loop.create_task(task) for task in tasks]


async def stopping() -> None:
    """Pause jobs, answer every command, then tell every socket that the server goes; they come back."""
    _ending.set()
    for standing in house.standing:
        finishing = asyncio.get_running_loop().run_in_executor(None, standing.engine.stop)
        await asyncio.wait([finishing], timeout=FINISH_WITHIN_S)
    # The last answers stand in the loop's queue.
    await asyncio.sleep(0)
    for connection in list(connections):
        connection.bye("restart")


async def stop() -> None:
    """Close the house."""
    for task in _following:
        task.cancel()
    dispatch.attach(None)
    for standing in house.standing:
        if standing.bus is not None:
            await standing.bus.stop()
        await asyncio.to_thread(standing.close)
    house.standing.clear()
