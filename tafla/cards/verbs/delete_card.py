"""Delete cards, restore them, delete them for ever."""

from tafla.cards import hooks
from tafla.cards.checklist import items_of
from tafla.cards.depending import dependencies_of
from tafla.cards.rules import check_room, column_of_kind, columns_of, completion, room_needs
from tafla.cards.undo import put_in_deleted
from tafla.core.fields import Ids
from tafla.core.refusals import Refusal
from tafla.sync.needs import Fact, Row, Rows, spot
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work

# Cards, with their checklist items and what ties them to others, that one command deletes for ever (S23).
MOST_ROWS = 500
# Versions of one card's details that go with it; what is more is swept some seconds later (listeners.py).
MOST_VERSIONS = 25


class SomeCards(Args):
    card_ids: Ids


@verb("card.delete", At("cards", "card_ids", "write"), rest="POST /cards/delete")
def delete_cards(work: Work, args: SomeCards) -> None:
    """Move cards to the Deleted column of their board, from where anyone who can edit may restore them."""
    for card_id in args.card_ids:
        card = work.must("cards", card_id)
        deleted = column_of_kind(work, card["board_id"], "deleted")
        if card["column_id"] != deleted["id"]:
            put_in_deleted(work, card, deleted["id"])


@verb("card.restore", At("cards", "card_ids", "write"), rest="POST /cards/restore")
def restore_cards(work: Work, args: SomeCards) -> None:
    """Put deleted cards back where they were; where that column is gone, into the board's first."""
    for card_id in args.card_ids:
        card = work.must("cards", card_id)
        if card["deleted_at"] is None:
            raise Refusal("card_not_deleted")
        column = _home(work, card)
        check_room(work, column, 1)
        rank = work.free_rank("cards", column["id"], card["rank"])
        back = {"column_id": column["id"], "rank": rank} | completion(work, card, column)
        work.patch("cards", card_id, **back, deleted_at=None, deleted_by=None, deleted_from=None)


@verb("card.purge", At("cards", "card_ids", "manage"), rest="POST /cards/purge", undoable=False)
def purge_cards(work: Work, args: SomeCards) -> None:
    """Delete cards for ever. They must be in Deleted, and nothing brings them back."""
    if not _is_bounded(work, args):
        raise Refusal("too_many", limit=MOST_ROWS)
    for card_id in args.card_ids:
        card = work.must("cards", card_id)
        if card["deleted_at"] is None:
            raise Refusal("card_not_deleted")
        work.remove("cards", card_id)
        if work.row("card_texts", card_id):
            work.remove("card_texts", card_id)
        versions = work.rows(_versions(card_id))
        if len(versions) <= MOST_VERSIONS and len(work.changed) + len(versions) <= MOST_ROWS:
            for version in versions:
                work.remove("card_text_versions", version["id"])
        items = [item["id"] for item in work.rows(items_of(card_id))]
        for item_id in items:
            work.remove("checklist_items", item_id)
        # Also those that were taken off before.
        for item_id in {*items, *(work.fact(_once_listed(card_id)) or ())}:
            work.forget("checklist_items", item_id, card_id)
        for _, purge in hooks.card_purged:
            purge(work, card)
        work.forget("cards", card_id, card["board_id"])
        work.forget("card_texts", card_id, card_id)
        work.access_changed(f"card:{card_id}")


def _is_bounded(work: Work, args: SomeCards) -> bool:
    """Whether these cards, their checklists and both rows of each dependency are few enough to go while the
    writer waits; one card always is.
    """
    cards = filter(None, (work.peek("cards", card_id) for card_id in args.card_ids))
    ties = (work.copy.found.get(dependencies_of(card_id)) or () for card_id in args.card_ids)
    rows = sum(1 + card["checklist_total"] for card in cards) + 2 * sum(map(len, ties))
    return len(args.card_ids) == 1 or rows <= MOST_ROWS


def _home(work: Work, card: Values) -> Values:
    columns = [row for row in work.rows(columns_of(card["board_id"])) if row["kind"] != "deleted"]
    return next((row for row in columns if row["id"] == card["deleted_from"]), columns[0])


def _once_listed(card_id: str) -> Fact:
    return Fact("once_listed", card_id)


def _versions(card_id: str) -> Rows:
    return Rows("card_text_versions", "card_id", card_id, MOST_VERSIONS + 1)


@delete_cards.needs
def delete_needs(work: Work, args: SomeCards):  # type: ignore[no-untyped-def]
    for card_id in args.card_ids:
        card = work.peek("cards", card_id)
        if card:
            yield columns_of(card["board_id"])


@restore_cards.needs
def restore_needs(work: Work, args: SomeCards):  # type: ignore[no-untyped-def]
    for card_id in args.card_ids:
        card = work.peek("cards", card_id)
        if card and card["deleted_at"] is not None:
            yield columns_of(card["board_id"])
            if work.copy.found.get(columns_of(card["board_id"])):
                home = _home(work, card)["id"]
                yield from spot(work, "cards", home, card["rank"])
                yield from room_needs(work, home)


@purge_cards.needs
def purge_needs(work: Work, args: SomeCards):  # type: ignore[no-untyped-def]
    for card_id in args.card_ids:
        yield dependencies_of(card_id)
    if not _is_bounded(work, args):
        return
    for card_id in args.card_ids:
        yield Row("card_texts", card_id)
        yield _versions(card_id)
        yield items_of(card_id)
        yield _once_listed(card_id)
        card = work.peek("cards", card_id)
        for see, _ in hooks.card_purged:
            yield from see(work, card) if card else ()
