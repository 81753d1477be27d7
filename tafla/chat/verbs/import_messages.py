"""Put messages into a talk as an export tells them (job `board.import`)."""

from typing import Annotated

from pydantic import Field

from tafla.chat.rules import subject_of
from tafla.core.fields import Id
from tafla.core.text import MessageText
from tafla.sync.needs import Row
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work

Instant = Annotated[int, Field(ge=0, le=2**53)]


class ImportedMessage(Args):
    id: Id
    at: Instant
    text: MessageText | None = None
    reply_to: Id | None = None
    edited_at: Instant | None = None


class ImportMessages(Args):
    """Exactly one of card_id and board_id. messages: of one talk, oldest first; no text: a deleted one."""

    card_id: Id | None = None
    board_id: Id | None = None
    messages: Annotated[list[ImportedMessage], Field(min_length=1, max_length=200)]


@verb(
    "chat.import",
    At("cards", "card_id", "manage"),
    On("board", "board_id", "manage"),
    rest="POST /imported_messages",
    undoable=False,
)
def import_messages(work: Work, args: ImportMessages) -> None:
    """Put messages into a talk, all in the name of who imports them: a file proves nobody's words."""
    subject_id = subject_of(args.card_id, args.board_id)
    talk = work.row("talks", subject_id)
    last = talk["last_at"] if talk else -1
    count = talk["count"] if talk else 0
    for message in args.messages:
        # Where it comes from clocks may be ahead; what is still to come was not said yet.
        last = max(min(message.at, work.now), last + 1)
        _put(work, subject_id, message, last)
        count += message.text is not None
    facts = {"count": count, "last_at": last, "last_by": work.actor}
    if talk:
        work.patch("talks", subject_id, **facts)
    else:
        board_id = args.board_id or work.must("cards", subject_id)["board_id"]
        work.put("talks", {"id": subject_id, "board_id": board_id, "card_id": args.card_id} | facts)


def _put(work: Work, subject_id: str, message: ImportedMessage, at: int) -> None:
    answered = work.row("messages", message.reply_to) if message.reply_to else None
    row: Values = {"id": message.id, "subject_id": subject_id, "at": at, "by": work.actor}
    row |= {"text": message.text or "", "edited_at": message.edited_at}
    row |= {"deleted_at": None if message.text is not None else work.now}
    row |= {"reply_to": message.reply_to if answered and answered["subject_id"] == subject_id else None}
    work.put("messages", row | {"mention_ids": [], "everyone": False})


@import_messages.needs
def needs(work: Work, args: ImportMessages):  # type: ignore[no-untyped-def]
    if args.card_id or args.board_id:
        yield Row("talks", args.card_id or args.board_id or "")
    for message in args.messages:
        yield Row("messages", message.id)
        if message.reply_to:
            yield Row("messages", message.reply_to)
