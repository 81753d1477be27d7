"""A second client that moves cards of the board somebody looks at; a third go to places that are seen."""

import asyncio
from typing import Any

from bench.load.measure import run
from bench.load.moves import Moves
from bench.load.watchers import move_others
from bench.load.wire import Subscriber, join


async def main(port: int, cookie: str, board: dict[str, Any], per_s: float, seconds: float) -> dict[str, int]:
    """Open loop."""
    writer, moves = Subscriber(port, cookie, {}), Moves(board)
    moves.at_top = 0.3
    await join(writer)
    others = asyncio.ensure_future(move_others([writer], [moves], per_s))
    await asyncio.sleep(seconds)
    others.cancel()
    return {"sent": moves.number}


if __name__ == "__main__":
    run(main)
