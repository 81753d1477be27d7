"""Fill a migrated database: people with sessions, and boards of given sizes."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import random
from typing import Any

import orjson
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from bench.inside.words import card_facts
from bench.run import found, given
from tafla.accounts.models import Account, Member
from tafla.boards.models import Board, Column
from tafla.cards.models import Card
from tafla.core import ranks
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.people import acts
from tafla.people.models import Person
from tafla.sync.dispatch import do
from tafla.sync.listeners import catch_up

__all__ = ["ready"]

COLUMNS = ("Ideas", "Planned", "Research", "Design", "Doing", "Checking", "Waiting", "Shipping")
SIZES = {"1k": 1_000, "10k": 10_000}


def make_people(count: int) -> tuple[Person, list[Person]]:
    """The owner, who came the way everybody comes, and others as bare rows."""
    owner = acts.make_person(email="owner@example.com", name="Ana Costa", password="bench-2026-password")
    stamp = owner.password
    others = [Person(email=f"p{n}@example.com", name=f"Person {n}", password=stamp) for n in range(count - 1)]
    Person.objects.bulk_create(others)
    return owner, others


def sign_in(person: Person) -> str:
    """A session of this person, as a cookie's value."""
    store = SessionStore()
    store[SESSION_KEY] = person.id
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def make_board(owner: Person, people: list[Person], name: str, cards: int) -> dict[str, Any]:
    """A board with eight columns, every person as a member, and its cards."""
    board_id = new_id()
    account = Account.objects.get(owner_id=owner.id)
    do(owner.id, "board.create", board_id=board_id, account_id=account.id, name=f"{name} of everything we do")
    for column in Column.objects.filter(board_id=board_id, kind="normal"):
        do(owner.id, "column.delete", column_id=column.id)
    for title in COLUMNS:
        do(owner.id, "column.add", board_id=board_id, column_id=new_id(), name=title)
    columns = list(Column.objects.filter(board_id=board_id, kind="normal").order_by("rank"))
    now = now_ms()
    members = [
        Member(id=f"{board_id}.{p.id}", board_id=board_id, person_id=p.id, role="member", joined_at=now)
        for p in people
    ]
    Member.objects.bulk_create(members, batch_size=500)
    ids = _cards(board_id, [column.id for column in columns], [owner.id, *(p.id for p in people[:12])], cards)
    Board.objects.filter(id=board_id).update(next_number=cards + 1)
    return {"id": board_id, "columns": [column.id for column in columns], "cards": ids}


def _cards(board_id: str, columns: list[str], people: list[str], count: int) -> list[str]:
    chance = random.Random(count)
    now = now_ms()
    rows: list[Card] = []
    places = ranks.spread(count // len(columns) + 1, None, None)
    for number in range(count):
        facts = card_facts(chance, people)
        facts["assignee_ids"] = orjson.dumps(facts["assignee_ids"]).decode()
        home = {
            "board_id": board_id,
            "column_id": columns[number % len(columns)],
            "rank": places[number // len(columns)],
        }
        rows.append(
            Card(id=new_id(), number=number + 1, created_at=now, created_by=people[0], **home, **facts)
        )
    Card.objects.bulk_create(rows, batch_size=500)
    return [row.id for row in rows]


def main(people: int, boards: dict[str, int], spare: int) -> None:
    """`boards`: name -> cards. `spare`: how many further boards of each size, to be opened cold."""
    owner, others = make_people(people)
    made = {name: make_board(owner, others, name, cards) for name, cards in boards.items()}
    for name, cards in boards.items():
        made[name]["spare"] = [make_board(owner, [], f"{name} {n}", cards)["id"] for n in range(spare)]
    catch_up()  # now, and not beside what is measured
    with transaction.atomic():
        sessions = [sign_in(person) for person in (owner, *others)]
    found(
        {
            "owner": owner.id,
            "people": [owner.id, *(p.id for p in others)],
            "sessions": sessions,
            "boards": made,
        }
    )


if __name__ == "__main__":
    main(**given())
