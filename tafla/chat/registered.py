"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.chat import along, listeners, rows
from tafla.chat.verbs import change_message, post_message, see_talk

__all__ = ["along", "change_message", "listeners", "post_message", "rows", "see_talk"]
