"""Rights on many boards at once, for reads across boards."""

from collections.abc import Mapping

from tafla.accounts.circles import BOARD_RIGHTS, GRANTS

# account, privacy, state, role, as `queries.boards_of` tells them
Place = tuple[str, str, str, str]
# What `queries.reach_of` has to tell of boards for `boards_with`.
SETTINGS = tuple(GRANTS)


def boards_with(boards: Mapping[str, Place], on: Mapping[str, set[str]], right: str) -> frozenset[str]:
    """Those of these boards, which a person may read, on which that person has another right to read too: by
    their role, or because the board's settings give it to such a role. `on`: setting -> boards.
    """
    roles = {None: BOARD_RIGHTS[right]} | {
        setting: given_to for setting, (given, given_to) in GRANTS.items() if given == right
    }
    return frozenset(
        board
        for board, (_, _, _, role) in boards.items()
        if any(role in some and (one is None or board in on[one]) for one, some in roles.items())
    )
