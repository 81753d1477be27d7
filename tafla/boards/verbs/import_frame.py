"""Make a board as an export tells it: settings, columns and tags. Cards, talk and files follow (job
`board.import`).
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from tafla.accounts import acts as accounts
from tafla.boards.templates import Hue
from tafla.core import ranks
from tafla.core.fields import Id
from tafla.core.text import BoardName, Description, Name, TagName
from tafla.sync.needs import Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class ImportedColumn(Args):
    id: Id
    name: Name
    kind: Literal["normal", "completed", "deleted"]
    wip_limit: Annotated[int, Field(ge=1, le=10_000)] | None = None


class ImportedTag(Args):
    id: Id
    name: TagName
    hue: Hue


class ImportFrame(Args):
    """columns: in order, Completed and Deleted last."""

    board_id: Id
    account_id: Id
    name: BoardName
    description: Description = ""
    wip_mode: Literal["off", "warn", "block"] = "warn"
    numbering: bool = False
    use_tags: bool = True
    columns: Annotated[list[ImportedColumn], Field(min_length=2, max_length=200)]
    tags: Annotated[list[ImportedTag], Field(max_length=200)] = []

    @model_validator(mode="after")
    def _is_whole(self) -> "ImportFrame":
        if [column.kind for column in self.columns[-2:]] != ["completed", "deleted"]:
            raise ValueError("the last two columns are Completed and Deleted")
        if any(column.kind != "normal" for column in self.columns[:-2]):
            raise ValueError("Completed and Deleted are there once")
        if len({tag.name.casefold() for tag in self.tags}) != len(self.tags):
            raise ValueError("two tags have the same name")
        return self


@verb(
    "board.import_frame",
    On("account", "account_id", "create_board"),
    rest="POST /accounts/{account_id}/imported_boards",
    undoable=False,
)
def import_frame(work: Work, args: ImportFrame) -> None:
    """Make a board with these settings, columns and tags, for its maker alone."""
    kept = args.model_dump(include={"name", "description", "wip_mode", "numbering", "use_tags", "account_id"})
    made: Values = {"id": args.board_id, "kind": "task", "next_number": 1}
    work.put("boards", kept | made | {"created_at": work.now, "created_by": work.actor})
    # Nobody is invited by an import, and an account's team need not see it before its maker has.
    accounts.open_board(work, board_id=args.board_id, account_id=args.account_id, privacy="team")
    for column, rank in zip(args.columns, ranks.spread(len(args.columns), None, None), strict=True):
        work.put("columns", column.model_dump() | {"board_id": args.board_id, "rank": rank})
    for tag in args.tags:
        work.put("tags", tag.model_dump() | {"board_id": args.board_id})


@import_frame.needs
def needs(work: Work, args: ImportFrame):  # type: ignore[no-untyped-def]
    yield Row("boards", args.board_id)
    for column in args.columns:
        yield Row("columns", column.id)
    for tag in args.tags:
        yield Row("tags", tag.id)
