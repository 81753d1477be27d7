"""What undoing does to columns and tags beyond putting fields back (S13)."""

from collections.abc import Iterable

from tafla.boards.acts import check_name, tags_of
from tafla.boards.tagged import carriers, tagged
from tafla.core.refusals import Refusal
from tafla.sync.needs import Count, Need
from tafla.sync.tables import Row
from tafla.sync.work import Work


def column_undo_needs(work: Work, row: Row) -> Iterable[Need]:
    """How many cards the column holds."""
    yield Count("cards", "column_id", row["id"])


def undo_add_column(work: Work, row: Row) -> None:
    """An added column goes again, if nobody has put a card there meanwhile."""
    count = work.count(Count("cards", "column_id", row["id"]))
    if count:
        raise Refusal("column_not_empty", count=count)
    work.remove("columns", row["id"])


def tag_undo_needs(work: Work, row: Row) -> Iterable[Need]:
    """The cards that carry the tag, and the board's other tags."""
    yield tagged(row)
    yield tags_of(row["board_id"])


def undo_add_tag(work: Work, row: Row) -> None:
    """An added tag goes again, unless somebody has put it on a card meanwhile."""
    if not carriers(work, row):
        work.remove("tags", row["id"])


def check_undo_tag(work: Work, row: Row) -> None:
    """A tag does not come back to a name that another has by now."""
    check_name(work, row)
