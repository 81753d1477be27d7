"""What undoing does to columns beyond putting fields back (S13)."""

from collections.abc import Iterable

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
