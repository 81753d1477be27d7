"""How one person keeps a board: favourite, zoom, hidden columns, opened when. Visitors may too."""

from typing import Any, Literal

from tafla.core.fields import Id
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, At, Me, On, verb
from tafla.sync.work import Work


class SetFavourite(Args):
    board_id: Id
    favourite: bool


class SetZoom(Args):
    """cards: full faces; lines: one line a card."""

    board_id: Id
    zoom: Literal["cards", "lines"]


class HideColumn(Args):
    column_id: Id
    hidden: bool


class Opened(Args):
    board_id: Id


@verb(
    "pref.set_favourite",
    Me(),
    On("board", "board_id", "read"),
    rest="PUT /me/boards/{board_id}/favourite",
    undoable=False,
)
def set_favourite(work: Work, args: SetFavourite) -> None:
    """Mark a board as one's favourite, or no longer."""
    _set(work, args.board_id, favourite=args.favourite)


@verb(
    "pref.set_zoom",
    Me(),
    On("board", "board_id", "read"),
    rest="PUT /me/boards/{board_id}/zoom",
    undoable=False,
)
def set_zoom(work: Work, args: SetZoom) -> None:
    """Zoom a board out to one line a card, or in again, for oneself."""
    _set(work, args.board_id, zoom=args.zoom)


@verb(
    "pref.open_board",
    Me(),
    On("board", "board_id", "read"),
    rest="PUT /me/boards/{board_id}/opened",
    undoable=False,
)
def open_board(work: Work, args: Opened) -> None:
    """Remember when one last opened a board, for *recent*."""
    _set(work, args.board_id, opened_at=work.now)


@verb(
    "pref.hide_column",
    Me(),
    At("columns", "column_id", "read"),
    rest="PUT /me/columns/{column_id}/hidden",
    undoable=False,
)
def hide_column(work: Work, args: HideColumn) -> None:
    """Collapse a column to a strip for oneself, or open it again."""
    board_id = work.must("columns", args.column_id)["board_id"]
    hidden = set(_pref(work, board_id)["hidden_column_ids"])
    hidden = hidden | {args.column_id} if args.hidden else hidden - {args.column_id}
    _set(work, board_id, hidden_column_ids=sorted(hidden))


def _pref(work: Work, board_id: str) -> dict[str, Any]:
    row_id = f"{work.actor}.{board_id}"
    row: dict[str, Any] = {"id": row_id, "person_id": work.actor, "board_id": board_id, "favourite": False}
    return work.row("board_prefs", row_id) or row | {
        "zoom": "cards",
        "hidden_column_ids": [],
        "opened_at": None,
    }


def _set(work: Work, board_id: str, **fields: Any) -> None:
    row = _pref(work, board_id)
    if work.row("board_prefs", row["id"]):
        work.patch("board_prefs", row["id"], **fields)
    else:
        work.put("board_prefs", row | fields)


@set_favourite.needs
@set_zoom.needs
@open_board.needs
def needs(work: Work, args: SetFavourite | SetZoom | Opened):  # type: ignore[no-untyped-def]
    yield Row("board_prefs", f"{work.actor}.{args.board_id}")


@hide_column.needs
def hide_needs(work: Work, args: HideColumn):  # type: ignore[no-untyped-def]
    column = work.peek("columns", args.column_id)
    if column:
        yield Row("board_prefs", f"{work.actor}.{column['board_id']}")
