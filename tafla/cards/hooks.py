"""What rooms above this one do with what hangs on a card; they register at start."""

from collections.abc import Callable, Iterable

from tafla.sync.needs import Need
from tafla.sync.tables import Row
from tafla.sync.work import Work

# needs and act while a card goes to another board, also by undo: (work, card as it was, board id)
card_moves: list[tuple[Callable[[Work, Row, str], Iterable[Need]], Callable[[Work, Row, str], None]]] = []

# needs and act while a card is deleted for ever: (work, card as it was)
card_purged: list[tuple[Callable[[Work, Row], Iterable[Need]], Callable[[Work, Row], None]]] = []

# needs and act while a card is copied: (work, card it is made from), (work, that card, the new card)
card_copied: list[tuple[Callable[[Work, Row], Iterable[Need]], Callable[[Work, Row, Row], None]]] = []
