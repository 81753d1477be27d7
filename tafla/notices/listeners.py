"""What this room reads in the log."""

from collections.abc import Iterator
from functools import partial

from tafla.notices.invitations import find_letter, make_mail
from tafla.notices.once import send_once
from tafla.sync.listeners import Change, listener
from tafla.sync.tables import TABLES


@listener("notices.invitations", "desk")
def mail_invitations(change: Change) -> None:
    """Mail an invitation when it is made and whenever it is sent again, unless it is gone by then."""
    for invitation_id, sent in invited(change):
        letter = find_letter(invitation_id)
        # A later one was asked for meanwhile, and its own change follows: one mail is enough.
        if letter is not None and letter.sent == sent:
            send_once(f"invitation.{letter.id}.{sent}", partial(make_mail, letter))


def invited(change: Change) -> Iterator[tuple[str, int]]:
    """(invitation, how often it was sent) for each that this change made or sent again."""
    names = TABLES["invitations"].wire_names
    for kind, table, *rest in change.patches:
        if table != "invitations":
            continue
        if kind == "+":
            row = dict(zip(names, rest[0], strict=True))
            yield row["id"], row["sent"]
        elif kind == "~" and "sent" in rest[1]:
            yield str(rest[0]), rest[1]["sent"]
