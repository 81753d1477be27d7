"""Cards that filters alone pick out, where no word was typed: whose they are, which tag, which column."""

from collections.abc import Iterable
from typing import Any

from tafla.search.filtering import Live
from tafla.sync.db import Db

_FACTS = ("card_id", "board_id", "board_name", "number", "title", "column_id", "column_name", "column_kind")


def listed(db: Db, boards: Iterable[str], live: Live, most: int) -> list[dict[str, Any]]:
    """At most so many, the open ones first, then by due date; none where filters leave too many."""
    if not live.cards:
        return []
    within = f"{db.within('c.id')} AND {db.within('c.board_id')}"
    found = db.query(
        "SELECT c.id, c.board_id, b.name, c.number, c.title, c.column_id, k.name, k.kind FROM cards_card c "
        "JOIN boards_board b ON b.id = c.board_id JOIN boards_column k ON k.id = c.column_id "
        f"WHERE {' AND '.join([within, *live.conditions])} ORDER BY CASE WHEN c.completed_at IS NULL THEN 0 "
        f"ELSE 1 END, coalesce(c.due_at, 9e18), c.id DESC LIMIT {most}",
        (db.members(live.cards), db.members(boards), *live.values),
    )
    return [dict(zip(_FACTS, row, strict=True)) | {"where": []} for row in found]
