"""Reading marks: what has changed by others since a person looked (docs/topics/marks.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from tafla.accounts.circles import BOARD_RIGHTS, GRANTS
from tafla.marks.aspects import MARKED
from tafla.sync.db import Db

# A card in progress that nobody changed for so long asks for attention.
QUIET_MS = 7 * 86_400_000


class Newest(NamedTuple):
    """A card with marks: which, and when and by whom its newest change by others was."""

    card_id: str
    board_id: str
    aspects: tuple[str, ...]
    at: int
    by: str


@dataclass(frozen=True)
class Floor:
    """What a person has seen of a board as a whole: changes up to `at`, its attachments up to `files_at`."""

    at: int
    files_at: int
    may_read_chat: bool


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
    floors = floors_of(db, person_id, board_ids)
    cards: dict[str, Newest] = {}
    for card_id, board_id, aspect, at, by in _marks(db, person_id, floors):
        if card_id == board_id:
            continue
        held = cards.get(card_id) or Newest(card_id, board_id, (), 0, "")
        when = (at, by) if at > held.at else (held.at, held.by)
        cards[card_id] = Newest(card_id, board_id, (*held.aspects, aspect), *when)
    found = sorted(cards.values(), key=lambda card: (card.at, card.card_id), reverse=True)
    return [card for card in found if before is None or (card.at, card.card_id) < before][:limit]


def quiet(db: Db, board_id: str, now: int) -> list[str]:
    """Ids of a board's cards in progress that nobody has changed for seven days."""
    found = db.query(
        "SELECT c.id FROM cards_card c WHERE c.board_id = ? AND c.status = 'in_progress' "
        "AND c.completed_at IS NULL AND c.deleted_at IS NULL AND c.created_at <= ? AND NOT EXISTS "
        "(SELECT 1 FROM marks_news n WHERE n.subject_id = c.id AND n.at > ?) ORDER BY c.id",
        (board_id, now - QUIET_MS, now - QUIET_MS),
    )
    return [card_id for (card_id,) in found]


# Whose boards these are, and whose admin one is there.
_RUN = (
    "SELECT id FROM accounts_account WHERE owner_id = ? "
    "UNION SELECT account_id FROM accounts_accountadmin WHERE person_id = ?"
)


def floors_of(db: Db, person_id: str, board_ids: Iterable[str]) -> dict[str, Floor]:
    """The floors of those of these boards that are open and on which the person has one: what they have
    marked as read, or when they joined.
    """
    settings = ", ".join(f"p.{name}" for name in GRANTS)
    found = db.query(
        f"SELECT p.id, CASE WHEN p.account_id IN ({_RUN}) THEN 'admin' ELSE coalesce(m.role, 'reader') END, "
        "coalesce(m.joined_at, 0), coalesce(s.seen_at, 0), coalesce(s.files_at, 0), "
        "coalesce((SELECT seen_at FROM marks_boardseen WHERE id = ?), 0), "
        f"{settings} FROM accounts_boardprivacy p "
        "LEFT JOIN accounts_member m ON m.id = p.id || CAST(? AS text) "
        "LEFT JOIN marks_boardseen s ON s.id = CAST(? AS text) || p.id "
        f"WHERE p.state = 'open' AND {db.within('p.id')}",
        (person_id, person_id, f"{person_id}.all", f".{person_id}", f"{person_id}.", db.members(board_ids)),
    )
    floors = {}
    for board_id, role, joined_at, seen_at, files_at, all_at, *on in found:
        if joined_at or seen_at:
            at = max(joined_at, seen_at, all_at)
            floors[board_id] = Floor(at, files_at, _may_read_chat(role, on))
    return floors


def _may_read_chat(role: str, on: Iterable[bool]) -> bool:
    granted = (grant for grant, is_on in zip(GRANTS.values(), on, strict=True) if is_on)
    return role in BOARD_RIGHTS["read_chat"] or any(
        right == "read_chat" and role in roles for right, roles in granted
    )


# One's own changes are no news: what counts is the newest of others.
_AT = 'CASE WHEN n."by" = ? THEN n.other_at ELSE n.at END'
_BY = 'CASE WHEN n."by" = ? THEN n.other_by ELSE n."by" END'
_SEEN = (
    "CASE n.aspect WHEN 'chat' THEN t.seen_at WHEN 'checklist' THEN s.checklist_at "
    "WHEN 'files' THEN CASE WHEN n.subject_id = b.id THEN b.files_at ELSE s.files_at END "
    "ELSE s.details_at END"
)


def _marks(db: Db, person_id: str, floors: Mapping[str, Floor]) -> list[tuple[str, str, str, int, str]]:
    """(subject, board, aspect, at, by) of everything marked on these boards, in no order."""
    marked = ",".join(f"'{aspect}'" for aspect in MARKED)
    boards, asked = _boards(db, floors)
    return db.query(
        f"SELECT n.subject_id, b.id, n.aspect, {_AT}, {_BY} FROM {boards} "
        "JOIN marks_news n ON n.board_id = b.id AND n.at > b.floor "
        "LEFT JOIN cards_card c ON c.id = n.subject_id "
        "LEFT JOIN marks_cardseen s ON s.id = CAST(? AS text) || n.subject_id "
        "LEFT JOIN chat_talkseen t ON t.id = CAST(? AS text) || n.subject_id AND n.aspect = 'chat' "
        f"WHERE n.aspect IN ({marked}) AND {_AT} > b.floor AND {_AT} > coalesce({_SEEN}, 0) "
        "AND (n.aspect <> 'chat' OR b.chats = 1) "
        "AND (n.subject_id = b.id OR (c.board_id = b.id AND c.deleted_at IS NULL))",
        (person_id, person_id, asked, f"{person_id}.", f"{person_id}.", person_id, person_id),
    )


def _boards(db: Db, floors: Mapping[str, Floor]) -> tuple[str, Any]:
    """A relation `b` of boards and floors, and its one value."""
    rows = [
        {"id": board_id, "floor": floor.at, "files_at": floor.files_at, "chats": int(floor.may_read_chat)}
        for board_id, floor in floors.items()
    ]
    if db.vendor == "sqlite":
        fields = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name in _FIELDS)
        return f"(SELECT {fields} FROM json_each(?)) AS b", orjson.dumps(rows).decode()
    fields = ", ".join(f"{name} {kind}" for name, kind in _FIELDS.items())
    return f"json_to_recordset(CAST(? AS json)) AS b({fields})", orjson.dumps(rows).decode()


_FIELDS = {"id": "text", "floor": "bigint", "files_at": "bigint", "chats": "bigint"}
