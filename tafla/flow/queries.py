"""Reading flow: a board's cards over time, and how long those completed took."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tafla.core.clock import now_ms
from tafla.flow import figures
from tafla.flow.figures import Spell
from tafla.sync.db import Db

# Completed cards told one by one; the figures are of all.
MOST_CARDS = 200


def board_flow(db: Db, board_id: str, zone: str, days: int) -> dict[str, Any]:
    """The last `days` days of a board, as `Flow` in api.py says; four reads, however many cards it has."""
    now = now_ms()
    # The day before says what stood there when the first one began.
    told = figures.days_until(now, zone, days + 1)
    ends = [end for _, end in told]
    columns = _columns(db, board_id)
    spells = _spells(db, board_id, ends[0])
    done = _done(db, board_id, ends[0])
    cards = [_card(card, spells_of, columns, now) for card, spells_of in _with_spells(db, board_id, done)]
    standing = figures.standing(spells, ends[1:])
    return {
        "days": [day.isoformat() for day, _ in told[1:]],
        "columns": [
            {"id": column, "name": name, "kind": kind, "counts": standing.get(column, [0] * days)}
            | {"pace": _pace(card["columns"].get(column) for card in cards)}
            for column, (name, kind) in columns.items()
            if kind != "deleted"
        ],
        "done": figures.done_each_day((card["completed_at"] for card in cards), ends),
        "lead": _pace(card["lead"] for card in cards),
        "cycle": _pace(card["cycle"] for card in cards),
        "cards": cards[:MOST_CARDS],
    }


def card_flow(db: Db, card_id: str) -> dict[str, Any]:
    """Where a card stood and for how long, oldest first, and its times once it is completed."""
    (card,) = db.query(f"SELECT {_CARD} FROM cards_card WHERE id = ?", (card_id,))
    now = now_ms()
    (_, spells), *_rest = _with_spells(db, None, [card])
    columns = _columns(db, card[2])
    told = _card(card, spells, columns, now) if card[5] is not None else {"lead": None, "cycle": None}
    return {
        "stays": [
            {"column_id": spell.column_id, "from_at": spell.from_at, "to_at": spell.to_at}
            | {"column": columns.get(spell.column_id, (None, ""))[0]}
            for spell in spells
        ],
        "lead": told["lead"],
        "cycle": told["cycle"],
    }


_CARD = "id, column_id, board_id, title, number, completed_at, created_at"


def _columns(db: Db, board_id: str) -> dict[str, tuple[str, str]]:
    """Column id -> (name, kind), in their order."""
    found = db.query(
        "SELECT id, name, kind FROM boards_column WHERE board_id = ? ORDER BY rank, id", (board_id,)
    )
    return {column: (name, kind) for column, name, kind in found}


def _spells(db: Db, board_id: str, since: int) -> list[Spell]:
    """Stays on a board that reach beyond an instant. Of a card the log never told of, the present one."""
    found = db.query(
        "SELECT card_id, column_id, from_at, to_at FROM flow_stay WHERE board_id = ? AND "
        "(to_at IS NULL OR to_at > ?) UNION ALL "
        "SELECT c.id, c.column_id, c.created_at, NULL FROM cards_card c WHERE c.board_id = ? AND "
        "NOT EXISTS (SELECT 1 FROM flow_stay s WHERE s.card_id = c.id)",
        (board_id, since, board_id),
    )
    return [Spell(*row) for row in found]


def _done(db: Db, board_id: str, since: int) -> list[tuple[Any, ...]]:
    """Cards that stand in Completed since an instant, newest first."""
    return db.query(
        f"SELECT {_CARD} FROM cards_card WHERE board_id = ? AND completed_at > ? AND deleted_at IS NULL "
        "ORDER BY completed_at DESC, id",
        (board_id, since),
    )


def _with_spells(
    db: Db, board_id: str | None, cards: list[tuple[Any, ...]]
) -> list[tuple[tuple[Any, ...], list[Spell]]]:
    """Each card with its stays, oldest first; on this board, or on all."""
    here, values = ("AND board_id = ? ", (board_id,)) if board_id else ("", ())
    found = db.query(
        "SELECT card_id, column_id, from_at, to_at FROM flow_stay WHERE "
        f"{db.within('card_id')} {here}ORDER BY card_id, pos",
        (db.members([card[0] for card in cards]), *values),
    )
    spells: dict[str, list[Spell]] = defaultdict(list)
    for row in found:
        spells[row[0]].append(Spell(*row))
    return [(card, spells[card[0]]) for card in cards]


def _card(
    card: tuple[Any, ...], spells: list[Spell], columns: dict[str, tuple[str, str]], now: int
) -> dict[str, Any]:
    card_id, _, _, title, number, completed_at, created_at = card
    first = next((column for column, (_, kind) in columns.items() if kind == "normal"), None)
    began = figures.began_at(spells, first, created_at)
    worked = [spell for spell in spells if columns.get(spell.column_id, ("", ""))[1] == "normal"]
    return {
        "id": card_id,
        "title": title,
        "number": number,
        "completed_at": completed_at,
        "lead": max(0, completed_at - created_at),
        "cycle": max(0, completed_at - began),
        "columns": figures.per_column(worked, now),
    }


def _pace(times: Iterable[int | None]) -> dict[str, int] | None:
    found = figures.pace(each for each in times if each is not None)
    return found._asdict() if found else None
