"""Which news is a mark for a person, as conditions of queries: of news `n`, on a board `b` (floors.py)."""

from tafla.marks.aspects import MARKED
from tafla.sync.db import Values


def at(n: str = "n") -> str:
    """When the newest change was that is not one's own; takes the person."""
    return f'CASE WHEN {n}."by" = ? THEN {n}.other_at ELSE {n}.at END'


def by(n: str = "n") -> str:
    """Who made it; takes the person."""
    return f'CASE WHEN {n}."by" = ? THEN {n}.other_by ELSE {n}."by" END'


# What a person has seen of the subject of `n`; takes the person twice, with a dot behind.
SEEN = (
    "LEFT JOIN marks_cardseen s ON s.id = CAST(? AS text) || n.subject_id "
    "LEFT JOIN chat_talkseen t ON t.id = CAST(? AS text) || n.subject_id "
)
# Where a card stands now decides, and a deleted one has no marks.
CARDS = "JOIN cards_card c ON c.id = n.subject_id AND c.board_id = b.id AND c.deleted_at IS NULL "


def is_mark(n: str = "n") -> str:
    """The condition; takes the person twice."""
    aspects = ",".join(f"'{aspect}'" for aspect in MARKED)
    seen = (
        f"CASE {n}.aspect WHEN 'chat' THEN t.seen_at WHEN 'checklist' THEN s.checklist_at "
        f"WHEN 'files' THEN CASE WHEN {n}.subject_id = b.id THEN b.files_at ELSE s.files_at END "
        "ELSE s.details_at END"
    )
    return (
        f"{n}.at > b.floor AND {n}.aspect IN ({aspects}) AND ({n}.aspect <> 'chat' OR b.chats = 1) "
        f"AND {at(n)} > b.floor AND {at(n)} > coalesce({seen}, 0)"
    )


def seen_by(person_id: str) -> Values:
    """The values of `SEEN`."""
    return (f"{person_id}.", f"{person_id}.")
