"""How long the search holds the writer while it hears of many changed titles: each slice, from the beginning
of its transaction to the end of its commit.
"""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import time
from typing import Any

from bench.load.moves import new_id
from bench.run import found, given
from tafla.search import listeners
from tafla.sync.batch import run_batch
from tafla.sync.command import make_command
from tafla.sync.db import current
from tafla.sync.engine import MOST_IN_BATCH
from tafla.sync.gate import Gate
from tafla.sync.listeners import LISTENERS, step

__all__ = ["ready"]

WORDS = ("Quarterly", "harbour", "lantern", "meadow", "orchard", "pilgrim", "saffron", "timber")


class Timed:
    """A database that says how long it was held, in ms."""

    def __init__(self, held: list[float]) -> None:
        self.db, self.held, self.began = current(), held, 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.db, name)

    def begin(self) -> None:
        self.db.begin()
        self.began = time.perf_counter()

    def commit(self) -> None:
        self.db.commit()
        self.held.append((time.perf_counter() - self.began) * 1000)


def rename(board: dict[str, Any], actor: str, count: int, turn: int) -> None:
    """Another title for so many cards. Raises RuntimeError if refused."""
    titles = [f"{WORDS[at % 8]} {WORDS[(at + turn) % 7]} for client {at} {turn}" for at in range(count)]
    commands = [
        make_command(new_id(), actor, "card.rename", {"card_id": card, "title": title})
        for card, title in zip(board["cards"], titles, strict=False)
    ]
    for at in range(0, count, MOST_IN_BATCH):
        outcomes, left = run_batch(current(), Gate(), commands[at : at + MOST_IN_BATCH])
        if left or any(one.answer["s"] != "done" for one in outcomes):
            raise RuntimeError("titles were not changed")


def heard() -> list[float]:
    """Have the index read the log to its end: how long each slice held the writer."""
    held: list[float] = []
    listeners.current = lambda: Timed(held)  # type: ignore[attr-defined]
    while step(LISTENERS[listeners.NAME]):
        pass
    return held


def main(board: dict[str, Any], people: list[str], count: int, rounds: int) -> None:
    """Milliseconds of every slice, by round."""
    heard()
    slices = []
    for turn in range(rounds):
        rename(board, people[0], count, turn)
        slices.append(heard())
    found({"slices": slices})


if __name__ == "__main__":
    main(**given())
