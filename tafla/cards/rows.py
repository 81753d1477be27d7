"""Which rows of this room reach clients, and in which scope."""

from tafla.cards import checklist, depending, undo
from tafla.cards.models import (
    Card,
    CardAssignee,
    CardTag,
    CardText,
    CardTextVersion,
    ChecklistItem,
    Dependency,
)
from tafla.sync.gate import scope_kind
from tafla.sync.tables import table

# A day, its time and its zone are one due date.
_DUE = (("due_on", "due_time", "due_zone", "due_at"),)

cards = table(
    "cards",
    Card,
    lives=("board", "board_id"),
    ground=("board", "board_id"),
    order="column_id",
    units=_DUE,
    lists={"assignee_ids": CardAssignee, "tag_ids": CardTag},
    derived=("checklist_done", "checklist_total", "checklist_due_at"),
    undo_add=undo.undo_add_card,
    check_undo=undo.check_undo_card,
    undo_needs=undo.card_undo_needs,
)
checklist_items = table(
    "checklist_items",
    ChecklistItem,
    lives=("card", "card_id"),
    ground=("cards", "card_id"),
    order="card_id",
    units=_DUE,
    undo_end=checklist.end_undo,
    undo_needs=checklist.item_undo_needs,
)
dependencies = table(
    "dependencies",
    Dependency,
    lives=("board", "board_id"),
    ground=("board", "board_id"),
    undo_add=depending.undo_add,
    check_undo=depending.check_undo,
    undo_needs=depending.undo_needs,
)
card_texts = table(
    "card_texts",
    CardText,
    lives=("card", "id"),
    ground=("cards", "id"),
    undo_add=undo.undo_add_text,
    check_undo=undo.check_undo_text,
    undo_needs=undo.text_undo_needs,
)
card_text_versions = table(
    "card_text_versions",
    CardTextVersion,
    lives=("card", "card_id"),
    ground=("cards", "card_id"),
    hidden=True,
)
scope_kind("card", ground="board", right="read", through=(("cards", "board_id"),))
