"""What other rooms may ask of this one while a command runs."""

from collections.abc import Iterable
from typing import Any

from tafla.sync.needs import Need, Row, Rows
from tafla.sync.work import Work


def member_id(board_id: str, person_id: str) -> str:
    """The id of a person's place on a board."""
    return f"{board_id}.{person_id}"


def member_need(board_id: str, person_id: str) -> Need:
    """What `is_assignable` must see."""
    return Row("members", member_id(board_id, person_id))


def is_assignable(work: Work, board_id: str, person_id: str) -> bool:
    """Whether cards of this board may be given to this person: board admins and team members only."""
    row = work.row("members", member_id(board_id, person_id))
    return row is not None and row["role"] != "visitor"


def team_of(board_id: str) -> Rows:
    """Everybody on a board."""
    return Rows("members", "board_id", board_id, 5_000)


def assignable_team(work: Work, board_id: str) -> set[str]:
    """The people to whom cards of this board may be given; needs `team_of`."""
    return {row["person_id"] for row in work.rows(team_of(board_id)) if row["role"] != "visitor"}


def may_manage(work: Work, board_id: str) -> bool:
    """Whether the acting person manages this board: its admins, the account's owner and its admins."""
    account_id = work.must("board_privacy", board_id)["account_id"]
    owner = work.must("accounts", account_id)["owner_id"] == work.actor
    mine = work.row("members", member_id(board_id, work.actor))
    admin = work.row("account_admins", f"{account_id}.{work.actor}")
    return owner or admin is not None or (mine is not None and mine["role"] == "admin")


def manage_needs(work: Work, board_id: str) -> Iterable[Need]:
    """What `may_manage` must see."""
    yield Row("members", member_id(board_id, work.actor))
    yield Row("board_privacy", board_id)
    privacy = work.peek("board_privacy", board_id)
    if privacy:
        yield Row("accounts", privacy["account_id"])
        yield Row("account_admins", f"{privacy['account_id']}.{work.actor}")


def open_board(work: Work, *, board_id: str, account_id: str, privacy: str) -> None:
    """Give a new board its privacy and its first admin, who is the acting person."""
    row: dict[str, Any] = {"id": board_id, "account_id": account_id, "privacy": privacy, "state": "open"}
    row |= {"state_at": None, "state_by": None, "visitors_chat": False, "link_chat": False}
    work.put("board_privacy", row | {"link_files": False, "team_arranges": False}, derived=True)
    join_board(work, board_id=board_id, account_id=account_id, person_id=work.actor, role="admin")


def join_board(work: Work, *, board_id: str, account_id: str, person_id: str, role: str) -> None:
    """Put a person on a board."""
    row: dict[str, Any] = {"id": member_id(board_id, person_id), "board_id": board_id, "person_id": person_id}
    work.put("members", {**row, "role": role, "joined_at": work.now}, derived=True)
    work.access_changed(f"board:{board_id}")
    work.access_changed(f"account:{account_id}")


def runs_account_needs(work: Work, account_id: str) -> Iterable[Need]:
    """What `runs_account` must see."""
    yield Row("accounts", account_id)
    yield Row("account_admins", f"{account_id}.{work.actor}")


def runs_account(work: Work, account_id: str) -> bool:
    """Whether the acting person owns an account or is an admin of it."""
    is_admin = work.row("account_admins", f"{account_id}.{work.actor}") is not None
    return is_admin or work.must("accounts", account_id)["owner_id"] == work.actor
