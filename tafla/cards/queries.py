"""Reads across boards about cards."""

from tafla.boards.queries import card_counts
from tafla.sync.db import Db


def count_cards(db: Db, board_ids: list[str], now: int) -> tuple[dict[str, int], dict[str, int]]:
    """(column id -> cards, board id -> cards overdue); what is done or deleted is not overdue."""
    asked = (db.members(board_ids),)
    columns = db.query(
        f"SELECT column_id, count(*) FROM cards_card WHERE {db.within('board_id')} GROUP BY column_id", asked
    )
    late = db.query(
        "SELECT c.board_id, count(*) FROM cards_card c JOIN boards_column k ON k.id = c.column_id "
        f"WHERE {db.within('c.board_id')} AND c.due_at < ? AND k.kind = 'normal' GROUP BY c.board_id",
        (*asked, now),
    )
    return dict(columns), dict(late)


card_counts.append(count_cards)
