"""Remember how far one has read a chat."""

from typing import Annotated

from pydantic import Field

from tafla.chat.rules import subject_of
from tafla.core.fields import Id
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, At, Me, On, verb
from tafla.sync.work import Work


class SeeTalk(Args):
    """Exactly one of card_id and board_id says whose chat it is. until: the time of the last message read."""

    until: Annotated[int, Field(ge=0)]
    card_id: Id | None = None
    board_id: Id | None = None


@verb(
    "chat.seen",
    Me(),
    At("cards", "card_id", "read_chat"),
    On("board", "board_id", "read_chat"),
    rest="PUT /me/talks",
    undoable=False,
)
def see_talk(work: Work, args: SeeTalk) -> None:
    """Remember that one has read a chat up to a message; never less than before."""
    subject_id = subject_of(args.card_id, args.board_id)
    talk = work.row("talks", subject_id)
    if talk is None:
        return
    row_id = f"{work.actor}.{subject_id}"
    known = work.row("talk_seen", row_id)
    # What is not yet said cannot have been read.
    seen_at = min(args.until, talk["last_at"])
    if known is None:
        row = {"id": row_id, "person_id": work.actor, "subject_id": subject_id, "board_id": talk["board_id"]}
        work.put("talk_seen", row | {"seen_at": seen_at})
    elif seen_at > known["seen_at"]:
        work.patch("talk_seen", row_id, seen_at=seen_at, board_id=talk["board_id"])


@see_talk.needs
def needs(work: Work, args: SeeTalk):  # type: ignore[no-untyped-def]
    subject_id = args.card_id or args.board_id
    if subject_id:
        yield Row("talks", subject_id)
        yield Row("talk_seen", f"{work.actor}.{subject_id}")
