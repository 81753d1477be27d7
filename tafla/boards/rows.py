"""Which rows of this room reach clients, and in which scope."""

from tafla.boards.models import Board, BoardPref, BoardTemplate, Column, Tag
from tafla.boards.undo import (
    check_undo_tag,
    column_undo_needs,
    tag_undo_needs,
    undo_add_column,
    undo_add_tag,
)
from tafla.sync.tables import table

boards = table("boards", Board, lives=("board", "id"), ground=("board", "id"), server_only=["next_number"])
columns = table(
    "columns",
    Column,
    lives=("board", "board_id"),
    ground=("board", "board_id"),
    order="board_id",
    undo_add=undo_add_column,
    undo_needs=column_undo_needs,
)
tags = table(
    "tags",
    Tag,
    lives=("board", "board_id"),
    ground=("board", "board_id"),
    undo_add=undo_add_tag,
    check_undo=check_undo_tag,
    undo_needs=tag_undo_needs,
)
board_templates = table(
    "board_templates",
    BoardTemplate,
    lives=("account", "account_id"),
    ground=("account", "account_id"),
    server_only=["content"],
)
board_prefs = table("board_prefs", BoardPref, lives=("person", "person_id"), ground=("person", "person_id"))
