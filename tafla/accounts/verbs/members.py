"""Change a person's role on a board, or take them off it."""

from tafla.accounts import acts, hooks
from tafla.accounts.verbs.invite import Role
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Row, Rows
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work


class SetRole(Args):
    board_id: Id
    person_id: Id
    role: Role


class OneMember(Args):
    board_id: Id
    person_id: Id


@verb(
    "member.set_role",
    On("board", "board_id", "manage"),
    rest="PUT /boards/{board_id}/members/{person_id}",
    undoable=False,
)
def set_role(work: Work, args: SetRole) -> None:
    """Give a person on a board another role."""
    row = work.row("members", acts.member_id(args.board_id, args.person_id))
    if row is None:
        raise Refusal("not_member")
    work.patch("members", row["id"], role=args.role)
    if args.role == "visitor":
        _drop_work(work, args.board_id, args.person_id)
    _keep_an_admin(work, args.board_id)
    _announce(work, args.board_id)


@verb(
    "member.remove",
    On("board", "board_id", "leave"),
    rest="DELETE /boards/{board_id}/members/{person_id}",
    undoable=False,
)
def remove(work: Work, args: OneMember) -> None:
    """Take a person off a board, or leave it oneself. Assignments there are dropped, and so is what they have
    asked its admins for.
    """
    if args.person_id != work.actor and not acts.may_manage(work, args.board_id):
        raise Refusal("not_allowed", right="manage")
    row = work.row("members", acts.member_id(args.board_id, args.person_id))
    if row is None:
        raise Refusal("not_member")
    work.remove("members", row["id"])
    for request in work.rows(_requests(args.board_id)):
        if request["person_id"] == args.person_id:
            work.remove("team_requests", request["id"])
    _drop_work(work, args.board_id, args.person_id)
    _keep_an_admin(work, args.board_id)
    _announce(work, args.board_id)


def _drop_work(work: Work, board_id: str, person_id: str) -> None:
    for _, leave in hooks.person_leaves:
        leave(work, board_id, person_id)


def _keep_an_admin(work: Work, board_id: str) -> None:
    """When the last admin is gone, the account's owner becomes board admin."""
    if any(row["role"] == "admin" for row in work.rows(_members(board_id))):
        return
    account_id = work.must("board_privacy", board_id)["account_id"]
    owner_id = work.must("accounts", account_id)["owner_id"]
    member_id = acts.member_id(board_id, owner_id)
    if work.row("members", member_id):
        work.patch("members", member_id, role="admin")
    else:
        # The owner may just have left: then the row taken away comes back as an admin's.
        row = {
            "id": member_id,
            "board_id": board_id,
            "person_id": owner_id,
            "role": "admin",
            "joined_at": work.now,
        }
        work.put("members", row)


def _announce(work: Work, board_id: str) -> None:
    work.access_changed(f"board:{board_id}")
    work.access_changed(f"account:{work.must('board_privacy', board_id)['account_id']}")


def _members(board_id: str) -> Rows:
    return Rows("members", "board_id", board_id, 5_000)


def _requests(board_id: str) -> Rows:
    return Rows("team_requests", "board_id", board_id, 5_000)


@set_role.needs
def needs(work: Work, args: SetRole | OneMember):  # type: ignore[no-untyped-def]
    """Both verbs see the board's members, its account, and what the person holds there."""
    yield _members(args.board_id)
    yield Row("members", acts.member_id(args.board_id, args.person_id))
    yield from acts.manage_needs(work, args.board_id)
    privacy = work.peek("board_privacy", args.board_id)
    account = work.peek("accounts", privacy["account_id"]) if privacy else None
    if account:
        yield Row("members", acts.member_id(args.board_id, account["owner_id"]))
    for see, _ in hooks.person_leaves:
        yield from see(work, args.board_id, args.person_id)


@remove.needs
def remove_needs(work: Work, args: OneMember):  # type: ignore[no-untyped-def]
    yield _requests(args.board_id)
    yield from needs(work, args)
