"""Rights on many boards at once, for reads across boards."""

from collections.abc import Mapping

from tafla.accounts.circles import BOARD_RIGHTS, GRANTS
from tafla.sync.db import Db

# account, privacy, state, role, as `queries.boards_of` tells them
Place = tuple[str, str, str, str]


def boards_with(db: Db, boards: Mapping[str, Place], *rights: str) -> list[frozenset[str]]:
    """For each of these rights to read, those of these boards, which a person may read, on which that person
    has it too: by their role, or because the board's settings give it to such a role. One query at most.
    """
    plain = [
        {board for board, place in boards.items() if place[3] in BOARD_RIGHTS[right]} for right in rights
    ]
    asked = {
        (at, setting): [
            board for board, place in boards.items() if place[3] in roles and board not in plain[at]
        ]
        for at, right in enumerate(rights)
        for setting, (given, roles) in GRANTS.items()
        if given == right
    }
    asked = {grant: some for grant, some in asked.items() if some}
    selects = (
        f"SELECT {at}, id FROM accounts_boardprivacy WHERE {setting} AND {db.within('id')}"
        for at, setting in asked
    )
    if asked:
        for at, board in db.query(" UNION ALL ".join(selects), tuple(map(db.members, asked.values()))):
            plain[at].add(board)
    return [frozenset(some) for some in plain]
