"""History as tests read it: (what, old, new) of a card or a board, newest first."""

from collections.abc import Callable
from typing import Any

from tafla.history import queries
from tafla.history.models import Entry
from tafla.sync.db import current
from tafla.sync.listeners import LISTENERS, step
from tests.support.world import ident

Line = tuple[str, Any, Any]
Index = Callable[[], None]


def indexed() -> None:
    """Have the listener read everything there is."""
    one = LISTENERS["history"]
    one.position = None
    while step(one):
        pass


def of_card(name: str) -> list[Line]:
    return lines(queries.of_card(current(), ident(name), None, 200))


def of_board(name: str = "plan", *, is_own: bool = True) -> list[Line]:
    return lines(queries.of_board(current(), ident(name), None, 200, is_own=is_own))


def lines(entries: list[Entry]) -> list[Line]:
    return [(entry.what, entry.old, entry.new) for entry in entries]


def column(name: str, kind: str = "normal") -> dict[str, str]:
    """A column as entries name it."""
    return {"id": ident(name), "name": name, "kind": kind}
