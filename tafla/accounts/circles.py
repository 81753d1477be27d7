"""Circles: who may do what on a board, in an account, with a person's own things (product.md 1)."""

from dataclasses import dataclass

from tafla.accounts.queries import grounds_of
from tafla.sync.db import Db
from tafla.sync.gate import CIRCLES, Circle, scope_kind
from tafla.sync.moving import GROUNDS_OF

# right -> roles that have it on a board; the access matrix in tests lists the same, role by role
BOARD_RIGHTS: dict[str, frozenset[str]] = {
    "read": frozenset({"admin", "member", "visitor", "reader", "link"}),
    "read_team": frozenset({"admin", "member", "visitor", "reader"}),
    "read_desk": frozenset({"admin"}),
    "read_files": frozenset({"admin", "member", "visitor", "reader"}),
    "read_chat": frozenset({"admin", "member"}),
    "chat": frozenset({"admin", "member"}),
    "write": frozenset({"admin", "member"}),
    # Say that a card here blocks, or waits for, one elsewhere.
    "depend": frozenset({"admin", "member", "visitor", "reader"}),
    "arrange": frozenset({"admin"}),
    "manage": frozenset({"admin"}),
    "shelve": frozenset({"admin"}),
    "dispose": frozenset(),
    "ask": frozenset({"member", "visitor"}),
    "leave": frozenset({"admin", "member", "visitor"}),
    "accept": frozenset({"admin", "member", "visitor", "reader", "stranger"}),
    # Answer an offer of the board; whether there is one, the verb sees.
    "take": frozenset({"admin", "member", "visitor", "reader", "stranger"}),
}
# Rights on a board that its account's owner has alone.
OWNERS = frozenset({"dispose"})
# What a board's settings add: setting -> roles that gain the right
GRANTS: dict[str, tuple[str, frozenset[str]]] = {
    "visitors_chat": ("read_chat", frozenset({"visitor", "reader"})),
    "link_chat": ("read_chat", frozenset({"link"})),
    "link_files": ("read_files", frozenset({"link"})),
    "team_arranges": ("arrange", frozenset({"member"})),
}
# Beyond whoever has a role on the board.
_STRANGERS = frozenset({"accept", "take"})
# Rights that change nothing on the board, and so are there when it is archived. `shelve` is what its
# admins may do with a frozen board: take it out of the archive or the trash.
_QUIET = frozenset({"read", "read_team", "read_desk", "read_files", "read_chat", "shelve", "dispose", "take"})
ACCOUNT_RIGHTS: dict[str, frozenset[str]] = {
    "read": frozenset({"owner", "admin", "team"}),
    "create_board": frozenset({"owner", "admin", "team"}),
    "manage": frozenset({"owner", "admin"}),
}


@dataclass(frozen=True)
class AccountCircle:
    """Owner, account admins and account team of one account."""

    owner_id: str
    admin_ids: frozenset[str]
    team_ids: frozenset[str]
    leans_on: tuple[str, ...] = ()

    def role(self, person: str | None) -> str | None:
        """owner, admin, team or None."""
        if person == self.owner_id:
            return "owner"
        if person in self.admin_ids:
            return "admin"
        return "team" if person in self.team_ids else None

    def refuse(self, person: str | None, right: str, link: str | None = None) -> str | None:
        role = self.role(person)
        if role is None:
            return "not_found"
        return None if role in ACCOUNT_RIGHTS[right] else "not_allowed"


@dataclass(frozen=True)
class BoardCircle:
    """Everyone with a role on one board, its privacy, state and link."""

    account: AccountCircle
    roles: dict[str, str]
    privacy: str
    state: str
    link: str | None
    grants: frozenset[tuple[str, str]]
    leans_on: tuple[str, ...]

    def role(self, person: str | None, link: str | None = None) -> str:
        """admin, member, visitor, reader (privacy lets them), link, or stranger."""
        if person is not None:
            if self.account.role(person) in ("owner", "admin"):
                return "admin"
            if person in self.roles:
                return self.roles[person]
            if self.privacy != "team" and self.account.role(person):
                return "reader"
        if self.privacy == "link" and self.link and link == self.link:
            return "link"
        return "stranger"

    def refuse(self, person: str | None, right: str, link: str | None = None) -> str | None:
        role = self.role(person, link)
        if role == "stranger" and right not in _STRANGERS:
            return "not_found"
        if self.state == "trash" and role != "admin":
            return "not_found"
        if not self._has(person, role, right):
            return "not_allowed"
        if self.state == "open" or right in _QUIET:
            return None
        return "board_archived" if self.state == "archived" else "board_in_trash"

    def _has(self, person: str | None, role: str, right: str) -> bool:
        if right in OWNERS:
            return person == self.account.owner_id
        return role in BOARD_RIGHTS[right] or (right, role) in self.grants


@dataclass(frozen=True)
class PersonCircle:
    """A person's own things are theirs alone."""

    person: str
    leans_on: tuple[str, ...] = ()

    def role(self, person: str | None) -> str | None:
        """The word self, or None."""
        return "self" if person == self.person else None

    def refuse(self, person: str | None, right: str, link: str | None = None) -> str | None:
        return None if self.role(person) else "not_found"


def load_accounts(db: Db, ids: list[str]) -> dict[str, Circle]:
    """The circles of these accounts."""
    return {**_accounts(db, ids)}


def _accounts(db: Db, ids: list[str]) -> dict[str, AccountCircle]:
    asked = (db.members(ids),)
    owners = db.query(f"SELECT id, owner_id FROM accounts_account WHERE {db.within('id')}", asked)
    admins = db.query(
        f"SELECT account_id, person_id FROM accounts_accountadmin WHERE {db.within('account_id')}", asked
    )
    teams = db.query(
        "SELECT DISTINCT p.account_id, m.person_id FROM accounts_boardprivacy p JOIN "
        "accounts_member m ON m.board_id = p.id "
        f"WHERE m.role <> 'visitor' AND {db.within('p.account_id')}",
        asked,
    )
    return {
        account: AccountCircle(
            owner,
            frozenset(person for other, person in admins if other == account),
            frozenset(person for other, person in teams if other == account),
        )
        for account, owner in owners
    }


def load_boards(db: Db, ids: list[str]) -> dict[str, Circle]:
    """The circles of these boards."""
    asked = (db.members(ids),)
    settings = ", ".join(f"p.{name}" for name in GRANTS)
    boards = db.query(
        f"SELECT p.id, p.account_id, p.privacy, p.state, l.token, {settings} FROM accounts_boardprivacy p "
        f"LEFT JOIN accounts_boardlink l ON l.id = p.id WHERE {db.within('p.id')}",
        asked,
    )
    roles: dict[str, dict[str, str]] = {board[0]: {} for board in boards}
    for board, person, role in db.query(
        f"SELECT board_id, person_id, role FROM accounts_member WHERE {db.within('board_id')}", asked
    ):
        if board in roles:
            roles[board][person] = role
    accounts = _accounts(db, list({board[1] for board in boards}))
    return {
        board: BoardCircle(
            accounts[account], roles[board], privacy, state, link, _granted(on), (f"account:{account}",)
        )
        for board, account, privacy, state, link, *on in boards
    }


def _granted(on: list[bool]) -> frozenset[tuple[str, str]]:
    """(right, role) pairs that a board's settings add."""
    return frozenset(
        (right, role)
        for (right, roles), is_on in zip(GRANTS.values(), on, strict=True)
        if is_on
        for role in roles
    )


def load_persons(db: Db, ids: list[str]) -> dict[str, Circle]:
    """Circles of persons: whoever it is, only they themselves."""
    return {person: PersonCircle(person) for person in ids}


GROUNDS_OF.append(grounds_of)
CIRCLES.update(account=load_accounts, board=load_boards, person=load_persons)
scope_kind("account", ground="account", right="read")
scope_kind("board", ground="board", right="read")
scope_kind("team", ground="board", right="read_team")
scope_kind("desk", ground="board", right="read_desk")
scope_kind("person", ground="person", right="own")
