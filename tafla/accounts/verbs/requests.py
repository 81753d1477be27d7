"""What people on a board ask its admins for, and what becomes of it."""

from typing import Annotated

from pydantic import AfterValidator

from tafla.accounts import acts
from tafla.accounts.verbs.invite import Address, Guest, Invite, Role, invite
from tafla.accounts.verbs.members import SetRole, set_role
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import clean_line
from tafla.sync.needs import Row, Rows
from tafla.sync.tables import Row as Values
from tafla.sync.verbs import Args, At, Me, On, verb
from tafla.sync.work import Work

# Open requests of one person on one board.
MOST_REQUESTS = 20
LONGEST_NOTE = 500
Note = Annotated[str, AfterValidator(lambda text: clean_line(text)[:LONGEST_NOTE])]


class Ask(Args):
    """email: whom to add, in this role; none: the role that one wants oneself. note: why."""

    request_id: Id
    board_id: Id
    role: Role
    email: Address | None = None
    note: Note = ""


class AnswerRequest(Args):
    request_id: Id
    is_granted: bool


class OneRequest(Args):
    request_id: Id


@verb("request.ask", On("board", "board_id", "ask"), rest="POST /boards/{board_id}/requests", undoable=False)
def ask(work: Work, args: Ask) -> None:
    """Ask a board's admins to add somebody, or for another role. Asked again, the newer wish counts."""
    mine = [row for row in work.rows(_all(args.board_id)) if row["person_id"] == work.actor]
    before = next((row for row in mine if row["email"] == args.email), None)
    if before:
        work.remove("team_requests", before["id"])
    elif len(mine) >= MOST_REQUESTS:
        raise Refusal("too_many", limit=MOST_REQUESTS)
    row: Values = {"id": args.request_id, "board_id": args.board_id, "person_id": work.actor}
    work.put(
        "team_requests", row | {"email": args.email, "role": args.role, "note": args.note, "at": work.now}
    )


@verb(
    "request.answer",
    Me(),
    At("team_requests", "request_id", "manage"),
    rest="POST /requests/{request_id}/answer",
    undoable=False,
)
def answer(work: Work, args: AnswerRequest) -> None:
    """Grant what was asked for, or do not; any board admin may."""
    row = work.must("team_requests", args.request_id)
    work.remove("team_requests", row["id"])
    if not args.is_granted:
        return
    if row["email"]:
        invite.run(work, _invitation(work, row))
    elif work.row("members", acts.member_id(row["board_id"], row["person_id"])):
        set_role.run(work, _role(row))


@verb(
    "request.withdraw",
    At("team_requests", "request_id", "ask"),
    rest="DELETE /requests/{request_id}",
    undoable=False,
)
def withdraw(work: Work, args: OneRequest) -> None:
    """Take back what one has asked for."""
    if work.must("team_requests", args.request_id)["person_id"] != work.actor:
        raise Refusal("not_found")
    work.remove("team_requests", args.request_id)


def _invitation(work: Work, row: Values) -> Invite:
    guest = Guest(invitation_id=work.derived_id("invitation"), email=row["email"])
    return Invite(board_id=row["board_id"], role=row["role"], people=[guest])


def _role(row: Values) -> SetRole:
    return SetRole(board_id=row["board_id"], person_id=row["person_id"], role=row["role"])


def _all(board_id: str) -> Rows:
    return Rows("team_requests", "board_id", board_id, 5_000)


@ask.needs
def ask_needs(work: Work, args: Ask):  # type: ignore[no-untyped-def]
    yield Row("team_requests", args.request_id)
    yield _all(args.board_id)


@answer.needs
def answer_needs(work: Work, args: AnswerRequest):  # type: ignore[no-untyped-def]
    row = work.peek("team_requests", args.request_id)
    if row and args.is_granted:
        asked = (invite, _invitation(work, row)) if row["email"] else (set_role, _role(row))
        yield from asked[0].all_needs(work, asked[1])
