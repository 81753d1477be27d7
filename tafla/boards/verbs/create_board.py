"""Create a board, blank or from a template."""

from typing import Literal

from tafla.accounts import acts as accounts
from tafla.boards import hooks
from tafla.boards.templates import BLANK, Template, find_template
from tafla.core import ranks
from tafla.core.fields import Id, Zone
from tafla.core.ids import is_id
from tafla.core.refusals import Refusal
from tafla.core.text import BoardName
from tafla.sync.needs import Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class CreateBoard(Args):
    """template: an id of the gallery, or of one of the account's own; none means blank. due_zone: where the
    days of its sample cards end.
    """

    board_id: Id
    account_id: Id
    name: BoardName
    kind: Literal["task"] = "task"
    template: str | None = None
    due_zone: Zone = "UTC"


@verb("board.create", On("account", "account_id", "create_board"), rest="POST /boards", undoable=False)
def create_board(work: Work, args: CreateBoard) -> None:
    """Create a board in an account; whoever creates it becomes its first board admin."""
    template = _template(work, args)
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
    new = hooks.NewBoard(
        args.board_id,
        template,
        *_add_columns(work, args.board_id, template),
        _add_tags(work, args.board_id, template),
        args.due_zone,
    )
    for fill in hooks.fill_board:
        fill(work, new)


@create_board.needs
def needs(work: Work, args: CreateBoard):  # type: ignore[no-untyped-def]
    yield Row("boards", args.board_id)
    if args.template and is_id(args.template):
        yield Row("board_templates", args.template)


def _template(work: Work, args: CreateBoard) -> Template:
    wanted = args.template or BLANK
    if is_id(wanted):
        own = work.must("board_templates", wanted)
        if own["account_id"] != args.account_id:
            raise Refusal("not_found")
        return Template.model_validate_json(own["content"])
    template = find_template(wanted)
    if template is None:
        raise Refusal("bad_arguments", fields=["template"])
    return template


def _add_columns(work: Work, board_id: str, template: Template) -> tuple[list[str], str]:
    """Put the template's columns and the two fixed ones; the ids of the template's, and that of Completed."""
    named = [(column.name, "normal", column.wip_limit) for column in template.columns]
    named += [(template.completed_title, "completed", None), ("Deleted", "deleted", None)]
    ids = [work.derived_id(f"column {index}") for index in range(len(named))]
    places = ranks.spread(len(named), None, None)
    for column_id, (name, kind, limit), rank in zip(ids, named, places, strict=True):
        row: Values = {"id": column_id, "board_id": board_id, "name": name, "kind": kind}
        work.put("columns", row | {"rank": rank, "wip_limit": limit}, derived=True)
    return ids[:-2], ids[-2]


def _add_tags(work: Work, board_id: str, template: Template) -> dict[str, str]:
    """Put the template's tags; their ids by name."""
    ids = {tag.name: work.derived_id(f"tag {tag.name}") for tag in template.tags}
    for tag in template.tags:
        row = {"id": ids[tag.name], "board_id": board_id, "name": tag.name, "hue": tag.hue}
        work.put("tags", row, derived=True)
    return ids
