"""Copy cards of a board onto a copy of it (`board.copy_frame`), to the same places."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from tafla.boards.acts import copied_id
from tafla.cards import hooks
from tafla.cards.depending import dependencies_of, tie
from tafla.cards.undo import keep_version
from tafla.cards.verbs.add_cards import take_numbers
from tafla.cards.weighing import weight, weight_needs
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row, Rows, spot
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work

MOST_CARDS = 100
# S23; one card goes whole, whatever hangs on it.
MOST_ROWS = 500
_DATES = ("due_on", "due_time", "due_zone", "due_at")


class CopyCards(Args):
    """card_ids: cards of one board; new_board_id: the copy of that board. with_dates: due and start too."""

    card_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_CARDS)]
    new_board_id: Id
    with_dates: bool = False


@verb(
    "board.copy_cards",
    At("cards", "card_ids", "read"),
    On("board", "new_board_id", "write"),
    rest="POST /boards/{new_board_id}/copied_cards",
    undoable=False,
)
def copy_cards(work: Work, args: CopyCards) -> None:
    """Copy cards with details, checklist, attachments, and what ties them to each other and to cards that are
    copied already; without people, chat and history.
    """
    if not _is_bounded(work, args):
        raise Refusal("too_many", limit=MOST_ROWS)
    number = take_numbers(work, args.new_board_id, len(args.card_ids))
    for at, card_id in enumerate(args.card_ids):
        card = work.must("cards", card_id)
        column = work.row("columns", copied_id(args.new_board_id, card["column_id"]))
        if column is None or column["kind"] == "deleted":
            raise Refusal("column_elsewhere")
        _copy(work, args, card, number + at)


def _is_bounded(work: Work, args: CopyCards) -> bool:
    """Whether the cards' checklists, dependencies and attachments are few enough to be read while the writer
    waits.
    """
    cards = filter(None, (work.peek("cards", card_id) for card_id in args.card_ids))
    ties = (work.copy.found.get(dependencies_of(card_id)) or () for card_id in args.card_ids)
    rows = (
        sum(1 + card["checklist_total"] for card in cards) + sum(map(len, ties)) + weight(work, args.card_ids)
    )
    return len(args.card_ids) == 1 or rows <= MOST_ROWS


def _copy(work: Work, args: CopyCards, card: Values, number: int) -> None:
    new_id, board_id = copied_id(args.new_board_id, card["id"]), args.new_board_id
    column_id = copied_id(board_id, card["column_id"])
    tags = (copied_id(board_id, tag_id) for tag_id in card["tag_ids"])
    row = {**card, "id": new_id, "board_id": board_id, "column_id": column_id, "number": number}
    row |= {"rank": work.free_rank("cards", column_id, card["rank"]), "assignee_ids": []}
    row |= {"tag_ids": sorted(tag_id for tag_id in tags if work.row("tags", tag_id))}
    row |= {"created_at": work.now, "created_by": work.actor}
    if card["completed_at"] is not None:
        row |= {"completed_at": work.now, "completed_by": work.actor}
    if not args.with_dates:
        row |= dict.fromkeys((*_DATES, "start_on", "checklist_due_at"))
    work.put("cards", row)
    text = work.row("card_texts", card["id"])
    if text and text["details"]:
        work.put("card_texts", {"id": new_id, "details": text["details"], "version": 1}, derived=True)
        keep_version(work, work.must("card_texts", new_id))
    for item in work.rows(_items(card["id"])):
        _copy_item(work, args, item, new_id)
    _tie(work, card, row)
    for _, copy in hooks.card_copied:
        copy(work, card, row)


def _tie(work: Work, card: Values, new: Values) -> None:
    """What one card is to another that has been copied; whichever comes second ties the two. As the board has
    no circle, its copy gets none.
    """
    for row in work.rows(dependencies_of(card["id"])):
        other = work.row("cards", copied_id(new["board_id"], row["other_id"]))
        if other is not None and other["board_id"] == new["board_id"]:
            tie(work, new, row["kind"], other)


def _copy_item(work: Work, args: CopyCards, item: Values, card_id: str) -> None:
    row = {**item, "id": copied_id(args.new_board_id, item["id"]), "card_id": card_id, "assignee_ids": []}
    row |= {"created_at": work.now, "created_by": work.actor}
    if not args.with_dates:
        row |= dict.fromkeys(_DATES)
    work.put("checklist_items", row)


def _items(card_id: str) -> Rows:
    return Rows("checklist_items", "card_id", card_id)


@copy_cards.needs
def needs(work: Work, args: CopyCards) -> Iterable[Need]:
    """Each card with what hangs on it, and where it goes."""
    yield Row("boards", args.new_board_id)
    yield from weight_needs(args.card_ids)
    for card_id in args.card_ids if _is_bounded(work, args) else ():
        yield Row("cards", copied_id(args.new_board_id, card_id))
        card = work.peek("cards", card_id)
        if card:
            yield from _card_needs(work, args, card)


def _card_needs(work: Work, args: CopyCards, card: Values) -> Iterable[Need]:
    yield Row("card_texts", card["id"])
    yield _items(card["id"])
    yield dependencies_of(card["id"])
    yield from _tie_needs(work, args, card["id"])
    for item_id in work.copy.found.get(_items(card["id"])) or ():
        yield Row("checklist_items", copied_id(args.new_board_id, item_id))
    column_id = copied_id(args.new_board_id, card["column_id"])
    yield Row("columns", column_id)
    yield from spot(work, "cards", column_id, card["rank"])
    for tag_id in card["tag_ids"]:
        yield Row("tags", copied_id(args.new_board_id, tag_id))
    for see, _ in hooks.card_copied:
        yield from see(work, card)


def _tie_needs(work: Work, args: CopyCards, card_id: str) -> Iterable[Need]:
    new_id = copied_id(args.new_board_id, card_id)
    for row_id in work.copy.found.get(dependencies_of(card_id)) or ():
        other_id = copied_id(args.new_board_id, row_id.split(".")[1])
        yield Row("cards", other_id)
        yield Row("dependencies", f"{new_id}.{other_id}")
        yield Row("dependencies", f"{other_id}.{new_id}")
