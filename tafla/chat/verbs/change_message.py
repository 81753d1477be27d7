"""Edit one's message, delete it, react to one."""

from collections.abc import Iterable

from tafla.accounts import acts as accounts
from tafla.chat.emoji import Emoji, emoji_key
from tafla.chat.mentions import mention_needs, mentioned
from tafla.chat.rules import message_needs, open_message
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import MessageText
from tafla.sync.needs import Need, Row, Rows
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class EditMessage(Args):
    message_id: Id
    text: MessageText


class OneMessage(Args):
    message_id: Id


class React(Args):
    message_id: Id
    emoji: Emoji
    on: bool


# Of one person on one message: whoever opens a chat gets all reactions to its newest messages.
MOST_REACTIONS = 20

_CHAT = At("messages", "message_id", "chat")


@verb("chat.edit", _CHAT, rest="PUT /messages/{message_id}/text", undoable=False)
def edit_message(work: Work, args: EditMessage) -> None:
    """Change the words of one's own message; it is marked as edited."""
    message, talk = open_message(work, args.message_id)
    if message["by"] != work.actor:
        raise Refusal("message_not_yours")
    if message["text"] != args.text:
        whom = mentioned(work, args.text, talk["board_id"])
        work.patch("messages", args.message_id, text=args.text, edited_at=work.now, **whom)


@verb("chat.delete", _CHAT, rest="DELETE /messages/{message_id}", undoable=False)
def delete_message(work: Work, args: OneMessage) -> None:
    """Delete one's message, or as a board admin anyone's. Its words are gone for ever, its place stays."""
    if work.must("messages", args.message_id)["deleted_at"] is not None:
        return
    message, talk = open_message(work, args.message_id)
    if message["by"] != work.actor and not accounts.may_manage(work, talk["board_id"]):
        raise Refusal("message_not_yours")
    empty: dict[str, object] = {"text": "", "edited_at": None, "mention_ids": [], "everyone": False}
    work.patch("messages", args.message_id, deleted_at=work.now, **empty)
    work.forget("messages", args.message_id, message["subject_id"])
    work.patch("talks", talk["id"], count=talk["count"] - 1)


@verb("chat.react", _CHAT, rest="PUT /messages/{message_id}/reactions", undoable=False)
def react(work: Work, args: React) -> None:
    """Put an emoji on a message, or take one's own off it."""
    message, _ = open_message(work, args.message_id)
    row_id = _reaction_id(work, args)
    stands = work.row("reactions", row_id) is not None
    if args.on and not stands:
        if sum(row["person_id"] == work.actor for row in work.rows(_reactions(args))) >= MOST_REACTIONS:
            raise Refusal("too_many", limit=MOST_REACTIONS)
        row = {"id": row_id, "message_id": args.message_id, "subject_id": message["subject_id"]}
        work.put("reactions", row | {"person_id": work.actor, "emoji": args.emoji})
    elif stands and not args.on:
        work.remove("reactions", row_id)


def _reactions(args: React) -> Rows:
    return Rows("reactions", "message_id", args.message_id, 5_000)


def _reaction_id(work: Work, args: React) -> str:
    return f"{args.message_id}.{work.actor}.{emoji_key(args.emoji)}"


@edit_message.needs
def edit_needs(work: Work, args: EditMessage) -> Iterable[Need]:
    """The message's talk, and who of the people mentioned is on its board."""
    yield from message_needs(work, args.message_id)
    board_id = _board_of(work, args.message_id)
    if board_id:
        yield from mention_needs(args.text, board_id)


@delete_message.needs
def delete_needs(work: Work, args: OneMessage) -> Iterable[Need]:
    """The message's talk, and whether the person is an admin there."""
    yield from message_needs(work, args.message_id)
    board_id = _board_of(work, args.message_id)
    if board_id:
        yield from accounts.manage_needs(work, board_id)


@react.needs
def react_needs(work: Work, args: React) -> Iterable[Need]:
    """The message's talk, and whether this emoji of the person is on it."""
    yield from message_needs(work, args.message_id)
    yield Row("reactions", _reaction_id(work, args))
    yield _reactions(args)


def _board_of(work: Work, message_id: str) -> str | None:
    message = work.peek("messages", message_id)
    talk = work.peek("talks", message["subject_id"]) if message else None
    return talk["board_id"] if talk else None
