"""What rooms above this one do with what hangs on a card; they register at start."""

from collections.abc import Callable, Iterable

from tafla.sync.db import Db
from tafla.sync.needs import Need
from tafla.sync.tables import Row
from tafla.sync.work import Work

# needs and act while a card goes to another board, also by undo: (work, card as it was, board id)
card_moves: list[tuple[Callable[[Work, Row, str], Iterable[Need]], Callable[[Work, Row, str], None]]] = []

# needs and act while a card is deleted for ever: (work, card as it was)
card_purged: list[tuple[Callable[[Work, Row], Iterable[Need]], Callable[[Work, Row], None]]] = []

# needs and act while a card is copied: (work, card it is made from), (work, that card, the new card)
card_copied: list[tuple[Callable[[Work, Row], Iterable[Need]], Callable[[Work, Row, Row], None]]] = []

# how many rows of a card a copy brings along: the need by which it is known, that number, and the same for
# many cards from the database
card_weighed: list[
    tuple[Callable[[str], Need], Callable[[Work, str], int], Callable[[Db, list[str]], dict[str, int]]]
] = []
