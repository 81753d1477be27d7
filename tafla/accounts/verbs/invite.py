"""Invite people to a board by e-mail address."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from tafla.accounts import acts
from tafla.accounts.mailing import count_mail, mail_needs
from tafla.core.addresses import LONGEST, is_address
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import clean_line
from tafla.sync.needs import Fact, Row, Rows
from tafla.sync.verbs import Args, Me, On, verb
from tafla.sync.work import Work

VALID_FOR_MS = 14 * 86_400_000
Role = Literal["admin", "member", "visitor"]


def _address(text: str) -> str:
    """The address in the spelling people are known by, under the rules of signing up: one that no mail can be
    made for would stop the mails behind it.
    """
    address = clean_line(text).lower()
    if not is_address(address):
        raise PydanticCustomError("bad_address", "not an e-mail address", {"address": address[:LONGEST]})
    return address


Address = Annotated[str, AfterValidator(_address)]


class Guest(Args):
    invitation_id: Id
    email: Address


class Invite(Args):
    board_id: Id
    role: Role
    people: Annotated[list[Guest], Field(min_length=1, max_length=100)]


@verb(
    "member.invite",
    Me(),
    On("board", "board_id", "manage"),
    rest="POST /boards/{board_id}/invitations",
    undoable=False,
)
def invite(work: Work, args: Invite) -> None:
    """Invite addresses to a board. Known collaborators join at once; others get a mail with a link, good for
    14 days. So many a day, and none to an address that got one a moment ago.
    """
    privacy = work.must("board_privacy", args.board_id)
    pending = {row["email"]: row for row in work.rows(_pending(args))}
    for guest in args.people:
        known = work.fact(Fact("collaborator", f"{work.actor} {guest.email}"))
        if known and work.row("members", acts.member_id(args.board_id, known)):
            raise Refusal("already_member")
        if known:
            acts.join_board(
                work,
                board_id=args.board_id,
                account_id=privacy["account_id"],
                person_id=known,
                role=args.role,
            )
        elif guest.email in pending:
            count_mail(work, guest.email)
            _again(work, pending[guest.email], args.role)
        else:
            count_mail(work, guest.email)
            pending[guest.email] = _invitation(work, args, guest)
            work.put("invitations", pending[guest.email])


def _invitation(work: Work, args: Invite, guest: Guest) -> dict[str, object]:
    row: dict[str, object] = {"id": guest.invitation_id, "board_id": args.board_id, "email": guest.email}
    row |= {"role": args.role, "invited_by": work.actor, "created_at": work.now}
    return row | {"expires_at": work.now + VALID_FOR_MS, "sent": 1}


def _again(work: Work, row: dict[str, object], role: str) -> None:
    sent = int(str(row["sent"])) + 1
    work.patch("invitations", str(row["id"]), role=role, sent=sent, expires_at=work.now + VALID_FOR_MS)


def _pending(args: Invite) -> Rows:
    return Rows("invitations", "board_id", args.board_id, 2_000)


@invite.needs
def needs(work: Work, args: Invite):  # type: ignore[no-untyped-def]
    yield Row("board_privacy", args.board_id)
    yield _pending(args)
    yield from mail_needs(work)
    for guest in args.people:
        yield Row("invitations", guest.invitation_id)
        fact = Fact("collaborator", f"{work.actor} {guest.email}")
        yield fact
        if work.copy.found.get(fact):
            yield Row("members", acts.member_id(args.board_id, work.fact(fact)))
