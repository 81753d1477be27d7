"""What becomes of an invitation: accepted, sent again, cancelled."""

from functools import cached_property

from tafla.accounts import acts
from tafla.accounts.mailing import count_mail, mail_needs
from tafla.accounts.verbs.invite import VALID_FOR_MS
from tafla.core.fields import Id, Token
from tafla.core.refusals import Refusal
from tafla.core.tokens import Opened, unseal
from tafla.sync.needs import Fact, Row
from tafla.sync.verbs import Args, At, Me, verb
from tafla.sync.work import Work

PURPOSE = "invitation"


class Accept(Args):
    """token: what the mailed link carries."""

    token: Token

    @cached_property
    def opened(self) -> Opened | None:
        """What stands under the token's seal, unless it is broken."""
        return unseal(PURPOSE, self.token)

    @property
    def invitation_id(self) -> str:
        """The invitation the token opens; an id that no row has when the seal is broken."""
        return self.opened.id if self.opened else "-"


@verb(
    "invitation.accept",
    At("invitations", "invitation_id", "accept"),
    rest="POST /invitations/accept",
    undoable=False,
)
def accept(work: Work, args: Accept) -> None:
    """Accept an invitation: the acting person joins the board in the role offered."""
    invitation = work.must("invitations", args.invitation_id)
    if not (args.opened and args.opened.is_for(invitation["email"])):
        raise Refusal("not_found")
    if invitation["expires_at"] <= work.now:
        raise Refusal("invitation_expired")
    if work.fact(Fact("email", work.actor)) != invitation["email"]:
        raise Refusal("invitation_other_address", email=invitation["email"])
    board_id = invitation["board_id"]
    privacy = work.must("board_privacy", board_id)
    work.remove("invitations", invitation["id"])
    if work.row("members", acts.member_id(board_id, work.actor)) is None:
        acts.join_board(
            work,
            board_id=board_id,
            account_id=privacy["account_id"],
            person_id=work.actor,
            role=invitation["role"],
        )


@accept.needs
def accept_needs(work: Work, args: Accept):  # type: ignore[no-untyped-def]
    yield Fact("email", work.actor)
    invitation = work.peek("invitations", args.invitation_id)
    if invitation:
        yield Row("board_privacy", invitation["board_id"])
        yield Row("members", acts.member_id(invitation["board_id"], work.actor))


class OneInvitation(Args):
    invitation_id: Id


@verb(
    "invitation.resend",
    Me(),
    At("invitations", "invitation_id", "manage"),
    rest="POST /invitations/{invitation_id}/resend",
    undoable=False,
)
def resend(work: Work, args: OneInvitation) -> None:
    """Send an invitation again; it is good for another 14 days."""
    row = work.must("invitations", args.invitation_id)
    count_mail(work, row["email"])
    work.patch("invitations", row["id"], sent=row["sent"] + 1, expires_at=work.now + VALID_FOR_MS)


@resend.needs
def resend_needs(work: Work, args: OneInvitation):  # type: ignore[no-untyped-def]
    yield from mail_needs(work)


@verb(
    "invitation.cancel",
    At("invitations", "invitation_id", "manage"),
    rest="DELETE /invitations/{invitation_id}",
    undoable=False,
)
def cancel(work: Work, args: OneInvitation) -> None:
    """Take an invitation back; its link opens nothing any more."""
    work.remove("invitations", args.invitation_id)
