"""Marks as a person sees them, by names."""

from tafla.marks import queries
from tafla.sync.db import current
from tafla.sync.listeners import LISTENERS, step
from tests.support.world import CARDS, ident

NAMES = {ident(name): name for name in (*CARDS, "plan", "ops", "new")}


def read_log() -> None:
    """Have the listener read everything there is."""
    one = LISTENERS["marks"]
    one.position = None
    while step(one):
        pass


def marks(person: str, board: str = "plan") -> dict[str, list[str]]:
    """Card, or the board itself -> aspects, once the listener has read."""
    read_log()
    found = queries.of_board(current(), ident(person), ident(board))["marks"]
    return {NAMES[subject]: sorted(aspects) for subject, aspects in found.items()}


def counts(person: str) -> dict[str, int]:
    """Board -> how many have marks."""
    read_log()
    found = queries.counts(current(), ident(person))["boards"]
    return {NAMES[board]: count for board, count in found.items()}
