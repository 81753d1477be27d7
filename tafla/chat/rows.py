"""Which rows of this room reach clients, and in which scope."""

from tafla.chat.along import keep_talk
from tafla.chat.models import Message, Reaction, Talk, TalkSeen
from tafla.sync.gate import scope_kind
from tafla.sync.tables import table

WINDOW = 50

talks = table("talks", Talk, lives=("talk", "board_id"), ground=("board", "board_id"), undo_add=keep_talk)
messages = table(
    "messages",
    Message,
    lives=("chat", "subject_id"),
    ground=("talks", "subject_id"),
    window=WINDOW,
    by="at",
)
reactions = table(
    "reactions",
    Reaction,
    lives=("chat", "subject_id"),
    ground=("talks", "subject_id"),
    beside=("messages", "message_id"),
)
talk_seen = table("talk_seen", TalkSeen, lives=("person", "person_id"), ground=("person", "person_id"))
scope_kind("talk", ground="board", right="read_chat")
# A card or a board has a chat before anybody has said a word in it.
scope_kind(
    "chat",
    ground="board",
    right="read_chat",
    through=(("talks", "board_id"), ("cards", "board_id"), ("boards", "id")),
)
