"""What undoing does to cards beyond putting fields back (S13)."""

from collections.abc import Iterable

from tafla.accounts import acts as accounts
from tafla.cards import hooks
from tafla.cards.rules import (
    check_editable,
    check_not_over,
    column_of_kind,
    columns_of,
    editable_needs,
    room_needs,
)
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work

_LOOSE = {"tag_ids": None, "rank": None}


def card_undo_needs(work: Work, row: Values) -> Iterable[Need]:
    """The card's column and its room, its board's columns, and whether the people and tags that it gets back
    are there. What it has now is not asked for again: an undo may be of five hundred cards. Only to another
    board it may come with people and tags that it was given since it left.
    """
    yield Row("columns", row["column_id"])
    yield columns_of(row["board_id"])
    yield from room_needs(work, row["column_id"])
    stood = work.peek("cards", row["id"])
    known = _at_home(stood, row)
    come = stood if stood and not known else {"assignee_ids": [], "tag_ids": []}
    for person_id in [*row["assignee_ids"], *come["assignee_ids"]]:
        if not known or person_id not in known["assignee_ids"]:
            yield accounts.member_need(row["board_id"], person_id)
    for tag_id in [*row["tag_ids"], *come["tag_ids"]]:
        if not known or tag_id not in known["tag_ids"]:
            yield Row("tags", tag_id)
    for see, _ in () if known else hooks.card_moves:
        yield from see(work, row, row["board_id"])


def _at_home(stood: Values | None, row: Values) -> Values | None:
    """The card as it stands, unless it is to go to another board."""
    return stood if stood and stood["board_id"] == row["board_id"] else None


def undo_add_card(work: Work, row: Values) -> None:
    """An added card goes to Deleted, so that what others wrote on it meanwhile is not lost."""
    deleted = column_of_kind(work, row["board_id"], "deleted")
    if row["column_id"] != deleted["id"]:
        put_in_deleted(work, row, deleted["id"])


def put_in_deleted(work: Work, row: Values, column_id: str) -> None:
    """Move a card to Deleted; it keeps its rank, which is its way back."""
    work.patch(
        "cards",
        row["id"],
        column_id=column_id,
        deleted_at=work.now,
        deleted_by=work.actor,
        deleted_from=row["column_id"],
    )


def check_undo_card(work: Work, row: Values) -> None:
    """A card goes back only into a column that is there and takes it, keeps only people and tags that are
    still on the board, and is not changed where it is frozen.
    """
    column = work.row("columns", row["column_id"])
    if column is None:
        raise Refusal("undo_gone")
    stood = work.before("cards", row["id"])
    if stood and stood["column_id"] == row["column_id"]:
        # Tags are taken off frozen cards too, when they are deleted or merged, and such cards are put in
        # another order; so both come back there.
        if {**stood, **_LOOSE} != {**row, **_LOOSE}:
            check_editable(work, row)
    elif stood:
        check_not_over(work, column)
    if stood and stood["board_id"] != row["board_id"]:
        # What hangs on the card travels with it, as on the way there (S21).
        work.access_changed(f"card:{row['id']}")
        for _, move in hooks.card_moves:
            move(work, stood, row["board_id"])
    known = _at_home(stood, row)
    staying = [one for one in row["assignee_ids"] if _may_have(work, known, row["board_id"], one)]
    tags = [one for one in row["tag_ids"] if _is_here(work, known, row["board_id"], one)]
    if (staying, tags) != (row["assignee_ids"], row["tag_ids"]):
        work.patch("cards", row["id"], assignee_ids=staying, tag_ids=tags)


def _may_have(work: Work, known: Values | None, board_id: str, person_id: str) -> bool:
    if known and person_id in known["assignee_ids"]:
        return True
    return accounts.is_assignable(work, board_id, person_id)


def _is_here(work: Work, known: Values | None, board_id: str, tag_id: str) -> bool:
    """Whether the board still has this tag."""
    if known and tag_id in known["tag_ids"]:
        return True
    tag = work.row("tags", tag_id)
    return tag is not None and tag["board_id"] == board_id


def undo_add_text(work: Work, row: Values) -> None:
    """The first save of details is undone by an empty one: what is saved later counts on from there (S12)."""
    if row["version"] != 1:
        raise Refusal("undo_changed")
    work.patch("card_texts", row["id"], details="")
    check_undo_text(work, row)


def check_undo_text(work: Work, row: Values) -> None:
    """Details put back are a new version: version numbers are never given twice."""
    check_editable(work, work.must("cards", row["id"]))
    stood = work.before("card_texts", row["id"])
    version = (stood["version"] if stood else 0) + 1
    work.patch("card_texts", row["id"], version=version)
    keep_version(work, work.must("card_texts", row["id"]))


def keep_version(work: Work, text: Values) -> None:
    """Keep this state of details, so that a save that started from it can be merged."""
    kept = {"id": f"{text['id']}.{text['version']}", "card_id": text["id"], "details": text["details"]}
    work.put("card_text_versions", {**kept, "at": work.now, "by": work.actor}, derived=True)


def text_undo_needs(work: Work, row: Values) -> Iterable[Need]:
    """The card, and whether it may be changed."""
    yield Row("cards", row["id"])
    yield from editable_needs(work, [row["id"]])
