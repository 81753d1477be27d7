"""What undoing does to columns and tags beyond putting fields back (S13)."""

from collections.abc import Iterable

from tafla.core.refusals import Refusal
from tafla.sync.needs import Count, Fact, Need
from tafla.sync.needs import Row as RowNeed
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
    """Some of the cards that carry the tag."""
    fact = Fact("tagged_cards", f"{row['board_id']} {row['id']}")
    yield fact
    for card_id in work.copy.found.get(fact) or ():
        yield RowNeed("cards", card_id)


def undo_add_tag(work: Work, row: Row) -> None:
    """An added tag goes again, unless somebody has put it on a card meanwhile."""
    carriers = (
        work.row("cards", card_id)
        for card_id in work.fact(Fact("tagged_cards", f"{row['board_id']} {row['id']}")) or ()
    )
    if not any(card and row["id"] in card["tag_ids"] for card in carriers):
        work.remove("tags", row["id"])
