"""What becomes of a chat when its card goes to another board, or is deleted for ever."""

from collections.abc import Iterable

from tafla.cards import hooks
from tafla.sync.needs import Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

# Rows that one command takes away (S23); what is more is swept afterwards (listeners.py).
MOST = 400
_TABLES = ("reactions", "messages")


def move_needs(work: Work, card: Values, board_id: str) -> Iterable[Need]:
    """The card's talk."""
    yield Row("talks", card["id"])


def move(work: Work, card: Values, board_id: str) -> None:
    """The talk goes along, and its readers are others from now on (S21)."""
    if work.row("talks", card["id"]):
        work.patch("talks", card["id"], board_id=board_id)
        # Undo of the card's move brings it back by this same hook.
        work.quiet.add(("talks", card["id"]))
    work.access_changed(f"chat:{card['id']}")


def keep_talk(work: Work, row: Values) -> None:
    """A talk that came along with its card is not unmade by undo."""


def purge_needs(work: Work, card: Values) -> Iterable[Need]:
    """The card's talk, and of what was said as much as one command takes away."""
    yield Row("talks", card["id"])
    talk = work.peek("talks", card["id"])
    if talk and talk["count"] <= MOST:
        yield from _said(card["id"])


def purge(work: Work, card: Values) -> None:
    """The talk is gone for everybody at once. A long one's messages are deleted some seconds later."""
    card_id = card["id"]
    work.access_changed(f"chat:{card_id}")
    talk = work.row("talks", card_id)
    if talk is None:
        return
    work.remove("talks", card_id)
    if talk["count"] > MOST:
        return
    rows = [(need.table, row["id"]) for need in _said(card_id) for row in work.rows(need)]
    taken = sum(name in _TABLES for name, _ in work.changed)
    if taken + len(rows) <= MOST:
        for table, row_id in rows:
            work.remove(table, row_id)
            work.forget(table, row_id, card_id)


def _said(card_id: str) -> list[Rows]:
    return [Rows(table, "subject_id", card_id, MOST + 1) for table in _TABLES]


hooks.card_moves.append((move_needs, move))
hooks.card_purged.append((purge_needs, purge))
