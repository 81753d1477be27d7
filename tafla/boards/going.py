"""What this room does when a board goes to another account."""

from collections.abc import Iterable

from tafla.accounts import hooks
from tafla.sync.needs import Need, Row
from tafla.sync.work import Work


def see(_work: Work, board_id: str, _account_id: str) -> Iterable[Need]:
    """The board."""
    yield Row("boards", board_id)


def go(work: Work, board_id: str, account_id: str) -> None:
    """The board says whose it is."""
    work.patch("boards", board_id, account_id=account_id)


hooks.board_goes.append((see, go))
