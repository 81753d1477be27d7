"""Fill a migrated database with a large world: accounts, people and boards here, cards in large_cards.py.

Two persons are measured: the first may open every board, the second reads ten. The others are on a few dozen
boards each.
"""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import random
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from bench.inside.large_cards import Place, make_cards
from bench.inside.pouring import Pourer
from bench.inside.seed import sign_in
from bench.inside.tongues import NAMES, line
from bench.run import found, given
from tafla.accounts.models import Account, AccountAdmin, BoardPrivacy, Member
from tafla.boards.models import Board, Column, Tag
from tafla.core import ranks
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.marks.models import BoardSeen
from tafla.people.models import Person
from tafla.sync.models import Scope
from tafla.views.filters import Filter
from tafla.views.models import SavedFilter

__all__ = ["ready"]

DAY = 86_400_000
FEW = 10
BOARDS_OF_ACCOUNT = 250
SESSIONS = 20
COLUMNS = ("Ideas", "Planned", "Next", "Doing", "Checking", "Waiting", "Shipping")
TAGS = ("urgent", "Design", "bug", "idea", "Übersetzung", "Février", "срочно", "דחוף", "进行中", "client")
HUES = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink")
# Own views: of lists, of facts and dates, and of words that only a look at each title finds.
OWN: dict[str, dict[str, Any]] = {
    "own, tag": {"tags": ["urgent"], "statuses": ["blocked", "needs_review"]},
    "own, dates": {"assignees": ["none"], "due": ["this_week", "next_week"], "priorities": ["high"]},
    "own, words": {"text": "newsletter"},
    # Nothing but a walk tells which these are.
    "own, status": {"statuses": ["ready"], "assignees": ["none"]},
}
PRIVACY = ("account",) * 6 + ("team",) * 3 + ("link",)
STATE = ("open",) * 46 + ("archived",) * 3 + ("trash",)


class Ground:
    """Accounts, people and boards."""

    def __init__(self, pourer: Pourer, chance: random.Random, people: list[str]) -> None:
        self.pourer, self.chance, self.now = pourer, chance, now_ms()
        self.all, self.few, *self.others = people

    def account(self, owner: str, name: str) -> str:
        """An account that the first person runs too."""
        account = new_id()
        self.pourer.add(Account, id=account, name=name, owner_id=owner, created_at=self.now)
        if owner != self.all:
            key = f"{account}.{self.all}"
            self.pourer.add(
                AccountAdmin, id=key, account_id=account, person_id=self.all, since=self.now - DAY
            )
        return account

    def board(self, account: str, team: list[tuple[str, str]], privacy: str, state: str) -> Place:
        """A board with its columns, tags and team of (person, role)."""
        chance, board, made = self.chance, new_id(), self.now - 900 * DAY
        by = {"account_id": account, "created_at": made, "created_by": team[0][0]}
        facts = by | {"name": line(chance)[:200], "kind": "task"}
        place = Place(board, [person for person, _ in team], chance.lognormvariate(0, 1), facts)
        self.pourer.add(
            BoardPrivacy, id=board, account_id=account, privacy=privacy, state=state, state_at=made
        )
        self.pourer.add(Scope, id=f"board:{board}", epoch="0", seq=3, access_rev=0, cut=0)
        for person in {self.all, *(person for person, _ in team)}:
            seen = {"id": f"{person}.{board}", "person_id": person, "board_id": board}
            self.pourer.add(BoardSeen, **seen, seen_at=self.now - int(chance.random() * 14 * DAY))
        for person, role in team:
            key = {"id": f"{board}.{person}", "board_id": board, "person_id": person}
            self.pourer.add(Member, **key, role=role, joined_at=made + int(chance.random() * 300) * DAY)
        names = [*COLUMNS[: chance.randint(3, 7)], "Completed", "Deleted"]
        kinds = ["normal"] * (len(names) - 2) + ["completed", "deleted"]
        for name, kind, rank in zip(names, kinds, ranks.spread(len(names), None, None), strict=True):
            place.columns.append(new_id())
            self.pourer.add(Column, id=place.columns[-1], board_id=board, name=name, kind=kind, rank=rank)
        for name in [*chance.sample(TAGS, chance.randint(2, 6)), chance.choice(NAMES)]:
            place.tags.append(new_id())
            hue = chance.choice(HUES)
            self.pourer.add(Tag, id=place.tags[-1], board_id=board, name=name, hue=hue)
        return place

    def boards(self, count: int) -> list[Place]:
        """All boards; the last account and as many boards of others are what the second person reads."""
        chance = self.chance
        own = self.account(self.few, "Few")
        places = [
            self.board(own, [(self.few, "admin"), (chance.choice(self.others), "visitor")], "account", "open")
            for _ in range(FEW // 2)
        ]
        account = ""
        for number in range(count - len(places)):
            if number % BOARDS_OF_ACCOUNT == 0:
                owner = self.others[number // BOARDS_OF_ACCOUNT % len(self.others)]
                account = self.account(owner, f"{chance.choice(NAMES)} & {chance.choice(NAMES)}")
            team = [(one, "member") for one in chance.sample(self.others, chance.randint(3, 12))]
            team[0] = (team[0][0], "admin")
            is_visited = number < FEW - FEW // 2
            state = "open" if is_visited else chance.choice(STATE)
            team += [(self.few, "visitor")] if is_visited else []
            team += [(self.all, "admin")] if number % 50 == 0 else []
            places.append(self.board(account, team, chance.choice(PRIVACY), state))
        return places


def make_people(chance: random.Random, count: int) -> list[Person]:
    """All with one password, in several zones."""
    password = make_password("bench-2026-password")
    zones = ("Europe/Lisbon", "UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland")
    people = [
        Person(
            email=f"p{at}@example.com",
            name=f"{chance.choice(NAMES)} {chance.choice(NAMES)}",
            password=password,
            time_zone=chance.choice(zones),
        )
        for at in range(count)
    ]
    Person.objects.bulk_create(people, batch_size=500)
    return people


def save_filters(pourer: Pourer, person: str) -> dict[str, str]:
    """Name -> id of a person's own views."""
    ids = {name: new_id() for name in OWN}
    for name, wanted in OWN.items():
        stored = Filter.model_validate(wanted).model_dump_json()
        kept = {"id": ids[name], "person_id": person, "name": name, "filter": stored, "is_view": True}
        pourer.add(SavedFilter, **kept, at=now_ms())
    return ids


def main(cards: int, boards: int, people: int) -> None:
    """What was made: the two persons measured and their own views, sessions of the first twenty, some boards,
    rows by table.
    """
    chance = random.Random(5)
    persons = make_people(chance, people)
    pourer = Pourer()
    ground = Ground(pourer, chance, [person.id for person in persons])
    places = ground.boards(boards)
    make_cards(pourer, chance, ground.now, places, cards)
    for place in places:
        pourer.add(Board, id=place.id, next_number=place.cards + 1, **place.facts)
    filters = {
        who: save_filters(pourer, person) for who, person in (("all", ground.all), ("few", ground.few))
    }
    counts = pourer.close()
    with transaction.atomic():
        sessions = [sign_in(person) for person in persons[:SESSIONS]]
    told: dict[str, Any] = {"all": ground.all, "few": ground.few, "sessions": sessions, "rows": counts}
    told |= {"filters": filters, "people": [person.id for person in persons]}
    largest = sorted(places, key=lambda place: -place.cards)
    found(told | {"boards": [place.id for place in largest[:20]]})


if __name__ == "__main__":
    main(**given())
