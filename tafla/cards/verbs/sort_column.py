"""Sort the cards of a column, once and for everybody."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Literal

from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Beside, Need, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work

# More than S23's 500 rows, for sorting in parts would show everybody halves of an order. Of a thousand only
# ranks change, which holds the writer 25 ms, and 50 ms to undo: no longer than other commands may.
MOST_CARDS = 1_000

_PRIORITIES = ("critical", "high", "normal")
_STATUSES = ("normal", "ready", "in_progress", "needs_review", "needs_rework", "blocked", "on_hold")
_ACCENTS = re.compile("[\u0300-\u036f]")
_PIECES = re.compile(r"[0-9]+|[^0-9]+")


class SortColumn(Args):
    """desc turns the order round; cards without a due date come last either way."""

    column_id: Id
    by: Literal["due", "title", "priority", "status"]
    direction: Literal["asc", "desc"] = "asc"


@verb("column.sort", At("columns", "column_id", "write"), rest="POST /columns/{column_id}/sort")
def sort_column(work: Work, args: SortColumn) -> None:
    """Put a column's cards in order: soonest due first, by title with numbers as numbers, most important
    first, or by status in the order of work. Equal ones keep their order.
    """
    if work.must("columns", args.column_id)["kind"] == "deleted":
        raise Refusal("column_fixed")
    cards = work.rows(_cards_of(args.column_id))
    if len(cards) > MOST_CARDS:
        raise Refusal("too_many", limit=MOST_CARDS)
    ordered = in_order(cards, args.by, is_falling=args.direction == "desc")
    if ordered == cards:
        return
    # New ranks for all, above the old ones: those stay free, so undo finds every card's own place.
    places = work.places_between("cards", args.column_id, None, None, len(cards))
    for card, rank in zip(ordered, places, strict=True):
        work.patch("cards", card["id"], rank=rank)


def in_order(cards: list[Values], by: str, *, is_falling: bool) -> list[Values]:
    """The cards as `by` has them."""
    if by == "due":
        dated = [card for card in cards if card["due_at"] is not None]
        undated = [card for card in cards if card["due_at"] is None]
        return [*_sorted(dated, lambda card: card["due_at"], is_falling), *undated]
    keys: dict[str, Callable[[Values], Any]] = {
        "title": lambda card: title_key(card["title"]),
        "priority": lambda card: _PRIORITIES.index(card["priority"]),
        "status": lambda card: _STATUSES.index(card["status"]),
    }
    return _sorted(cards, keys[by], is_falling)


def _sorted(cards: list[Values], key: Callable[[Values], Any], is_falling: bool) -> list[Values]:
    """Python keeps the order of equal ones also when it turns the rest round."""
    return sorted(cards, key=key, reverse=is_falling)


def title_key(title: str) -> list[tuple[int, int, str]]:
    """What a title is compared by: no capitals, no accents, and `9` before `10`."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", title)).casefold()
    pieces = _PIECES.findall(plain)
    return [(0, int(piece), "") if piece.isascii() and piece.isdigit() else (1, 0, piece) for piece in pieces]


def _cards_of(column_id: str) -> Rows:
    return Rows("cards", "column_id", column_id, MOST_CARDS + 1)


@sort_column.needs
def needs(work: Work, args: SortColumn) -> Iterable[Need]:
    yield _cards_of(args.column_id)
    yield Beside("cards", args.column_id, None, 1)
