"""Rights on many boards at once, for reads across boards."""

from collections.abc import Mapping

from tafla.accounts.circles import BOARD_RIGHTS, GRANTS
from tafla.sync.db import Db

# account, privacy, state, role, as `queries.boards_of` tells them
Place = tuple[str, str, str, str]


def boards_with(db: Db, boards: Mapping[str, Place], right: str) -> frozenset[str]:
    """Those of these boards, which a person may read, on which that person has another right to read too: by
    their role, or because the board's settings give it to such a role.
    """
    plain = {board for board, place in boards.items() if place[3] in BOARD_RIGHTS[right]}
    granted: set[str] = set()
    for setting, (given, roles) in GRANTS.items():
        asked = [board for board, place in boards.items() if place[3] in roles and board not in plain]
        if given == right and asked:
            sql = f"SELECT id FROM accounts_boardprivacy WHERE {setting} AND {db.within('id')}"
            granted.update(board for (board,) in db.query(sql, (db.members(asked),)))
    return frozenset(plain | granted)
