"""What starts and stops with the live process: the house, and the task that follows the log of other
processes.
"""

import asyncio

from tafla.doors import house
from tafla.doors.following import Following
from tafla.doors.house import House
from tafla.doors.socket import connections
from tafla.sync import dispatch

_following: list[asyncio.Task[None]] = []


async def start() -> None:
    """Build the house and open it."""
    built = House()
    built.engine.start()
    house.standing[:] = [built]
    dispatch.attach(built.engine)
    _following[:] = [asyncio.get_running_loop().create_task(Following(built).run())]


async def stopping() -> None:
    """Tell every socket that the server goes; they come back by themselves."""
    for connection in list(connections):
        connection.bye("restart")


async def stop() -> None:
    """Close the house."""
    for task in _following:
        task.cancel()
    dispatch.attach(None)
    for standing in house.standing:
        await asyncio.to_thread(standing.close)
    house.standing.clear()
