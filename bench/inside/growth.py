"""What one command costs the engine: the time of batches of one, by kind of command, on one board.

Run beside a small database and a large one, in turns; the ratio is the figure.
"""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import random
import time
from typing import Any

from bench.load.moves import Moves, new_id
from bench.run import found, given
from tafla.sync.batch import run_batch
from tafla.sync.command import make_command
from tafla.sync.db import current
from tafla.sync.gate import Gate

__all__ = ["ready"]


def asked(board: dict[str, Any], actor: str, moves: Moves) -> list[tuple[str, dict[str, Any]]]:
    """One of each: a move to a place, a new card, a title, an assignee."""
    cards = [board["cards"][random.randrange(len(board["cards"]))] for _ in range(3)]
    return [
        ("card.move", moves.args()),
        (
            "card.add",
            {
                "column_id": board["columns"][0],
                "cards": [{"card_id": new_id(), "title": "A new card"}],
                "before": cards[0],
            },
        ),
        ("card.rename", {"card_id": cards[1], "title": f"Another title {random.random()}"}),
        ("card.assign", {"card_ids": [cards[2]], "person_id": actor}),
    ]


def main(board: dict[str, Any], people: list[str], rounds: int) -> None:
    """Median microseconds of a command, for each verb, and the statements' sum."""
    gate, db, moves = Gate(), current(), Moves(board)
    actor = people[0]
    took: dict[str, list[float]] = {}
    for turn in range(rounds + 20):
        for verb, args in asked(board, actor, moves):
            command = make_command(new_id(), actor, verb, args)
            began = time.perf_counter()
            outcomes, _ = run_batch(db, gate, [command])
            if turn >= 20:
                took.setdefault(verb, []).append((time.perf_counter() - began) * 1e6)
            if outcomes[0].answer["s"] == "refused":
                raise RuntimeError(f"{verb}: {outcomes[0].answer}")
    middle = {verb: sorted(times)[len(times) // 2] for verb, times in took.items()}
    found({"us": sum(middle.values()), "each": middle})


if __name__ == "__main__":
    main(**given())
