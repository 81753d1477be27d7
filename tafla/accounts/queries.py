"""Reads across boards, for one person: which accounts and boards they have to do with."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from tafla.sync.db import Db

Rows = list[tuple[str, ...]]

# (db, board ids) -> board id -> name; the boards' room registers itself
board_names: list[Callable[[Db, list[str]], dict[str, str]]] = []


# Every account a person has to do with, and as what: (id, name, place in _STANDINGS).
_STANDINGS = ("team", "admin", "owner")
_ACCOUNTS = (
    "SELECT a.id, a.name, 0 AS place FROM accounts_account a JOIN accounts_boardprivacy p "
    "ON p.account_id = a.id JOIN accounts_member m ON m.board_id = p.id "
    "WHERE m.person_id = ? AND m.role <> 'visitor' "
    "UNION SELECT a.id, a.name, 1 FROM accounts_account a JOIN accounts_accountadmin m "
    "ON m.account_id = a.id WHERE m.person_id = ? "
    "UNION SELECT id, name, 2 FROM accounts_account WHERE owner_id = ? "
)


def accounts_of(db: Db, person_id: str) -> dict[str, tuple[str, str]]:
    """Account id -> (name, role): owner, admin or team."""
    return _accounts(db.query(f"{_ACCOUNTS} ORDER BY place, id", (person_id,) * 3))


def _accounts(found: list[tuple[Any, ...]]) -> dict[str, tuple[str, str]]:
    return {account: (name, _STANDINGS[place]) for account, name, place in found}


def account_of(db: Db, board_id: str) -> str:
    """The account a board belongs to; "" when there is no such board."""
    found = db.query("SELECT account_id FROM accounts_boardprivacy WHERE id = ?", (board_id,))
    return found[0][0] if found else ""


def owner_of(db: Db, board_id: str) -> str:
    """The owner of the account a board belongs to; "" when there is no such board."""
    found = db.query(
        "SELECT a.owner_id FROM accounts_account a JOIN accounts_boardprivacy p ON p.account_id = a.id "
        "WHERE p.id = ?",
        (board_id,),
    )
    return found[0][0] if found else ""


def boards_of(
    db: Db, person_id: str, accounts: dict[str, tuple[str, str]]
) -> tuple[dict[str, tuple[str, str, str, str]], dict[str, str]]:
    """Board id -> (account id, privacy, state, role) of every board the person may read; and id -> name of
    accounts that are not the person's, whose boards they visit.
    """
    mine = dict(db.query("SELECT board_id, role FROM accounts_member WHERE person_id = ?", (person_id,)))
    found = db.query(
        f"{_BOARDS.format(settings='')} WHERE {db.within('p.account_id')} OR {db.within('p.id')}",
        (db.members(accounts), db.members(mine)),
    )
    boards = _readable(found, accounts, mine)
    visited = {account: name for board, account, _, _, name in found if board in boards}
    return boards, {account: name for account, name in visited.items() if account not in accounts}


def reach_of(
    db: Db, person_id: str, settings: Sequence[str] = ()
) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str, str, str]], dict[str, set[str]]]:
    """What `accounts_of` and `boards_of` say of a person's accounts and boards, and setting -> those of all
    the boards asked about on which it is on. One query.
    """
    sql = _REACH.format(
        boards=_BOARDS.format(settings="".join(f", p.{name}" for name in settings)),
        more=", NULL" * len(settings),
    )
    found = db.query(sql, (person_id,) * 4)
    places: list[list[tuple[Any, ...]]] = [[] for _ in range(len(_STANDINGS) + 2)]
    for place, *row in found:
        places[place].append(tuple(row))
    *standings, members, of_boards = places
    accounts = _accounts([(*row[:2], place) for place, rows in enumerate(standings) for row in rows])
    on = {setting: {row[0] for row in of_boards if row[5 + at]} for at, setting in enumerate(settings)}
    return accounts, _readable(of_boards, accounts, {row[0]: row[1] for row in members}), on


def readable_boards(db: Db, person_id: str) -> dict[str, tuple[str, str, str, str]]:
    """What `boards_of` says of a person's boards, in one query."""
    return reach_of(db, person_id)[1]


_BOARDS = (
    "SELECT p.id, p.account_id, p.privacy, p.state, a.name{settings} FROM accounts_boardprivacy p "
    "JOIN accounts_account a ON a.id = p.account_id"
)
# By place: accounts by what one is there, what one is on boards, and all boards of both.
_REACH = (
    f"WITH mine AS MATERIALIZED ({_ACCOUNTS} UNION ALL "
    "SELECT board_id, role, 3 FROM accounts_member WHERE person_id = ?) "
    "SELECT place, id, name, NULL, NULL, NULL{more} FROM mine UNION ALL SELECT 4, b.* FROM ({boards} "
    "WHERE p.account_id IN (SELECT id FROM mine WHERE place < 3) "
    "OR p.id IN (SELECT id FROM mine WHERE place = 3)) AS b"
)


def _readable(
    found: Rows, accounts: dict[str, tuple[str, str]], mine: dict[str, str]
) -> dict[str, tuple[str, str, str, str]]:
    """Board -> (account, privacy, state, role) of those found that the person may read."""
    boards: dict[str, tuple[str, str, str, str]] = {}
    for board, account, privacy, state, *_ in found:
        rules = accounts.get(account, ("", ""))[1] in ("owner", "admin")
        role = (
            "admin"
            if rules
            else mine.get(board, "reader" if privacy != "team" and account in accounts else "")
        )
        if role and (state != "trash" or role == "admin"):
            boards[board] = (account, privacy, state, role)
    return boards


def grounds_of(db: Db, person_id: str) -> list[str]:
    """The accounts and boards a person has to do with."""
    accounts = accounts_of(db, person_id)
    boards, _ = boards_of(db, person_id, accounts)
    return [f"account:{one}" for one in accounts] + [f"board:{one}" for one in boards]


def people_of(db: Db, board_ids: list[str], most: int = 6) -> dict[str, list[dict[str, str]]]:
    """Board id -> the first people on it, by name."""
    found = db.query(
        "SELECT board_id, id, name FROM (SELECT m.board_id, p.id, p.name, row_number() OVER "
        "(PARTITION BY m.board_id ORDER BY m.joined_at, m.id) AS n "
        "FROM accounts_member m JOIN people_person p ON p.id = m.person_id WHERE "
        f"{db.within('m.board_id')}) AS f WHERE n <= {most} ORDER BY n",
        (db.members(board_ids),),
    )
    people: dict[str, list[dict[str, str]]] = defaultdict(list)
    for board, person, name in found:
        people[board].append({"id": person, "name": name})
    return people


def invitation(db: Db, invitation_id: str) -> tuple[str, str, int, str, str] | None:
    """(address, role, expires at, name of the board, name of who invited) of an invitation still waiting."""
    found = db.query(
        "SELECT i.email, i.role, i.expires_at, i.board_id, p.name FROM accounts_invitation i "
        "JOIN accounts_boardprivacy b ON b.id = i.board_id "
        "LEFT JOIN people_person p ON p.id = i.invited_by WHERE i.id = ? AND b.state = 'open'",
        (invitation_id,),
    )
    if not found:
        return None
    email, role, expires_at, board_id, invited_by = found[0]
    names = {board: name for ask in board_names for board, name in ask(db, [board_id]).items()}
    return email, role, expires_at, names.get(board_id, ""), invited_by or ""


def offers_to(db: Db, person_id: str) -> list[tuple[str, str]]:
    """(board id, name of who offers it) of the boards a person is offered for an account of theirs; none that
    lies in the trash.
    """
    return db.query(
        "SELECT t.board_id, coalesce(b.name, '') FROM people_person p JOIN accounts_boardtransfer t ON "
        "t.email = lower(p.email) JOIN accounts_boardprivacy s ON s.id = t.board_id AND s.state <> 'trash' "
        "LEFT JOIN people_person b ON b.id = t.by WHERE p.id = ? ORDER BY t.at",
        (person_id,),
    )
