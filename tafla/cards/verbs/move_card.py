"""Move cards: within a column, to another one, to another board."""

from collections.abc import Callable, Iterable

from tafla.accounts import acts as accounts
from tafla.boards import acts as boards
from tafla.cards import hooks
from tafla.cards.rules import check_room, completion, room_needs
from tafla.cards.undo import put_in_deleted
from tafla.cards.verbs.add_cards import take_numbers
from tafla.core.fields import Id, Ids
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row, siblings, top
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work

Carry = Callable[[Iterable[str]], list[str]]


class MoveCard(Args):
    """The cards go, in the order given, to the top of the column if asked, else after one neighbour, else
    before the other, else to the end.
    """

    card_ids: Ids
    column_id: Id
    after: Id | None = None
    before: Id | None = None
    to_top: bool = False


@verb(
    "card.move",
    At("cards", "card_ids", "write"),
    At("columns", "column_id", "write"),
    rest="POST /cards/move",
)
def move_card(work: Work, args: MoveCard) -> None:
    """Move cards to a place in a column, which may be another board's."""
    column = work.must("columns", args.column_id)
    cards = [work.must("cards", card_id) for card_id in dict.fromkeys(args.card_ids)]
    if column["kind"] == "deleted":
        for card in cards:
            if card["board_id"] != column["board_id"]:
                raise Refusal("column_elsewhere")
            if card["column_id"] != column["id"]:
                put_in_deleted(work, card, column["id"])
        return
    check_room(work, column, sum(card["column_id"] != column["id"] for card in cards))
    if args.to_top:
        places = work.places_on_top("cards", args.column_id, len(cards))
    else:
        places = work.places_between("cards", args.column_id, args.after, args.before, len(cards))
    is_crossing = any(card["board_id"] != column["board_id"] for card in cards)
    carry = boards.tag_carrier(work, column["board_id"]) if is_crossing else None
    for card, rank in zip(cards, places, strict=True):
        _place(work, card, column, rank, carry)


def _place(work: Work, card: Values, column: Values, rank: str, carry: Carry | None) -> None:
    """Put one card where it was told; out of Deleted it is alive again, and on another board it takes that
    board's number.
    """
    facts: Values = {"column_id": column["id"], "rank": rank} | completion(work, card, column)
    if card["deleted_at"] is not None:
        facts |= {"deleted_at": None, "deleted_by": None, "deleted_from": None}
    if carry and card["board_id"] != column["board_id"]:
        facts |= _cross(work, card, column["board_id"]) | {"tag_ids": carry(card["tag_ids"])}
    work.patch("cards", card["id"], **facts)


def _cross(work: Work, card: Values, board_id: str) -> Values:
    """What changes on a card that goes to another board, beside its tags, which come along by name: its
    number, and the people who are not there.
    """
    staying = [person for person in card["assignee_ids"] if accounts.is_assignable(work, board_id, person)]
    number = take_numbers(work, board_id, 1)
    # What hangs on the card travels with it, and its readers are others from now on (S21).
    work.access_changed(f"card:{card['id']}")
    for _, move in hooks.card_moves:
        move(work, card, board_id)
    return {"board_id": board_id, "number": number, "assignee_ids": staying}


@move_card.needs
def needs(work: Work, args: MoveCard):  # type: ignore[no-untyped-def]
    yield from room_needs(work, args.column_id)
    if args.to_top:
        yield from top(work, "cards", args.column_id)
    else:
        yield from siblings(work, "cards", args.column_id, "column_id", args.after, args.before)
    column = work.peek("columns", args.column_id)
    for card_id in args.card_ids:
        card = work.peek("cards", card_id)
        if column and card and card["board_id"] != column["board_id"]:
            yield Row("boards", column["board_id"])
            yield from _cross_needs(work, card, column["board_id"])


def _cross_needs(work: Work, card: Values, board_id: str) -> Iterable[Need]:
    for person in card["assignee_ids"]:
        yield accounts.member_need(board_id, person)
    yield from boards.carry_needs(card["tag_ids"], board_id)
    for see, _ in hooks.card_moves:
        yield from see(work, card, board_id)
