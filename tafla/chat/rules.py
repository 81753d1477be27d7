"""What several chat verbs share: whose chat it is, and whether it is open."""

from collections.abc import Iterable

from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row
from tafla.sync.tables import Row as Values
from tafla.sync.work import Work


def subject_of(card_id: str | None, board_id: str | None) -> str:
    """The card or the board whose chat is meant. Exactly one is to be named."""
    if (card_id is None) == (board_id is None):
        raise Refusal("bad_arguments", fields=["card_id", "board_id"])
    return card_id or board_id or ""


def check_card_open(work: Work, card_id: str | None) -> None:
    """Refuse to change the chat of a card in Deleted. A completed card's chat stays open."""
    card = work.must("cards", card_id) if card_id else None
    if card and work.must("columns", card["column_id"])["kind"] == "deleted":
        raise Refusal("card_deleted")


def card_needs(work: Work, card_id: str | None) -> Iterable[Need]:
    """What `check_card_open` must see."""
    if card_id:
        yield Row("cards", card_id)
        card = work.peek("cards", card_id)
        if card:
            yield Row("columns", card["column_id"])


def open_message(work: Work, message_id: str) -> tuple[Values, Values]:
    """A message and its talk. Refused where it is deleted, or its chat is frozen."""
    message = work.must("messages", message_id)
    talk = work.must("talks", message["subject_id"])
    check_card_open(work, talk["card_id"])
    if message["deleted_at"] is not None:
        raise Refusal("message_deleted")
    return message, talk


def message_needs(work: Work, message_id: str) -> Iterable[Need]:
    """What `open_message` must see."""
    message = work.peek("messages", message_id)
    if message:
        yield Row("talks", message["subject_id"])
        talk = work.peek("talks", message["subject_id"])
        if talk:
            yield from card_needs(work, talk["card_id"])
