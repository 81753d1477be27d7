"""What rooms above this one do when people come and go; they register at start."""

from collections.abc import Callable, Iterable

from tafla.sync.needs import Need
from tafla.sync.work import Work

# (work, board_id, person_id) while a person is taken off a board, and what it must see
person_leaves: list[tuple[Callable[[Work, str, str], Iterable[Need]], Callable[[Work, str, str], None]]] = []

# (work, board_id, account_id) while a board goes to another account, and what it must see
board_goes: list[tuple[Callable[[Work, str, str], Iterable[Need]], Callable[[Work, str, str], None]]] = []
