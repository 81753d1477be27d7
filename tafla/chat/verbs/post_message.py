"""Say something in a chat."""

from tafla.chat.mentions import mention_needs, mentioned
from tafla.chat.rules import card_needs, check_card_open, subject_of
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import MessageText
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, At, On, verb
from tafla.sync.work import Work


class PostMessage(Args):
    """Exactly one of card_id and board_id says whose chat it is. text: Markdown, in which
    `@[Name](person:ID)` and `@[all](person:all)` mention people. reply_to: a message of the same chat.
    """

    message_id: Id
    text: MessageText
    card_id: Id | None = None
    board_id: Id | None = None
    reply_to: Id | None = None


@verb(
    "chat.post",
    At("cards", "card_id", "chat"),
    On("board", "board_id", "chat"),
    rest="POST /messages",
    undoable=False,
)
def post_message(work: Work, args: PostMessage) -> None:
    """Say something in the chat of a card or a board."""
    subject_id = subject_of(args.card_id, args.board_id)
    check_card_open(work, args.card_id)
    if args.reply_to:
        answered = work.row("messages", args.reply_to)
        if answered is None or answered["subject_id"] != subject_id:
            raise Refusal("not_found")
    board_id = args.board_id or work.must("cards", subject_id)["board_id"]
    talk = work.row("talks", subject_id)
    # Rising whatever clocks say: the order of a talk is the order in which it was said.
    at = max(work.now, talk["last_at"] + 1) if talk else work.now
    row = {"id": args.message_id, "subject_id": subject_id, "at": at, "by": work.actor, "text": args.text}
    row |= {"reply_to": args.reply_to, "edited_at": None, "deleted_at": None}
    work.put("messages", row | mentioned(work, args.text, board_id))
    if talk:
        work.patch("talks", subject_id, count=talk["count"] + 1, last_at=at, last_by=work.actor)
    else:
        first = {"id": subject_id, "board_id": board_id, "card_id": args.card_id, "count": 1}
        work.put("talks", first | {"last_at": at, "last_by": work.actor})


@post_message.needs
def needs(work: Work, args: PostMessage):  # type: ignore[no-untyped-def]
    yield Row("messages", args.message_id)
    if args.reply_to:
        yield Row("messages", args.reply_to)
    if args.card_id or args.board_id:
        yield Row("talks", args.card_id or args.board_id or "")
    yield from card_needs(work, args.card_id)
    card = work.peek("cards", args.card_id) if args.card_id else None
    board_id = card["board_id"] if card else args.board_id
    if board_id:
        yield from mention_needs(args.text, board_id)
