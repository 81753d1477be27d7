"""The dependencies of an exported board in the order in which `dependency.import` takes them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from tafla.cards.depending import MOST

Pair = tuple[str, str]


def tied_pairs(rows: Iterable[dict[str, Any]], kept: set[str]) -> tuple[list[Pair], int]:
    """(blocker, blocked) by their old ids, each card's blockers before what it blocks, and how many rows are
    left out: of cards that are, of more than a card may have, and those that close a circle.
    """
    waits: dict[str, list[str]] = defaultdict(list)
    ties: Counter[str] = Counter()
    left_out = 0
    for row in rows:
        blocker, blocked = str(row.get("card_id")), str(row.get("other_id"))
        is_known = row.get("kind") == "blocks" and {blocker, blocked} <= kept and blocker != blocked
        if not is_known or blocker in waits[blocked] or max(ties[blocker], ties[blocked]) >= MOST:
            left_out += 1
            continue
        waits[blocked].append(blocker)
        ties.update((blocker, blocked))
    order, dropped = _in_order(waits)
    return [(blocker, blocked) for blocked in order for blocker in waits[blocked]], left_out + dropped


def _in_order(waits: dict[str, list[str]]) -> tuple[list[str], int]:
    """Cards, each behind all it waits for; what closes a circle is taken out of `waits` and counted."""
    order: list[str] = []
    done: set[str] = set()
    dropped = 0
    for start in list(waits):
        path = [] if start in done else [(start, iter(list(waits[start])))]
        on_path = {start}
        while path:
            card, blockers = path[-1]
            for blocker in blockers:
                if blocker in on_path:
                    waits[card].remove(blocker)
                    dropped += 1
                elif blocker in waits and blocker not in done:
                    on_path.add(blocker)
                    path.append((blocker, iter(list(waits[blocker]))))
                    break
            else:
                path.pop()
                on_path.discard(card)
                done.add(card)
                order.append(card)
    return order, dropped
