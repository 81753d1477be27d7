"""Rules that several card verbs share: what is frozen, what a column can take, where Deleted is."""

from collections.abc import Callable, Iterable

from tafla.core.refusals import Refusal
from tafla.sync.needs import Count, Need, Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def check_editable(work: Work, card: Values) -> None:
    """Refuse to change a card that stands in Completed or Deleted: its fields are frozen until it is moved
    out.
    """
    kind = work.must("columns", card["column_id"])["kind"]
    if kind == "completed":
        raise Refusal("card_completed")
    if kind == "deleted":
        raise Refusal("card_deleted")


def editable_needs(work: Work, card_ids: Iterable[str]) -> Iterable[Need]:
    """What `check_editable` must see."""
    for card_id in card_ids:
        card = work.peek("cards", card_id)
        if card:
            yield Row("columns", card["column_id"])


def change_each(work: Work, card_ids: Iterable[str], facts: Callable[[Values], Values]) -> None:
    """Give each card the facts that a function of its row says; refused where one of them is frozen."""
    for card_id in card_ids:
        card = work.must("cards", card_id)
        check_editable(work, card)
        work.patch("cards", card_id, **facts(card))


def check_room(work: Work, column: Values, adding: int) -> None:
    """Refuse to fill a column over its WIP limit on a board where limits block."""
    limit = column["wip_limit"]
    if not limit or not adding or work.must("boards", column["board_id"])["wip_mode"] != "block":
        return
    if work.count(Count("cards", "column_id", column["id"])) + adding > limit:
        raise Refusal("wip_limit_reached", limit=limit, column=column["name"])


def check_not_over(work: Work, column: Values) -> None:
    """The same once the cards stand there."""
    limit = column["wip_limit"]
    if not limit or work.must("boards", column["board_id"])["wip_mode"] != "block":
        return
    if work.count(Count("cards", "column_id", column["id"])) > limit:
        raise Refusal("wip_limit_reached", limit=limit, column=column["name"])


def room_needs(work: Work, column_id: str) -> Iterable[Need]:
    """What `check_room` must see."""
    column = work.peek("columns", column_id)
    if column and column["wip_limit"]:
        yield Row("boards", column["board_id"])
        yield Count("cards", "column_id", column_id)


def columns_of(board_id: str) -> Rows:
    """Every column of a board."""
    return Rows("columns", "board_id", board_id)


def column_of_kind(work: Work, board_id: str, kind: str) -> Values:
    """The first column of this kind on a board."""
    return next(row for row in work.rows(columns_of(board_id)) if row["kind"] == kind)


def completion(work: Work, card: Values, column: Values) -> Values:
    """What a card notes when it comes to this column: since when and by whom it is done, or not."""
    if column["kind"] == "completed" and card["completed_at"] is None:
        return {"completed_at": work.now, "completed_by": work.actor}
    if column["kind"] == "normal" and card["completed_at"] is not None:
        return {"completed_at": None, "completed_by": None}
    return {}
