"""What is known of cards from before the log tells of them: imported ones, and those older than the log.

That a card was made and completed stands in its row. In which column it stood meanwhile nobody knows, and
nobody guesses: such time is told as time in `NOWHERE`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tafla.flow.figures import Spell
from tafla.sync.db import Db

NOWHERE = ""
# A card's first stay begins with its making, to the instant; clocks of other processes may differ a little.
SLACK_MS = 60_000


def earlier_spells(db: Db, board_id: str, kinds: dict[str, str]) -> list[Spell]:
    """Where a board's cards stood before their first stay, and where those stand that have none; `kinds` of
    its columns by id. In one read, however many cards it has.
    """
    # Had a card moved since the log begins, it would have a stay.
    found = db.query(
        "SELECT c.id, c.created_at, c.completed_at, c.deleted_at, s.from_at, "
        "coalesce(s.column_id, c.column_id), (SELECT at FROM sync_change ORDER BY pos LIMIT 1) "
        "FROM cards_card c LEFT JOIN flow_stay s ON s.id = "
        "(SELECT f.id FROM flow_stay f WHERE f.card_id = c.id ORDER BY f.pos LIMIT 1) "
        f"WHERE c.board_id = ? AND (s.from_at IS NULL OR s.from_at > c.created_at + {SLACK_MS})",
        (board_id,),
    )
    return [spell for row in found for spell in _spells(_Early(*row), kinds)]


class _Early(NamedTuple):
    """A card that is older than its first stay, if it has one, and the column of that stay or of now."""

    card_id: str
    made_at: int
    completed_at: int | None
    deleted_at: int | None
    first_at: int | None
    column_id: str
    log_at: int | None


def _spells(card: _Early, kinds: dict[str, str]) -> Iterator[Spell]:
    ended = {"completed": card.completed_at, "deleted": card.deleted_at}.get(kinds.get(card.column_id, ""))
    told = [at for at in (ended, card.log_at if card.first_at is None else card.first_at) if at is not None]
    known = max(card.made_at, min(told, default=card.made_at))
    if card.first_at is None or known < card.first_at:
        yield Spell(card.card_id, card.column_id, known, card.first_at)
    if known > card.made_at:
        yield Spell(card.card_id, NOWHERE, card.made_at, known)


def is_cut(spells: list[Spell], made_at: int) -> bool:
    """Whether a card was there before its first stay; `spells` are all of it, in order."""
    return not spells or spells[0].from_at > made_at + SLACK_MS
