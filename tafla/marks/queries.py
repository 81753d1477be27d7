"""Reading marks: what others have changed since a person looked (docs/topics/marks.md)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tafla.accounts import queries as accounts
from tafla.marks.aspects import MARKED
from tafla.marks.floors import Floor, floors_of, relation
from tafla.marks.listeners import NAME
from tafla.sync.db import Db, Values

# A card in progress that nobody changed for so long asks for attention.
QUIET_MS = 7 * 86_400_000
# Of a board, no more marks are told, the newest; and no more cards and chats counted.
MOST_MARKS = 20_000
MOST_COUNTED = 100


class Newest(NamedTuple):
    """A card with marks: which, and when and by whom its newest change by others was ("": by nobody)."""

    card_id: str
    board_id: str
    aspects: tuple[str, ...]
    at: int
    by: str


def newest(
    db: Db,
    person_id: str,
    board_ids: Iterable[str],
    limit: int,
    before: tuple[int, str] | None = None,
) -> list[Newest]:
    """Cards with marks on these boards, newest first; with `before` (at, card id) those after that one.
    Fewer than `limit`: there are no more. The boards are such as the person may read: the caller has asked
    for them at this moment.
    """
    found = _newest(db, person_id, floors_of(db, person_id, board_ids))
    return [card for card in found if before is None or (card.at, card.card_id) < before][:limit]


def _newest(db: Db, person_id: str, floors: Mapping[str, Floor]) -> list[Newest]:
    boards, asked = relation(db, floors)
    where, values = _marked(person_id)
    rows = db.query(
        f"SELECT n.subject_id, b.id, n.aspect, {_AT}, {_BY} FROM {boards} "
        f"JOIN marks_news n ON n.board_id = b.id {where}",
        (person_id, person_id, asked, *values),
    )
    cards: dict[str, Newest] = {}
    for card_id, board_id, aspect, at, by in rows:
        if card_id != board_id:
            held = cards.get(card_id) or Newest(card_id, board_id, (), 0, "")
            when = (at, by) if at > held.at else (held.at, held.by)
            cards[card_id] = Newest(card_id, board_id, (*held.aspects, aspect), *when)
    return sorted(cards.values(), key=lambda card: (card.at, card.card_id), reverse=True)


def of_board(db: Db, person_id: str, board_id: str) -> dict[str, Any]:
    """A board's marks for a person who may read it: subject -> aspect -> time; and their floor, none where
    they have none. `is_behind`: more may come within a second.
    """
    floors = floors_of(db, person_id, [board_id])
    boards, asked = relation(db, floors)
    where, values = _marked(person_id)
    rows = db.query(
        f"SELECT n.subject_id, n.aspect, {_AT} FROM {boards} JOIN marks_news n ON n.board_id = b.id {where} "
        f"ORDER BY n.at DESC, n.id LIMIT {MOST_MARKS}",
        (person_id, asked, *values),
    )
    marks: dict[str, dict[str, int]] = defaultdict(dict)
    for subject_id, aspect, at in rows:
        marks[subject_id][aspect] = at
    floor = floors.get(board_id)
    return {"marks": marks, "floor": floor and floor.at, "is_behind": is_behind(db)}


def counts(db: Db, person_id: str) -> dict[str, Any]:
    """Board -> how many of its cards and chats have marks, of every board with some that the person may
    read; from `MOST_COUNTED` on they are not counted further.
    """
    readable, _ = accounts.boards_of(db, person_id, accounts.accounts_of(db, person_id))
    boards, asked = relation(db, floors_of(db, person_id, readable))
    where, values = _marked(person_id)
    found = db.query(
        "SELECT b.id, (SELECT count(*) FROM (SELECT DISTINCT n.subject_id FROM marks_news n "
        f"{where.replace('WHERE', 'WHERE n.board_id = b.id AND')} LIMIT {MOST_COUNTED}) AS f) "
        f"FROM {boards}",
        (*values, asked),
    )
    return {"boards": {board_id: count for board_id, count in found if count}, "is_behind": is_behind(db)}


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


# One's own changes are no news: what counts is the newest of others.
_AT = 'CASE WHEN n."by" = ? THEN n.other_at ELSE n.at END'
_BY = 'CASE WHEN n."by" = ? THEN n.other_by ELSE n."by" END'
_SEEN = (
    "CASE n.aspect WHEN 'chat' THEN t.seen_at WHEN 'checklist' THEN s.checklist_at "
    "WHEN 'files' THEN CASE WHEN n.subject_id = b.id THEN b.files_at ELSE s.files_at END "
    "ELSE s.details_at END"
)


def _marked(person_id: str) -> tuple[str, Values]:
    """The joins and the condition that news `n` of a board `b` is a mark for a person, and their values."""
    aspects = ",".join(f"'{aspect}'" for aspect in MARKED)
    where = (
        "LEFT JOIN cards_card c ON c.id = n.subject_id "
        "LEFT JOIN marks_cardseen s ON s.id = CAST(? AS text) || n.subject_id "
        "LEFT JOIN chat_talkseen t ON t.id = CAST(? AS text) || n.subject_id AND n.aspect = 'chat' "
        f"WHERE n.at > b.floor AND n.aspect IN ({aspects}) "
        f"AND {_AT} > b.floor AND {_AT} > coalesce({_SEEN}, 0) "
        "AND (n.aspect <> 'chat' OR b.chats = 1) "
        # Where a card stands now decides, and a deleted one has no marks.
        "AND (n.subject_id = b.id OR (c.board_id = b.id AND c.deleted_at IS NULL))"
    )
    return where, (f"{person_id}.", f"{person_id}.", person_id, person_id)
