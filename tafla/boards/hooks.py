"""What rooms above this one add while a board or a column changes; they register at start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tafla.boards.templates import Template
from tafla.sync.needs import Need
from tafla.sync.tables import Row
from tafla.sync.work import Work


@dataclass(frozen=True)
class NewBoard:
    """A board that has its columns and tags, but no cards yet. `column_ids` are those of the template's
    columns in order, `tag_ids` go by name, dates count in `due_zone`.
    """

    id: str
    template: Template
    column_ids: list[str]
    completed_id: str
    tag_ids: dict[str, str]
    due_zone: str


# fill a new board with its template's cards
fill_board: list[Callable[[Work, NewBoard], None]] = []

# needs and act for what stands in a column that is deleted: (work, column id, target column id or None)
empty_column: list[
    tuple[Callable[[Work, str, str | None], Iterable[Need]], Callable[[Work, str, str | None], None]]
] = []

# needs and act for the cards that carry a tag which ends, merged into another or not: (work, tag, into id or
# None)
replace_tag: list[tuple[Callable[[Work, Row], Iterable[Need]], Callable[[Work, Row, str | None], None]]] = []
