"""The life of a board: open, in the archive, in the trash, gone."""

from typing import Literal

from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class SetState(Args):
    """open: everybody works as their role lets them; archived: all is read, nothing changes; trash: only its
    admins see it.
    """

    board_id: Id
    state: Literal["open", "archived", "trash"]


class OneBoard(Args):
    board_id: Id


@verb(
    "board.set_state",
    On("board", "board_id", "shelve"),
    rest="PUT /boards/{board_id}/state",
    undoable=False,
)
def set_state(work: Work, args: SetState) -> None:
    """Move a board to the archive or the trash, or take it out again."""
    row = work.must("board_privacy", args.board_id)
    if row["state"] == args.state:
        return
    work.patch("board_privacy", args.board_id, state=args.state, state_at=work.now, state_by=work.actor)
    work.access_changed(f"board:{args.board_id}")


@verb(
    "board.purge",
    On("board", "board_id", "dispose"),
    rest="POST /boards/{board_id}/purge",
    undoable=False,
)
def purge_board(work: Work, args: OneBoard) -> None:
    """Delete a board for ever. It must be in the trash, and only the account's owner may.

    Nobody can open anything of it from now on; its rows and their traces are swept away after it (S22).
    """
    privacy = work.must("board_privacy", args.board_id)
    if privacy["state"] != "trash":
        raise Refusal("board_not_in_trash")
    work.remove("board_privacy", args.board_id)
    work.access_changed(f"board:{args.board_id}")
    work.access_changed(f"account:{privacy['account_id']}")


@set_state.needs
@purge_board.needs
def needs(work: Work, args: SetState | OneBoard):  # type: ignore[no-untyped-def]
    yield Row("board_privacy", args.board_id)
