"""Everything this room declares to the engine, in one import."""

from tafla.cards import facts, filling, leaving, queries, rows
from tafla.cards.verbs import add_cards, delete_card, move_card, set_details, set_facts

__all__ = [
    "add_cards",
    "delete_card",
    "facts",
    "filling",
    "leaving",
    "move_card",
    "queries",
    "rows",
    "set_details",
    "set_facts",
]
