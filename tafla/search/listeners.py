"""The log as the index hears it (S19): which documents a change touches. What they say is read from the
tables, so it does not matter how often or how late a change is told.
"""

import time
from collections.abc import Iterator
from typing import Any

from tafla.search.documents import refresh
from tafla.search.holding import keys_of_board
from tafla.search.index import Key, keys_on
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE
from tafla.sync.db import current
from tafla.sync.listeners import Change, bulk_listener
from tafla.sync.tables import TABLES

NAME = "search"
REST_S = 0.01
# table -> (the fields that are looked for or say where a row stands, kinds of the documents made of it; a
# row's own, or its card's)
_OWN: dict[str, tuple[set[str], tuple[str, ...]]] = {
    "cards": ({"title", "number", "board_id"}, (TITLE, CONTENTS)),
    "boards": ({"name"}, (BOARD,)),
    "messages": ({"text", "deleted_at"}, (MESSAGE,)),
    "attachments": ({"name", "title"}, (FILE,)),
}
_CARDS = {"checklist_items": {"text", "rank"}, "card_texts": {"details"}}


@bulk_listener(NAME, "board", "card", "chat", "shelf")
def keep(changes: list[Change]) -> None:
    """Bring the documents of everything these changes touched up to date."""
    db = current()
    patches: list[tuple[str, Any]] = [(change.scope, patch) for change in changes for patch in change.patches]
    keys = [key for scope, patch in patches for key in _touched(scope, patch)]
    # What hangs on a card goes with it, to another board or for ever.
    went = [_row_id(patch) for _, patch in patches if patch[1] == "cards" and patch[0] != "~"]
    refresh(db, [*keys, *keys_on(db, went)], _rest)
    for board_id in dict.fromkeys(patch[2] for _, patch in patches if _is_moved_board(patch)):
        for some in keys_of_board(db, board_id):
            refresh(db, some, _rest)


def _touched(scope: str, patch: list[Any]) -> Iterator[Key]:
    table = patch[1]
    changed = set(patch[3]) if patch[0] == "~" else None
    if table in _OWN:
        fields, kinds = _OWN[table]
        if changed is None or changed & fields:
            yield from ((kind, _row_id(patch)) for kind in kinds)
    elif table in _CARDS and (changed is None or changed & _CARDS[table]):
        yield CONTENTS, scope.split(":", 1)[1]


def _is_moved_board(patch: list[Any]) -> bool:
    """Whether another account has a board now, or nobody: it was deleted for ever."""
    is_moved = patch[0] == "-" or (patch[0] == "~" and "account_id" in patch[3])
    return patch[1] == "board_privacy" and is_moved


def _row_id(patch: list[Any]) -> str:
    found: str = patch[2][TABLES[patch[1]].wire_names.index("id")] if patch[0] == "+" else patch[2]
    return found


def _rest() -> None:
    time.sleep(REST_S)
