"""Everything this room declares to the engine and to the rooms below, in one import."""

from tafla.accounts import circles, extras, facts, listeners, rows
from tafla.accounts.verbs import (
    invitations,
    invite,
    members,
    open_account,
    requests,
    set_openness,
    set_privacy,
    set_state,
    transfer,
)

__all__ = [
    "circles",
    "extras",
    "facts",
    "invitations",
    "invite",
    "listeners",
    "members",
    "open_account",
    "requests",
    "rows",
    "set_openness",
    "set_privacy",
    "set_state",
    "transfer",
]
