"""Add, rename, move, limit and delete columns. The two fixed ones stay where they are, at the end."""

from typing import Annotated

from pydantic import Field

from tafla.boards import hooks
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import Name
from tafla.sync.needs import Count, Row, Rows, siblings
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work

MOST_COLUMNS = 200


class AddColumn(Args):
    """after, before: neighbours at the new place; without them the column goes before Completed."""

    column_id: Id
    board_id: Id
    name: Name
    after: Id | None = None
    before: Id | None = None


class RenameColumn(Args):
    column_id: Id
    name: Name


class MoveColumn(Args):
    column_id: Id
    after: Id | None = None
    before: Id | None = None


class SetWipLimit(Args):
    column_id: Id
    limit: Annotated[int, Field(ge=1, le=10_000)] | None


class DeleteColumn(Args):
    """move_cards_to: where the column's cards go; needed when it has any."""

    column_id: Id
    move_cards_to: Id | None = None


@verb("column.add", On("board", "board_id", "arrange"), rest="POST /boards/{board_id}/columns")
def add_column(work: Work, args: AddColumn) -> None:
    """Add a column to a board."""
    columns = work.rows(_all(args.board_id))
    if len(columns) >= MOST_COLUMNS:
        raise Refusal("too_many", limit=MOST_COLUMNS)
    rank = _rank(work, args.board_id, args.after, args.before)
    row: Values = {"id": args.column_id, "board_id": args.board_id, "name": args.name, "kind": "normal"}
    work.put("columns", row | {"rank": rank, "wip_limit": None})


@verb("column.rename", At("columns", "column_id", "arrange"), rest="PUT /columns/{column_id}/name")
def rename_column(work: Work, args: RenameColumn) -> None:
    """Give a column another name. Completed may be called otherwise, Deleted may not."""
    if work.must("columns", args.column_id)["kind"] == "deleted":
        raise Refusal("column_fixed")
    work.patch("columns", args.column_id, name=args.name)


@verb("column.move", At("columns", "column_id", "arrange"), rest="PUT /columns/{column_id}/place")
def move_column(work: Work, args: MoveColumn) -> None:
    """Move a column between two others of its board."""
    column = _normal(work, args.column_id)
    work.patch("columns", args.column_id, rank=_rank(work, column["board_id"], args.after, args.before))


@verb("column.set_wip_limit", At("columns", "column_id", "manage"), rest="PUT /columns/{column_id}/wip_limit")
def set_wip_limit(work: Work, args: SetWipLimit) -> None:
    """Say how many cards a column should hold, or that it has no limit."""
    _normal(work, args.column_id)
    work.patch("columns", args.column_id, wip_limit=args.limit)


@verb("column.delete", At("columns", "column_id", "arrange"), rest="DELETE /columns/{column_id}")
def delete_column(work: Work, args: DeleteColumn) -> None:
    """Delete a column; its cards go to the column named, and none may be left behind."""
    column = _normal(work, args.column_id)
    if args.move_cards_to:
        target = work.row("columns", args.move_cards_to)
        if target is None or target["board_id"] != column["board_id"] or target["id"] == column["id"]:
            raise Refusal("column_elsewhere")
    for _, empty in hooks.empty_column:
        empty(work, args.column_id, args.move_cards_to)
    left = work.count(Count("cards", "column_id", args.column_id))
    if left:
        raise Refusal("column_not_empty", count=left)
    work.remove("columns", args.column_id)


def _normal(work: Work, column_id: str) -> Values:
    column = work.must("columns", column_id)
    if column["kind"] != "normal":
        raise Refusal("column_fixed")
    return column


def _rank(work: Work, board_id: str, after: str | None, before: str | None) -> str:
    """A place before Completed, wherever the neighbours asked for stand."""
    columns = work.rows(_all(board_id))
    completed = next((row for row in columns if row["kind"] == "completed"), None)
    anchor = work.peek("columns", after) if after else None
    if anchor and anchor["board_id"] == board_id and anchor["kind"] == "normal":
        return work.places_between("columns", board_id, after, None)[0]
    target = work.peek("columns", before) if before else None
    if target and target["board_id"] == board_id and target["kind"] == "normal":
        return work.places_between("columns", board_id, None, before)[0]
    return work.places_between("columns", board_id, None, completed["id"] if completed else None)[0]


def _all(board_id: str) -> Rows:
    return Rows("columns", "board_id", board_id)


@add_column.needs
def add_needs(work: Work, args: AddColumn):  # type: ignore[no-untyped-def]
    yield Row("columns", args.column_id)
    yield _all(args.board_id)
    yield from siblings(work, "columns", args.board_id, "board_id", args.after, args.before)


@move_column.needs
def move_needs(work: Work, args: MoveColumn):  # type: ignore[no-untyped-def]
    column = work.peek("columns", args.column_id)
    if column:
        yield _all(column["board_id"])
        yield from siblings(work, "columns", column["board_id"], "board_id", args.after, args.before)


@delete_column.needs
def delete_needs(work: Work, args: DeleteColumn):  # type: ignore[no-untyped-def]
    yield Count("cards", "column_id", args.column_id)
    if args.move_cards_to:
        yield Row("columns", args.move_cards_to)
    for see, _ in hooks.empty_column:
        yield from see(work, args.column_id, args.move_cards_to)
