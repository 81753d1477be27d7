"""Steps: where the log says that a card came to a column or left one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tafla.sync.listeners import Change
from tafla.sync.tables import TABLES


class Step(NamedTuple):
    """A card comes to a column of a board at an instant (ms), or leaves the board (column none)."""

    pos: int
    at: int
    card_id: str
    board_id: str
    column_id: str | None


def steps_in(changes: Iterable[Change]) -> Iterator[Step]:
    """The steps of these changes, in the log's order."""
    for change in changes:
        kind, board_id = change.scope.split(":", 1)
        if kind != "board":
            continue
        for patch in change.patches:
            if patch[1] == "cards" and (step := _step(patch)):
                yield Step(change.position.pos, change.at, step[0], board_id, step[1])


def _step(patch: list[object]) -> tuple[str, str | None] | None:
    """(card, column) of one patch, or None where it moves nothing."""
    sign, _, what, *rest = patch
    if sign == "+" and isinstance(what, list):
        names = TABLES["cards"].wire_names
        return str(what[names.index("id")]), str(what[names.index("column_id")])
    if sign == "-":
        return str(what), None
    changed = rest[0] if rest else None
    if isinstance(changed, dict) and "column_id" in changed:
        return str(what), str(changed["column_id"])
    return None


def boards_gone(changes: Iterable[Change]) -> set[str]:
    """Boards that were deleted for ever."""
    return {
        str(patch[2])
        for change in changes
        for patch in change.patches
        if patch[0] == "-" and patch[1] == "board_privacy"
    }
