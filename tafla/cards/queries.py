"""Reads about cards that no scope carries: counts across boards, and the history of details."""

from collections import Counter
from typing import Any

from tafla.accounts.queries import readable_boards
from tafla.boards.queries import card_counts
from tafla.sync.db import Db


def count_cards(db: Db, board_ids: list[str], now: int) -> tuple[dict[str, int], dict[str, int]]:
    """(column id -> cards, board id -> cards overdue); what is done or deleted is not overdue."""
    found = db.query(
        "SELECT k.id, k.board_id, f.number, CASE WHEN k.kind = 'normal' THEN f.late ELSE 0 END FROM "
        "(SELECT column_id, count(*) AS number, sum(CASE WHEN due_at < ? THEN 1 ELSE 0 END) AS late "
        f"FROM cards_card WHERE {db.within('board_id')} GROUP BY column_id) AS f "
        "JOIN boards_column k ON k.id = f.column_id",
        (now, db.members(board_ids)),
    )
    overdue: Counter[str] = Counter()
    for _, board, _, late in found:
        overdue[board] += late
    return {column: number for column, _, number, _ in found}, overdue


card_counts.append(count_cards)


def card_name(db: Db, card_id: str) -> dict[str, Any] | None:
    """The id, board, number and title of a card; None when it is not there."""
    fields = ("id", "board_id", "number", "title")
    found = db.query(f"SELECT {', '.join(fields)} FROM cards_card WHERE id = ?", (card_id,))
    return dict(zip(fields, found[0], strict=True)) if found else None


# A version's id is its card's and its number (`CardTextVersion`).
_NUMBER = "CAST(substr(id, 38) AS INTEGER)"
_FIELDS = f'{_NUMBER}, at, "by", length(details)'


def details_versions(db: Db, card_id: str, before: int | None, limit: int) -> list[dict[str, Any]]:
    """Version, instant, person and size of a card's saved details, newest first."""
    older, asked = (f"AND {_NUMBER} < ?", (card_id, before)) if before else ("", (card_id,))
    # The inner question reads no texts, so a long history is sorted without them.
    found = db.query(
        f"SELECT {_FIELDS} FROM cards_cardtextversion WHERE id IN (SELECT id FROM cards_cardtextversion "
        f"WHERE card_id = ? {older} ORDER BY {_NUMBER} DESC LIMIT {limit:d}) ORDER BY {_NUMBER} DESC",
        asked,
    )
    return [_version(*row) for row in found]


def details_version(db: Db, card_id: str, version: int) -> dict[str, Any] | None:
    """The same of one version, with its text; None when there is none."""
    found = db.query(
        f"SELECT {_FIELDS}, details FROM cards_cardtextversion WHERE id = ?", (f"{card_id}.{version}",)
    )
    return {**_version(*found[0][:4]), "text": found[0][4]} if found else None


def _version(version: int, at: int, by: str, size: int) -> dict[str, Any]:
    return {"version": version, "at": at, "by": by, "size": size}


def cards_elsewhere(db: Db, person_id: str, board_id: str) -> list[dict[str, Any]]:
    """The cards on other boards that cards of this board block or wait for, as far as the person may read
    them now.
    """
    readable = readable_boards(db, person_id)
    found = db.query(
        "SELECT DISTINCT c.id, c.board_id, b.name, c.title, c.number, c.due_on, c.due_time, c.due_zone, "
        "c.due_at, c.completed_at IS NOT NULL OR c.deleted_at IS NOT NULL FROM cards_dependency d "
        "JOIN cards_card c ON c.id = d.other_id JOIN boards_board b ON b.id = c.board_id "
        f"WHERE d.board_id = ? AND c.board_id <> ? AND {db.within('c.board_id')}",
        (board_id, board_id, db.members(readable)),
    )
    names = ("id", "board_id", "board", "title", "number", "due_on", "due_time", "due_zone", "due_at")
    return [dict(zip((*names, "is_done"), (*row[:-1], bool(row[-1])), strict=True)) for row in found]
