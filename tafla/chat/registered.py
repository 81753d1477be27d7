"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.chat import along, listeners, rows
from tafla.chat.verbs import change_message, import_messages, post_message, see_talk

__all__ = ["along", "change_message", "import_messages", "listeners", "post_message", "rows", "see_talk"]
