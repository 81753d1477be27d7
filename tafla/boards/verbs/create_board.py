"""Create a board, blank or from a template."""

from typing import Literal

from tafla.accounts import acts as accounts
from tafla.boards import hooks
from tafla.boards.templates import BLANK, Template, gallery
from tafla.core import ranks
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import BoardName
from tafla.sync.needs import Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class CreateBoard(Args):
    """template: an id of the gallery; none means blank."""

    board_id: Id
    account_id: Id
    name: BoardName
    kind: Literal["task"] = "task"
    template: str | None = None


@verb("board.create", On("account", "account_id", "create_board"), rest="POST /boards", undoable=False)
def create_board(work: Work, args: CreateBoard) -> None:
    """Create a board in an account; whoever creates it becomes its first board admin."""
    template = gallery().get(args.template or BLANK.id)
    if template is None:
        raise Refusal("bad_arguments", fields=["template"])
    board: Values = {
        "id": args.board_id,
        "account_id": args.account_id,
        "name": args.name,
        "kind": args.kind,
        "description": "",
    }
    board |= {
        "wip_mode": "warn",
        "numbering": False,
        "use_tags": True,
        "created_at": work.now,
        "created_by": work.actor,
        "next_number": 1,
    }
    work.put("boards", board)
    accounts.open_board(work, board_id=args.board_id, account_id=args.account_id, privacy="account")
    columns = _add_columns(work, args.board_id, template)
    for fill in hooks.fill_board:
        fill(work, board, template, columns)


@create_board.needs
def needs(work: Work, args: CreateBoard):  # type: ignore[no-untyped-def]
    yield Row("boards", args.board_id)


def _add_columns(work: Work, board_id: str, template: Template) -> dict[str, str]:
    """Put the template's columns and the two fixed ones; returns column ids by name."""
    named = [(name, "normal") for name in template.columns] + [
        ("Completed", "completed"),
        ("Deleted", "deleted"),
    ]
    ids: dict[str, str] = {}
    for (name, kind), rank in zip(named, ranks.spread(len(named), None, None), strict=True):
        ids[name] = work.derived_id(f"column {name}")
        row: Values = {
            "id": ids[name],
            "board_id": board_id,
            "name": name,
            "kind": kind,
            "rank": rank,
            "wip_limit": None,
        }
        work.put("columns", row, derived=True)
    return ids
