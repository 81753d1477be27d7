"""Reading marks: what others have changed since a person looked (docs/topics/marks.md)."""

from collections import defaultdict
from typing import Any

from tafla.accounts import queries as accounts
from tafla.marks.floors import floors_of, relation, whole
from tafla.marks.judging import CARDS, SEEN, at, is_mark, seen_by
from tafla.marks.listeners import NAME
from tafla.marks.newest import Newest, newest
from tafla.sync.db import Db

__all__ = ["Newest", "counts", "newest", "of_board", "quiet"]

# A card in progress that nobody changed for so long asks for attention.
QUIET_MS = 7 * 86_400_000
# Of a board, no more marks are told, the newest; of all boards together, about so many are counted.
MOST_MARKS = 20_000
MOST_COUNTED = 15_000


def of_board(db: Db, person_id: str, board_id: str) -> dict[str, Any]:
    """A board's marks for a person who may read it: subject -> aspect -> time; and their floor, none where
    they have none. `is_behind`: more may come within a second.
    """
    # First: what is read afterwards knows at least as much.
    behind = is_behind(db)
    floors = floors_of(db, person_id, [board_id])
    boards, asked = relation(db, whole(floors))
    rows = db.query(
        f"SELECT n.subject_id, n.aspect, {at()} FROM {boards} JOIN marks_news n ON n.board_id = b.id "
        f"LEFT {CARDS} {SEEN} WHERE {is_mark()} AND (c.id IS NOT NULL OR n.subject_id = b.id) "
        f"ORDER BY n.at DESC, n.id LIMIT {MOST_MARKS}",
        (person_id, asked, *seen_by(person_id), person_id, person_id),
    )
    marks: dict[str, dict[str, int]] = defaultdict(dict)
    for subject_id, aspect, changed_at in rows:
        marks[subject_id][aspect] = changed_at
    floor = floors.get(board_id)
    return {"marks": marks, "floor": floor and floor.at, "is_behind": behind}


def counts(db: Db, person_id: str) -> dict[str, Any]:
    """Board -> how many of its cards and chats have marks, of every board with some that the person may
    read. From `most` on nobody counts further: where boards are many, that is less.
    """
    behind = is_behind(db)
    readable = accounts.readable_boards(db, person_id)
    floors = floors_of(db, person_id, readable)
    most = min(max(MOST_COUNTED // max(len(floors), 1), 10), 100)
    boards, asked = relation(db, whole(floors))
    found = db.query(
        "SELECT b.id, (SELECT count(*) FROM (SELECT DISTINCT n.subject_id FROM marks_news n "
        f"LEFT {CARDS} {SEEN} WHERE n.board_id = b.id AND {is_mark()} "
        f"AND (c.id IS NOT NULL OR n.subject_id = b.id) LIMIT {most}) AS f) FROM {boards}",
        (*seen_by(person_id), person_id, person_id, asked),
    )
    counted = {board_id: count for board_id, count in found if count}
    return {"boards": counted, "most": most, "is_behind": behind}


def is_behind(db: Db) -> bool:
    """Whether something has been written that is not read for news yet."""
    found = db.query(
        "SELECT coalesce((SELECT max(pos) FROM sync_change), 0) > "
        "coalesce((SELECT pos FROM sync_cursor WHERE name = ?), 0)",
        (NAME,),
    )
    return bool(found[0][0])


def quiet(db: Db, board_id: str, now: int) -> list[str]:
    """Ids of a board's cards in progress that nobody has changed for seven days."""
    found = db.query(
        "SELECT c.id FROM cards_card c WHERE c.board_id = ? AND c.status = 'in_progress' "
        "AND c.completed_at IS NULL AND c.deleted_at IS NULL AND c.created_at <= ? AND NOT EXISTS "
        "(SELECT 1 FROM marks_news n WHERE n.subject_id = c.id AND n.at > ?) ORDER BY c.id",
        (board_id, now - QUIET_MS, now - QUIET_MS),
    )
    return [card_id for (card_id,) in found]
