"""What rooms above this one add while a board or a column changes; they register at start."""

from collections.abc import Callable, Iterable

from tafla.boards.templates import Template
from tafla.sync.needs import Need
from tafla.sync.tables import Row
from tafla.sync.work import Work

# (work, board row, template, column ids by the template's column names): fill a new board with the template's
# cards
fill_board: list[Callable[[Work, Row, Template, dict[str, str]], None]] = []

# needs and act for what stands in a column that is deleted: (work, column id, target column id or None)
empty_column: list[
    tuple[Callable[[Work, str, str | None], Iterable[Need]], Callable[[Work, str, str | None], None]]
] = []
