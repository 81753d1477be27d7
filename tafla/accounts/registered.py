"""Everything this room declares to the engine, in one import."""

from tafla.accounts import circles, facts, rows
from tafla.accounts.verbs import invitations, invite, members, open_account, set_privacy

__all__ = ["circles", "facts", "invitations", "invite", "members", "open_account", "rows", "set_privacy"]
