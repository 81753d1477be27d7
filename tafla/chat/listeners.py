"""What this room reads in the log: cards deleted for ever whose chats were too long for one command."""

from tafla.sync.db import current
from tafla.sync.listeners import Change, listener
from tafla.sync.sweeping import sweep_scope

_LEFT = (
    "SELECT 1 FROM chat_message m WHERE m.subject_id = ? AND NOT EXISTS "
    "(SELECT 1 FROM chat_talk t WHERE t.id = m.subject_id) LIMIT 1"
)


@listener("chat.sweep", "talk")
def sweep(change: Change) -> None:
    """Delete what is left of a chat that nobody can reach any more (S22)."""
    for kind, table, what, *_ in change.patches:
        if (kind, table) == ("-", "talks") and current().query(_LEFT, (what,)):
            sweep_scope(current(), f"chat:{what}")
