"""Copy a board's frame: settings, columns and tags. Its cards follow by `board.copy_cards`; the job
`board.copy` does both.
"""

from tafla.accounts import acts as accounts
from tafla.boards.acts import copied_id, tags_of
from tafla.core.fields import Id
from tafla.core.text import BoardName
from tafla.sync.needs import Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work

_SETTINGS = ("kind", "description", "wip_mode", "numbering", "use_tags")


class CopyFrame(Args):
    """board_id: the board that is copied; account_id: where the new one belongs."""

    board_id: Id
    new_board_id: Id
    account_id: Id
    name: BoardName


@verb(
    "board.copy_frame",
    On("account", "account_id", "create_board"),
    On("board", "board_id", "read"),
    rest="POST /boards/{board_id}/copy",
    undoable=False,
)
def copy_frame(work: Work, args: CopyFrame) -> None:
    """Make a board with the settings, columns and tags of another; one becomes its first board admin."""
    source = work.must("boards", args.board_id)
    row: Values = {name: source[name] for name in _SETTINGS} | {"id": args.new_board_id, "name": args.name}
    row |= {"account_id": args.account_id, "created_at": work.now, "created_by": work.actor, "next_number": 1}
    work.put("boards", row)
    old = work.must("board_privacy", args.board_id)
    # A link is one board's own, and another account's people are others.
    is_closed = old["privacy"] == "team" and old["account_id"] == args.account_id
    privacy = "team" if is_closed else "account"
    accounts.open_board(work, board_id=args.new_board_id, account_id=args.account_id, privacy=privacy)
    kept = {name: old[name] for name in ("visitors_chat", "team_arranges")}
    work.patch("board_privacy", args.new_board_id, **kept)
    for table, needed in (("columns", _columns(args)), ("tags", tags_of(args.board_id))):
        for one in work.rows(needed):
            row_id = copied_id(args.new_board_id, one["id"])
            work.put(table, {**one, "id": row_id, "board_id": args.new_board_id})


def _columns(args: CopyFrame) -> Rows:
    return Rows("columns", "board_id", args.board_id)


@copy_frame.needs
def needs(work: Work, args: CopyFrame):  # type: ignore[no-untyped-def]
    yield Row("boards", args.board_id)
    yield Row("boards", args.new_board_id)
    yield Row("board_privacy", args.board_id)
    for table, needed in (("columns", _columns(args)), ("tags", tags_of(args.board_id))):
        yield needed
        for row_id in work.copy.found.get(needed) or ():
            yield Row(table, copied_id(args.new_board_id, row_id))
