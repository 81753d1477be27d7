"""Reading flow: a board's cards over time, and how long those completed took."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tafla.core.clock import now_ms
from tafla.flow import figures
from tafla.flow.beginnings import NOWHERE, earlier_spells, is_cut
from tafla.flow.figures import Spell
from tafla.sync.db import Db

# Completed cards told one by one; the figures are of all.
MOST_CARDS = 200


def board_flow(db: Db, board_id: str, zone: str, days: int) -> dict[str, Any]:
    """The last `days` days of a board, as `Flow` in api.py says; five reads, however many cards it has."""
    now = now_ms()
    # The day before says what stood there when the first one began.
    told = figures.days_until(now, zone, days + 1)
    ends = [end for _, end in told]
    columns = _columns(db, board_id)
    earlier = earlier_spells(db, board_id, {column: kind for column, (_, kind) in columns.items()})
    done = _done(db, board_id, ends[0])
    cards = [_card(card, spells_of, columns, now) for card, spells_of in _with_spells(db, done)]
    standing = figures.standing([*_spells(db, board_id, ends[0]), *earlier], ends[1:])
    unknown = standing.get(NOWHERE, [0] * days)
    return {
        "days": [day.isoformat() for day, _ in told[1:]],
        "columns": [
            {"id": column, "name": name, "kind": kind, "counts": standing.get(column, [0] * days)}
            | {"pace": _pace(card["columns"].get(column) for card in cards)}
            for column, (name, kind) in columns.items()
            if kind != "deleted"
        ],
        "unknown": unknown,
        "known_from": max(spell.to_at or 0 for spell in earlier if spell.column_id == NOWHERE)
        if any(unknown)
        else None,
        "done": figures.done_each_day((card["completed_at"] for card in cards), ends),
        "lead": _pace(card["lead"] for card in cards),
        "cycle": _pace(card["cycle"] for card in cards),
        "cards": cards[:MOST_CARDS],
    }


def card_flow(db: Db, card_id: str) -> dict[str, Any] | None:
    """Where a card stood and for how long, oldest first, and its times once it is completed; None when it
    was deleted for ever this moment.
    """
    found = db.query(f"SELECT {_CARD} FROM cards_card WHERE id = ?", (card_id,))
    if not found:
        return None
    card, now = found[0], now_ms()
    (_, spells), *_rest = _with_spells(db, [card])
    columns = _columns(db, card[2])
    told = _card(card, spells, columns, now) if card[5] is not None else {"lead": None, "cycle": None}
    return {
        "stays": [
            {"column_id": spell.column_id, "from_at": spell.from_at, "to_at": spell.to_at}
            | {"column": columns.get(spell.column_id, (None, ""))[0]}
            for spell, _ in spells
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
    """Stays on a board that reach beyond an instant."""
    found = db.query(
        "SELECT card_id, column_id, from_at, to_at FROM flow_stay WHERE board_id = ? AND "
        "(to_at IS NULL OR to_at > ?)",
        (board_id, since),
    )
    return [Spell(*row) for row in found]


def _done(db: Db, board_id: str, since: int) -> list[tuple[Any, ...]]:
    """Cards that stand in Completed since an instant, newest first."""
    return db.query(
        f"SELECT {_CARD} FROM cards_card WHERE board_id = ? AND completed_at > ? AND deleted_at IS NULL "
        "ORDER BY completed_at DESC, id",
        (board_id, since),
    )


Spells = list[tuple[Spell, str]]


def _with_spells(db: Db, cards: list[tuple[Any, ...]]) -> list[tuple[tuple[Any, ...], Spells]]:
    """Each card with its stays, oldest first, each with its board."""
    found = db.query(
        "SELECT card_id, column_id, from_at, to_at, board_id FROM flow_stay WHERE "
        f"{db.within('card_id')} ORDER BY card_id, pos",
        (db.members([card[0] for card in cards]),),
    )
    spells: dict[str, Spells] = defaultdict(list)
    for *row, board_id in found:
        spells[row[0]].append((Spell(*row), board_id))
    return [(card, spells[card[0]]) for card in cards]


def _card(
    card: tuple[Any, ...], spells: Spells, columns: dict[str, tuple[str, str]], now: int
) -> dict[str, Any]:
    card_id, _, board_id, title, number, completed_at, created_at = card
    first = next((column for column, (_, kind) in columns.items() if kind == "normal"), None)
    here = [spell for spell, place in spells if place == board_id]
    began: int | None = figures.began_at(here, first, created_at)
    worked = [spell for spell in here if columns.get(spell.column_id, ("", ""))[1] == "normal"]
    times = figures.per_column(worked, now)
    if is_cut([spell for spell, _ in spells], created_at):
        # It stood in its first column longer than is known, and may have been begun before.
        earliest = spells[0][0].column_id if spells else None
        times.pop(earliest or "", None)
        began = began if earliest == first else None
    return {
        "id": card_id,
        "title": title,
        "number": number,
        "completed_at": completed_at,
        "lead": max(0, completed_at - created_at),
        "cycle": None if began is None else max(0, completed_at - began),
        "columns": times,
    }


def _pace(times: Iterable[int | None]) -> dict[str, int] | None:
    found = figures.pace(each for each in times if each is not None)
    return found._asdict() if found else None
