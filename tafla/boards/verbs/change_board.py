"""Rename a board, describe it, set how its numbers, tags and WIP limits show."""

from typing import Literal

from tafla.core.fields import Id
from tafla.core.text import BoardName, Description
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class RenameBoard(Args):
    board_id: Id
    name: BoardName


class Describe(Args):
    board_id: Id
    description: Description


class Switch(Args):
    board_id: Id
    on: bool


class SetWipMode(Args):
    """warn: a column over its limit turns red; block: moves over the limit are refused; off: limits are not
    shown.
    """

    board_id: Id
    mode: Literal["off", "warn", "block"]


@verb("board.rename", On("board", "board_id", "manage"), rest="PUT /boards/{board_id}/name")
def rename_board(work: Work, args: RenameBoard) -> None:
    """Give a board another name."""
    work.patch("boards", args.board_id, name=args.name)


@verb("board.set_wip_mode", On("board", "board_id", "manage"), rest="PUT /boards/{board_id}/wip_mode")
def set_wip_mode(work: Work, args: SetWipMode) -> None:
    """Say what WIP limits do on a board."""
    work.patch("boards", args.board_id, wip_mode=args.mode)


@verb("board.describe", On("board", "board_id", "manage"), rest="PUT /boards/{board_id}/description")
def describe(work: Work, args: Describe) -> None:
    """Say what a board is for."""
    work.patch("boards", args.board_id, description=args.description)


@verb("board.set_numbering", On("board", "board_id", "manage"), rest="PUT /boards/{board_id}/numbering")
def set_numbering(work: Work, args: Switch) -> None:
    """Show the numbers of cards, or hide them; they are given all the same."""
    work.patch("boards", args.board_id, numbering=args.on)


@verb("board.set_use_tags", On("board", "board_id", "manage"), rest="PUT /boards/{board_id}/use_tags")
def set_use_tags(work: Work, args: Switch) -> None:
    """Show tags on a board, or hide them; cards keep theirs."""
    work.patch("boards", args.board_id, use_tags=args.on)


@rename_board.needs
@set_wip_mode.needs
@describe.needs
@set_numbering.needs
@set_use_tags.needs
def needs(work: Work, args: RenameBoard | SetWipMode | Describe | Switch):  # type: ignore[no-untyped-def]
    yield Row("boards", args.board_id)
