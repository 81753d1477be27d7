"""Floors: up to when a person has seen a board as a whole. What is older is no mark for them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import orjson

from tafla.accounts.circles import BOARD_RIGHTS, GRANTS
from tafla.sync.db import Db


@dataclass(frozen=True)
class Floor:
    """What a person has seen of a board: all changes up to `at`, its own attachments up to `files_at`."""

    at: int
    files_at: int
    may_read_chat: bool


# Accounts whose boards one rules without being on them.
_RUN = (
    "SELECT id FROM accounts_account WHERE owner_id = ? "
    "UNION SELECT account_id FROM accounts_accountadmin WHERE person_id = ?"
)


def floors_of(db: Db, person_id: str, board_ids: Iterable[str]) -> dict[str, Floor]:
    """The floors of those of these boards that are open and on which the person has one: when they joined,
    or marked it as read, or all boards.
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
    return {
        board_id: Floor(max(joined_at, seen_at, all_at), files_at, _may_read_chat(role, tuple(on)))
        for board_id, role, joined_at, seen_at, files_at, all_at, *on in found
        if joined_at or seen_at
    }


@cache
def _may_read_chat(role: str, on: tuple[bool, ...]) -> bool:
    granted = {grant for grant, is_on in zip(GRANTS.values(), on, strict=True) if is_on}
    roles = BOARD_RIGHTS["read_chat"].union(*(roles for right, roles in granted if right == "read_chat"))
    return role in roles


@dataclass(frozen=True)
class Place:
    """A board with its floor in a query, and what is asked for there: a card, or what stands below a row of
    news (its time and id).
    """

    id: str
    floor: Floor
    card_id: str = ""
    upto: tuple[int, int] = (0, 0)


# What a query may know of a place: its kind, and how it is told.
_FIELDS: dict[str, tuple[str, Callable[[Place], str | int]]] = {
    "id": ("text", lambda place: place.id),
    "floor": ("bigint", lambda place: place.floor.at),
    "files_at": ("bigint", lambda place: place.floor.files_at),
    "chats": ("bigint", lambda place: int(place.floor.may_read_chat)),
    "card_id": ("text", lambda place: place.card_id),
    "upto": ("bigint", lambda place: place.upto[0]),
    "upto_id": ("bigint", lambda place: place.upto[1]),
}
_ALWAYS = ("id", "floor", "files_at", "chats")


def relation(db: Db, places: Iterable[Place], *more: str) -> tuple[str, str]:
    """Boards as a relation `b` of a query (id, floor, files_at, chats, and `more`), and its one value."""
    fields = {name: _FIELDS[name] for name in (*_ALWAYS, *more)}
    rows = [{name: told(place) for name, (_, told) in fields.items()} for place in places]
    value = orjson.dumps(rows).decode()
    if db.vendor == "sqlite":
        named = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name in fields)
        return f"(SELECT {named} FROM json_each(?)) AS b", value
    named = ", ".join(f"{name} {kind}" for name, (kind, _) in fields.items())
    return f"json_to_recordset(CAST(? AS json)) AS b({named})", value


def whole(floors: Mapping[str, Floor]) -> list[Place]:
    """These boards, with all that is on them."""
    return [Place(board_id, floor) for board_id, floor in floors.items()]
