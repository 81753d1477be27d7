"""Everything this room declares to the engine, in one import."""

from tafla.cards import facts, filling, leaving, queries, rows, tagging
from tafla.cards.verbs import add_cards, delete_card, move_card, set_dates, set_details, set_facts, set_tags

__all__ = [
    "add_cards",
    "delete_card",
    "facts",
    "filling",
    "leaving",
    "move_card",
    "queries",
    "rows",
    "set_dates",
    "set_details",
    "set_facts",
    "set_tags",
    "tagging",
]
