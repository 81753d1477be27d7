"""What undoing does to cards beyond putting fields back (S13)."""

from collections.abc import Iterable

from tafla.cards.rules import column_of_kind, columns_of
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def card_undo_needs(work: Work, row: Values) -> Iterable[Need]:
    """The card's column and its board's columns."""
    yield Row("columns", row["column_id"])
    yield columns_of(row["board_id"])


def undo_add_card(work: Work, row: Values) -> None:
    """An added card goes to Deleted, so that what others wrote on it meanwhile is not lost."""
    deleted = column_of_kind(work, row["board_id"], "deleted")
    if row["column_id"] != deleted["id"]:
        put_in_deleted(work, row, deleted["id"])


def put_in_deleted(work: Work, row: Values, column_id: str) -> None:
    """Move a card to Deleted; it keeps its rank, which is its way back."""
    work.patch(
        "cards",
        row["id"],
        column_id=column_id,
        deleted_at=work.now,
        deleted_by=work.actor,
        deleted_from=row["column_id"],
    )


def check_undo_card(work: Work, row: Values) -> None:
    """Put a card back only into a column that is still there."""
    if work.row("columns", row["column_id"]) is None:
        raise Refusal("undo_gone")
