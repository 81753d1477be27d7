"""One small shared world, its people and two ways to act in it.

`acme` is Ana's account. On its board `plan`: Ben (board admin), Chidi (team member), Dana (visitor). On its
board `ops`: Eve (board admin) and Chidi. Faye is an account admin. Mallory has an account of her own, with
a board nobody else may see. `plan` is open by link, so Eve reads it as one of the account's team. Ids come
from names, so a failure reads the same twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from django.contrib.auth.hashers import make_password

from tafla.accounts.models import Account, AccountAdmin, BoardLink, BoardPrivacy, Invitation, Member
from tafla.boards.models import Board, Column
from tafla.cards.models import Card
from tafla.chat.models import Message
from tafla.core import ranks
from tafla.core.ids import derive_id, new_id
from tafla.files.models import Shelf
from tafla.people.models import Person
from tafla.sync import snapshot
from tafla.sync.batch import run_batch
from tafla.sync.command import Answer, Command, Outcome, make_command
from tafla.sync.db import current
from tafla.sync.dispatch import dispatch
from tafla.sync.gate import Gate
from tests.support.copies import Held, fill

PEOPLE = ("ana", "ben", "chidi", "dana", "eve", "faye", "mallory")
LINK = "link-of-plan-0123456789"
THEN = 1_760_000_000_000
SOON = 4_000_000_000_000

# name -> (board, kind)
COLUMNS = {
    "todo": ("plan", "normal"),
    "doing": ("plan", "normal"),
    "closed": ("plan", "completed"),
    "gone": ("plan", "deleted"),
    "later": ("ops", "normal"),
    "ops_done": ("ops", "completed"),
    "ops_gone": ("ops", "deleted"),
    "secret": ("lair", "normal"),
    "lair_done": ("lair", "completed"),
    "lair_gone": ("lair", "deleted"),
}
# name -> column; in this order in each column
CARDS = {
    "ink": "todo",
    "oak": "todo",
    "elm": "todo",
    "fig": "doing",
    "old": "closed",
    "bin": "gone",
    "ops1": "later",
    "ops2": "later",
    "loot": "secret",
}
ROLES = [
    ("plan", "ben", "admin"),
    ("plan", "chidi", "member"),
    ("plan", "dana", "visitor"),
    ("ops", "eve", "admin"),
    ("ops", "chidi", "member"),
    ("lair", "mallory", "admin"),
]


def ident(name: str) -> str:
    """The id of whoever or whatever has this name in the world."""
    return derive_id("world", name)


@dataclass
class World:
    """The world as a test sees it: names in, answers and copies of scopes out."""

    gate: Gate

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return ident(name)

    def run(self, actor: str, verb: str, command_id: str | None = None, /, **args: Any) -> Answer:
        """Send one command through dispatch; `actor` is a name."""
        return dispatch(ident(actor), verb, args, command_id)

    def done(self, actor: str, verb: str, command_id: str | None = None, /, **args: Any) -> str:
        """Send a command that has to succeed; its id."""
        command_id = command_id or new_id()
        answer = self.run(actor, verb, command_id, **args)
        assert answer["s"] == "done", answer
        return command_id

    def refusal(self, actor: str, verb: str, /, **args: Any) -> str:
        """The code with which a command is refused; it must leave nothing."""
        before = self.everything()
        answer = self.run(actor, verb, **args)
        assert answer["s"] in ("refused", "conflict"), answer
        assert self.everything() == before, f"{verb} was refused and changed something"
        return str(answer["code"])

    def command(self, actor: str, verb: str, command_id: str | None = None, /, **args: Any) -> Command:
        return make_command(command_id or new_id(), ident(actor), verb, args)

    def batch(self, *commands: Command) -> list[Outcome]:
        """Run commands as one batch and what is left of it as the next, in the order of their commands."""
        outcomes: list[Outcome] = []
        left = list(commands)
        while left:
            done, left = run_batch(current(), self.gate, left)
            outcomes += done
        found = {outcome.command.key: outcome for outcome in outcomes}
        return [found[command.key] for command in commands]

    def copy(self, scope: str) -> Held:
        """A scope as a client that opens it now holds it."""
        return fill(orjson.loads(snapshot.read_snapshot(current(), scope, "all")[1]))

    def row(self, table: str, name: str, scope: str) -> dict[str, Any] | None:
        """A row of a scope by the name or id of the row."""
        rows = self.copy(scope).tables[table]
        return rows.get(name) or rows.get(ident(name))

    def card(self, name: str, board: str = "plan") -> dict[str, Any]:
        found = self.row("cards", name, f"board:{ident(board)}")
        assert found is not None, f"no card {name} on {board}"
        return found

    def order(self, column: str) -> list[str]:
        """The ids of a column's cards in order."""
        rows = Card.objects.filter(column_id=ident(column) if column in COLUMNS else column)
        return [card.id for card in sorted(rows, key=lambda card: (card.rank, card.id))]

    def scopes(self) -> list[str]:
        """Every scope there is something in."""
        boards = list(Board.objects.values_list("id", flat=True))
        found = [f"{kind}:{board}" for kind in ("board", "team", "desk", "talk") for board in boards]
        found += [f"person:{person}" for person in Person.objects.values_list("id", flat=True)]
        found += [f"account:{account}" for account in Account.objects.values_list("id", flat=True)]
        shelves = list(Shelf.objects.values_list("id", "board_id"))
        found += [f"shelf:{shelf}" for shelf, _ in shelves]
        found += sorted({f"files:{board}" for _, board in shelves})
        found += [f"chat:{subject}" for subject in Message.objects.values_list("subject_id", flat=True)]
        return sorted({*found, *(f"card:{card}" for card in Card.objects.values_list("id", flat=True))})

    def everything(self) -> dict[str, Any]:
        """Every row of every scope, for comparing before and after."""
        return {scope: self.copy(scope).tables for scope in self.scopes()}


def build_world() -> World:
    """Put the world into the test's database."""
    password = make_password("seven green teapots")
    Person.objects.bulk_create(
        Person(id=ident(name), email=f"{name}@example.com", name=name.title(), password=password)
        for name in PEOPLE
    )
    Account.objects.bulk_create(
        [
            Account(id=ident("acme"), name="Acme", owner_id=ident("ana"), created_at=THEN),
            Account(id=ident("rogue"), name="Rogue", owner_id=ident("mallory"), created_at=THEN),
        ]
    )
    AccountAdmin.objects.create(
        id=f"{ident('acme')}.{ident('faye')}", account_id=ident("acme"), person_id=ident("faye"), since=THEN
    )
    for board, account, privacy in (
        ("plan", "acme", "link"),
        ("ops", "acme", "team"),
        ("lair", "rogue", "team"),
    ):
        _board(board, account, privacy)
    BoardLink.objects.create(id=ident("plan"), token=LINK)
    Member.objects.bulk_create(_member(*role) for role in ROLES)
    Invitation.objects.create(id=ident("offer"), email="zoe@example.com", **_invitation("plan"))
    Column.objects.bulk_create(_columns())
    Card.objects.bulk_create(_cards())
    return World(Gate())


def _board(name: str, account: str, privacy: str) -> None:
    numbers = {"next_number": 1 + len(CARDS), "created_at": THEN, "created_by": ident("ana")}
    Board.objects.create(id=ident(name), account_id=ident(account), name=name, kind="task", **numbers)
    BoardPrivacy.objects.create(id=ident(name), account_id=ident(account), privacy=privacy, state="open")


def _member(board: str, person: str, role: str) -> Member:
    key = {"id": f"{ident(board)}.{ident(person)}", "board_id": ident(board), "person_id": ident(person)}
    return Member(**key, role=role, joined_at=THEN)


def _invitation(board: str) -> dict[str, Any]:
    offered = {"board_id": ident(board), "role": "member", "invited_by": ident("ben")}
    return {**offered, "created_at": THEN, "expires_at": SOON, "sent": 1}


def _columns() -> Iterable[Column]:
    for board in ("plan", "ops", "lair"):
        names = [name for name, (there, _) in COLUMNS.items() if there == board]
        for name, rank in zip(names, ranks.spread(len(names), None, None), strict=True):
            yield Column(id=ident(name), board_id=ident(board), name=name, kind=COLUMNS[name][1], rank=rank)


def _cards() -> Iterable[Card]:
    for number, (name, column) in enumerate(CARDS.items(), 1):
        before = [other for other, there in CARDS.items() if there == column]
        rank = ranks.spread(len(before), None, None)[before.index(name)]
        yield make_card(name, column, rank, number)


def make_card(name: str, column: str, rank: str, number: int = 1) -> Card:
    """A card's row, not yet saved."""
    board = COLUMNS[column][0]
    place = {"board_id": ident(board), "column_id": ident(column), "rank": rank, "number": number}
    row = Card(id=ident(name), title=f"Card {name}", created_at=THEN, created_by=ident("ben"), **place)
    if COLUMNS[column][1] == "deleted":
        row.deleted_at, row.deleted_by, row.deleted_from = THEN, ident("ben"), ident("todo")
    if COLUMNS[column][1] == "completed":
        row.completed_at, row.completed_by = THEN, ident("ben")
    return row


def many_cards(column: str, count: int, prefix: str = "m") -> list[str]:
    """Fill a column with cards below those in it; their ids."""
    standing = sorted(Card.objects.filter(column_id=ident(column)).values_list("rank", flat=True))
    places = ranks.spread(count, standing[-1] if standing else None, None)
    rows = [make_card(f"{prefix}{at}", column, rank, 1_000 + at) for at, rank in enumerate(places)]
    Card.objects.bulk_create(rows, batch_size=500)
    return [row.id for row in rows]
