"""Fill the template database: demo people with sessions, demo board, a board of 10,000 cards. Prints JSON.

Runs in a process of its own, because a test process that drives a browser may not use Django's database.
"""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import json
import random

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from tafla.accounts.models import Account, Member
from tafla.boards.models import Board, Column
from tafla.cards.models import Card
from tafla.core import ranks
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.people.models import Person
from tafla.project import demo
from tafla.project.demo_cards import BOARD, PEOPLE
from tafla.sync.dispatch import do

__all__ = ["ready"]

CROWD = 10_000
CROWD_COLUMNS = ("Ideas", "Planned", "Design", "Doing", "Checking")


def main() -> None:
    """Make everything and tell what the tests need to know of it."""
    demo.make_demo()
    people = {each.key: Person.objects.get(email=each.email) for each in PEOPLE}
    owner = people["ana"]
    account = Account.objects.get(owner_id=owner.id).id
    found = {
        "people": {key: {"id": one.id, "session": sign_in(one)} for key, one in people.items()},
        "account": account,
        "demo": Board.objects.get(account_id=account, name=BOARD).id,
        "crowd": make_crowd(owner, people["ben"], account),
    }
    # One file without a log beside it, so that a copy is whole.
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(json.dumps(found))  # noqa: T201


def sign_in(person: Person) -> str:
    """A session of this person, as a cookie's value."""
    store = SessionStore()
    store[SESSION_KEY] = person.id
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def make_crowd(owner: Person, member: Person, account: str) -> str:
    """A board of 10,000 cards in five columns; its id."""
    board = new_id()
    do(owner.id, "board.create", board_id=board, account_id=account, name="Ten thousand tasks")
    for column in Column.objects.filter(board_id=board, kind="normal"):
        do(owner.id, "column.delete", column_id=column.id)
    columns = [new_id() for _ in CROWD_COLUMNS]
    for column_id, name in zip(columns, CROWD_COLUMNS, strict=True):
        do(owner.id, "column.add", board_id=board, column_id=column_id, name=name)
    key = f"{board}.{member.id}"
    Member.objects.create(id=key, board_id=board, person_id=member.id, role="member", joined_at=now_ms())
    places = ranks.spread(CROWD // len(columns), None, None)
    Card.objects.bulk_create(
        (card(board, columns[at % len(columns)], places[at // len(columns)], at) for at in range(CROWD)),
        batch_size=500,
    )
    Board.objects.filter(id=board).update(next_number=CROWD + 1)
    return board


def card(board: str, column: str, rank: str, at: int) -> Card:
    """One of the many; its title is of one to three lines."""
    words = " ".join(
        random.Random(at).choices(("ask", "the", "printer", "about", "colours", "again"), k=at % 17)
    )
    return Card(
        id=new_id(),
        board_id=board,
        column_id=column,
        rank=rank,
        number=at + 1,
        title=f"Task {at} {words}".strip(),
        created_at=now_ms(),
    )


if __name__ == "__main__":
    main()
