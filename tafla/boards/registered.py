"""Everything this room declares to the engine, in one import."""

from tafla.boards import going, queries, rows
from tafla.boards.verbs import (
    change_board,
    columns,
    copy_frame,
    create_board,
    import_frame,
    own_templates,
    prefs,
    tags,
)

__all__ = [
    "change_board",
    "columns",
    "copy_frame",
    "create_board",
    "going",
    "import_frame",
    "own_templates",
    "prefs",
    "queries",
    "rows",
    "tags",
]
