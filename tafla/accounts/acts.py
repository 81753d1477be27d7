"""What other rooms may ask of this one while a command runs."""

from typing import Any

from tafla.sync.needs import Need, Row
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
