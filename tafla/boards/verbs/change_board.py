"""Rename a board, describe it, set how WIP limits act."""

from typing import Literal

from tafla.core.fields import Id
from tafla.core.text import BoardName
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class RenameBoard(Args):
    board_id: Id
    name: BoardName


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


@rename_board.needs
@set_wip_mode.needs
def needs(work: Work, args: RenameBoard | SetWipMode):  # type: ignore[no-untyped-def]
    yield Row("boards", args.board_id)
