"""What this room does when people sign up, when their sessions end, and when a board was deleted for ever."""

from typing import Any

from tafla.accounts.models import Account, Invitation
from tafla.accounts.verbs.invitations import PURPOSE
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.core.tokens import unseal
from tafla.people import hooks
from tafla.sync.access import tell_access_changed
from tafla.sync.db import current
from tafla.sync.dispatch import do
from tafla.sync.listeners import Change, listener
from tafla.sync.sweeping import sweep


@hooks.email_verified.register
def open_own_account(person: Any, request: Any) -> None:
    """Everybody owns one account, from the moment their address is known to be theirs."""
    if not Account.objects.filter(owner_id=person.id).exists():
        do(person.id, "account.open", account_id=new_id(), name=person.name or person.email)


@hooks.invited_address.register
def invited_address(token: str) -> str | None:
    """The address an invitation was mailed to, while it may still be accepted."""
    opened = unseal(PURPOSE, token)
    if opened is None:
        return None
    found = Invitation.objects.filter(id=opened.id, expires_at__gt=now_ms()).first()
    return found.email if found and opened.is_for(found.email) else None


@hooks.sessions_changed.register
def look_again(person_id: str) -> None:
    """Sockets of a person whose session ended stop within seconds (S10)."""
    tell_access_changed(f"person:{person_id}")


@listener("accounts.purged_boards", "board")
def sweep_board(change: Change) -> None:
    """Delete what is left of a board that was deleted for ever."""
    if change.verb == "board.purge":
        sweep(current(), "board", change.scope.removeprefix("board:"))
