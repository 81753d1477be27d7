"""More boards of the demo, made from the gallery's templates and then worked on: people, dates, things done.

Data first, by the titles of the templates' cards; `fill` turns it into commands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tafla.accounts.models import Account
from tafla.boards.models import Board, Column
from tafla.cards.models import Card
from tafla.core.ids import new_id
from tafla.people.models import Person
from tafla.project.demo_board import day_from_now, join
from tafla.project.demo_cards import PEOPLE
from tafla.sync.dispatch import do


@dataclass(frozen=True)
class DemoBoard:
    """A board: the role of each guest, who has which card, days from today that differ, what is done."""

    template: str
    name: str
    roles: Mapping[str, str]
    who: Mapping[str, tuple[str, ...]]
    due: Mapping[str, int]
    done: tuple[str, ...]


BOARDS = (
    DemoBoard(
        "help_desk",
        "IT help desk",
        {"ben": "admin", "chidi": "member", "dana": "member"},
        {
            "Password reset for accounting": ("ben",),
            "Connectivity: no network in meeting room 2": ("chidi",),
            "Install software": ("ben", "chidi"),
            "Laptop for a new colleague": ("chidi",),
            "Mail arrives up to two hours late": ("ben",),
            "Suspicious mail with an invoice": ("ben", "ana"),
            "Video calls drop after ten minutes": ("dana",),
            "Write down how to connect from home": ("chidi",),
            "Shared folder: access for the project team": ("dana",),
        },
        {"Password reset for accounting": 0, "Video calls drop after ten minutes": -1},
        ("Shared folder: access for the project team",),
    ),
    DemoBoard(
        "customer_success",
        "Customer care",
        {"ben": "member", "chidi": "visitor", "dana": "admin"},
        {
            "Team discount?": ("dana",),
            "Cannot find last month’s invoice": ("ben",),
            "New colleague: how do I invite her?": ("ben",),
            "Moving 400 contacts from a spreadsheet": ("dana", "ben"),
            "Slow since Tuesday, but only in the mornings": ("ben",),
            "Renewal talk with Fjord Architects": ("ana",),
            "Help page: invoices and payment": ("dana",),
            "Export leaves out the last row": ("ben",),
        },
        {
            "Cannot find last month’s invoice": -1,
            "Team discount?": 0,
            "Renewal talk with Fjord Architects": 8,
        },
        ("New colleague: how do I invite her?",),
    ),
    DemoBoard(
        "fundraising_campaign",
        "Winter appeal",
        {"ben": "member", "chidi": "member", "dana": "admin"},
        {
            "Matching gift from a local company": ("ana",),
            "Year-end appeal": ("dana", "ana"),
            "Goal and budget of the campaign": ("ana",),
            "Apply to a foundation": ("ben",),
            "Tidy the list of donors": ("ben",),
            "Text and pictures of the appeal": ("chidi", "dana"),
            "Permits and rules for the raffle": ("ben",),
            "Online gifts: test the whole way": ("chidi",),
            "Winter coats for every child": ("dana",),
            "Say thank you within two days": ("ana",),
        },
        {
            "Online gifts: test the whole way": -2,
            "Say thank you within two days": 0,
            "Tidy the list of donors": 2,
        },
        ("Goal and budget of the campaign",),
    ),
    DemoBoard(
        "project_management",
        "A website for the youth centre",
        {"ben": "member", "chidi": "admin", "dana": "visitor"},
        {
            "Agree on what the new website is for": ("ana", "chidi"),
            "Look at what we have today": ("ben",),
            "Budget and who decides": ("ana",),
            "Homepage design": ("chidi",),
            "Homepage content": ("ana",),
            "Product page": ("chidi",),
            "Set up hosting and the web address": ("ben",),
            "Build the page templates": ("ben",),
            "Contact form that reaches a person": ("ben",),
            "Test on real phones and browsers": ("chidi", "ben"),
        },
        {"Budget and who decides": -1, "Agree on what the new website is for": 1},
        ("Look at what we have today",),
    ),
)


def fill(people: Mapping[str, Person]) -> None:
    """Make the boards that are not there yet, in the account of the first of the people."""
    owner = people[PEOPLE[0].key]
    account_id = Account.objects.get(owner_id=owner.id).id
    there = set(Board.objects.filter(account_id=account_id).values_list("name", flat=True))
    for board in BOARDS:
        if board.name not in there:
            _make(people, owner, account_id, board)


def _make(people: Mapping[str, Person], owner: Person, account_id: str, board: DemoBoard) -> None:
    board_id = new_id()
    made = {"board_id": board_id, "account_id": account_id, "name": board.name, "template": board.template}
    do(owner.id, "board.create", **made, due_zone=owner.time_zone)
    for key, role in board.roles.items():
        join(owner, people[key], board_id, role)
    cards = dict(Card.objects.filter(board_id=board_id).values_list("title", "id"))
    for title, keys in board.who.items():
        for key in keys:
            do(owner.id, "card.assign", card_ids=[cards[title]], person_id=people[key].id)
    for title, days in board.due.items():
        do(
            owner.id,
            "card.set_due",
            card_ids=[cards[title]],
            due_on=day_from_now(days),
            due_zone=owner.time_zone,
        )
    _complete(owner, board_id, [cards[title] for title in board.done])


def _complete(owner: Person, board_id: str, card_ids: Iterable[str]) -> None:
    completed = Column.objects.get(board_id=board_id, kind="completed")
    do(owner.id, "card.move", card_ids=list(card_ids), column_id=completed.id)
