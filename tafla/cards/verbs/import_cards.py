"""Put cards on a board as an export tells them, finished and deleted ones too (job `board.import`)."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from tafla.cards.checklist import MOST_ITEMS
from tafla.cards.due import due_fields
from tafla.cards.undo import keep_version
from tafla.cards.verbs.set_facts import Priority, Status
from tafla.core.fields import Date, Id, TimeOfDay, Zone
from tafla.core.refusals import Refusal
from tafla.core.text import Details, Title
from tafla.sync.needs import Need, Row, spot
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work

MOST_CARDS = 200
# S23; one card comes whole, however long its checklist.
MOST_ROWS = 600
Instant = Annotated[int, Field(ge=0, le=2**53)]
Rank = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{0,63}[1-9A-Za-z]$")]


class Dated(Args):
    due_on: Date | None = None
    due_time: TimeOfDay | None = None
    due_zone: Zone | None = None


class ImportedItem(Dated):
    id: Id
    rank: Rank
    text: Title
    done: bool = False


class ImportedCard(Dated):
    """deleted_from: the column it stood in, for one in Deleted."""

    id: Id
    column_id: Id
    rank: Rank
    number: Annotated[int, Field(ge=1, le=10_000_000)]
    title: Title
    details: Details = ""
    status: Status = "normal"
    priority: Priority = "normal"
    start_on: Date | None = None
    tag_ids: Annotated[list[Id], Field(max_length=200)] = []
    items: Annotated[list[ImportedItem], Field(max_length=MOST_ITEMS)] = []
    created_at: Instant
    completed_at: Instant | None = None
    deleted_at: Instant | None = None
    deleted_from: Id | None = None


def _bounded(cards: list[ImportedCard]) -> list[ImportedCard]:
    if len(cards) > 1 and sum(1 + 2 * bool(card.details) + len(card.items) for card in cards) > MOST_ROWS:
        raise PydanticCustomError("too_many", "too many", {"limit": MOST_ROWS})
    return cards


class ImportCards(Args):
    """cards: by number, lowest first; each gets its own or the board's next, whichever is higher."""

    board_id: Id
    cards: Annotated[list[ImportedCard], Field(min_length=1, max_length=MOST_CARDS), AfterValidator(_bounded)]
    mode: Literal["new"] = "new"


@verb(
    "card.import",
    On("board", "board_id", "manage"),
    rest="POST /boards/{board_id}/imported_cards",
    undoable=False,
)
def import_cards(work: Work, args: ImportCards) -> None:
    """Put cards on a board with what they say and when it was; who did it then is not known here."""
    number: int = work.must("boards", args.board_id)["next_number"]
    for card in args.cards:
        number = max(number, card.number)
        _put_card(work, args.board_id, card, number)
        number += 1
    work.patch("boards", args.board_id, next_number=number)


def _put_card(work: Work, board_id: str, card: ImportedCard, number: int) -> None:
    column = work.row("columns", card.column_id)
    if column is None or column["board_id"] != board_id:
        raise Refusal("column_elsewhere")
    row = card.model_dump(
        include={"id", "column_id", "title", "status", "priority", "start_on", "created_at"}
    )
    row |= {"board_id": board_id, "number": number, "assignee_ids": [], "created_by": work.actor}
    row |= {"rank": work.free_rank("cards", card.column_id, card.rank)} | _dates(card)
    row |= {"tag_ids": sorted(tag for tag in set(card.tag_ids) if _is_tag(work, board_id, tag))}
    row |= _end(work, card, column["kind"]) | _put_items(work, card)
    work.put("cards", row)
    if card.details:
        work.put("card_texts", {"id": card.id, "details": card.details, "version": 1}, derived=True)
        keep_version(work, work.must("card_texts", card.id))


def _end(work: Work, card: ImportedCard, kind: str) -> Values:
    """Since when it is done or deleted, where it stands so."""
    row: Values = dict.fromkeys(("completed_at", "completed_by", "deleted_at", "deleted_by", "deleted_from"))
    if kind == "completed" or (kind == "deleted" and card.completed_at is not None):
        row |= {"completed_at": card.completed_at or work.now, "completed_by": work.actor}
    if kind == "deleted":
        row |= {"deleted_at": card.deleted_at or work.now, "deleted_by": work.actor}
        row |= {"deleted_from": card.deleted_from}
    return row


def _put_items(work: Work, card: ImportedCard) -> Values:
    open_due = []
    for item in card.items:
        row = item.model_dump(include={"id", "rank", "text", "done"}) | _dates(item)
        row |= {
            "card_id": card.id,
            "assignee_ids": [],
            "created_at": card.created_at,
            "created_by": work.actor,
        }
        work.put("checklist_items", row)
        if row["due_at"] is not None and not item.done:
            open_due.append(row["due_at"])
    done = sum(item.done for item in card.items)
    counts: Values = {"checklist_done": done, "checklist_total": len(card.items)}
    return counts | {"checklist_due_at": min(open_due, default=None)}


def _dates(dated: Dated) -> Values:
    return due_fields(dated.due_on, dated.due_time, dated.due_zone or "UTC")


def _is_tag(work: Work, board_id: str, tag_id: str) -> bool:
    tag = work.row("tags", tag_id)
    return tag is not None and tag["board_id"] == board_id


@import_cards.needs
def needs(work: Work, args: ImportCards) -> Iterable[Need]:
    """Where they go, and that their ids are free."""
    yield Row("boards", args.board_id)
    for card in args.cards:
        yield Row("cards", card.id)
        yield Row("columns", card.column_id)
        yield from spot(work, "cards", card.column_id, card.rank)
        for tag_id in card.tag_ids:
            yield Row("tags", tag_id)
        for item in card.items:
            yield Row("checklist_items", item.id)
