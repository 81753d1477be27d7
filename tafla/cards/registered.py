"""Everything this room declares to the engine, in one import."""

from tafla.cards import copying, facts, filling, leaving, queries, rows, tagging
from tafla.cards.verbs import (
    add_cards,
    checklist,
    checklist_card,
    checklist_facts,
    copy_card,
    copy_cards,
    delete_card,
    move_card,
    save_template,
    set_dates,
    set_details,
    set_facts,
    set_tags,
    sort_column,
)

__all__ = [
    "add_cards",
    "checklist",
    "checklist_card",
    "checklist_facts",
    "copy_card",
    "copy_cards",
    "copying",
    "delete_card",
    "facts",
    "filling",
    "leaving",
    "move_card",
    "queries",
    "rows",
    "save_template",
    "set_dates",
    "set_details",
    "set_facts",
    "set_tags",
    "sort_column",
    "tagging",
]
