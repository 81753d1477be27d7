"""The demo board, made by commands like any other."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from tafla.accounts.models import Account, Invitation
from tafla.accounts.verbs.invitations import PURPOSE
from tafla.boards.models import Board, Column
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.core.tokens import seal
from tafla.people.models import Person
from tafla.project.demo_cards import BOARD, COLUMNS, PEOPLE, TAGS, DemoCard
from tafla.sync.dispatch import do


def fill(people: Mapping[str, Person]) -> None:
    """Make the board of `demo_cards` for these people (by key), unless it is there."""
    owner = people[PEOPLE[0].key]
    account_id = Account.objects.get(owner_id=owner.id).id
    if Board.objects.filter(account_id=account_id, name=BOARD).exists():
        return
    board_id = new_id()
    do(owner.id, "board.create", board_id=board_id, account_id=account_id, name=BOARD)
    for person in PEOPLE[1:]:
        join(owner, people[person.key], board_id, person.role)
    columns = _make_columns(owner, board_id)
    tags = _make_tags(owner, board_id)
    for name, cards in COLUMNS:
        _add_cards(people, owner, columns[name], cards, tags)


def join(owner: Person, guest: Person, board_id: str, role: str) -> None:
    """The way everybody comes: invited by one, accepted by the other."""
    invitation_id = new_id()
    guests = [{"invitation_id": invitation_id, "email": guest.email}]
    do(owner.id, "member.invite", board_id=board_id, role=role, people=guests)
    if Invitation.objects.filter(id=invitation_id).exists():
        do(guest.id, "invitation.accept", token=seal(PURPOSE, invitation_id, guest.email))


def _make_columns(owner: Person, board_id: str) -> dict[str, str]:
    """The board's columns by name; the blank template's own are replaced."""
    there = {column.name: column.id for column in Column.objects.filter(board_id=board_id)}
    for name, _ in COLUMNS:
        if name not in there:
            there[name] = new_id()
            do(owner.id, "column.add", board_id=board_id, column_id=there[name], name=name)
    wanted = {name for name, _ in COLUMNS} | {"Deleted"}
    for name in set(there) - wanted:
        do(owner.id, "column.delete", column_id=there[name])
    return there


def _make_tags(owner: Person, board_id: str) -> dict[str, str]:
    """The board's tags; their ids by name."""
    ids = {name: new_id() for name, _, _ in TAGS}
    for name, hue, _ in TAGS:
        do(owner.id, "tag.create", tag_id=ids[name], board_id=board_id, name=name, hue=hue)
    return ids


def _add_cards(
    people: Mapping[str, Person],
    owner: Person,
    column_id: str,
    cards: tuple[DemoCard, ...],
    tags: Mapping[str, str],
) -> None:
    """Add and describe one column's cards; Completed is frozen, so its cards go there last."""
    completed = Column.objects.get(id=column_id).kind == "completed"
    first = Column.objects.filter(board_id=Column.objects.get(id=column_id).board_id, kind="normal").order_by(
        "rank"
    )[0]
    ids = [new_id() for _ in cards]
    new = [{"card_id": card_id, "title": card.title} for card_id, card in zip(ids, cards, strict=True)]
    do(owner.id, "card.add", column_id=first.id if completed else column_id, cards=new)
    for card_id, card in zip(ids, cards, strict=True):
        _describe(people, owner, card_id, card)
        for name, _, titles in TAGS:
            if card.title.startswith(titles):
                do(owner.id, "card.add_tag", card_ids=[card_id], tag_id=tags[name])
    if completed:
        do(owner.id, "card.move", card_ids=ids, column_id=column_id)


def _describe(people: Mapping[str, Person], owner: Person, card_id: str, card: DemoCard) -> None:
    some = [card_id]
    for key in card.who:
        do(owner.id, "card.assign", card_ids=some, person_id=people[key].id)
    if card.due is not None:
        due_on = day_from_now(card.due)
        do(owner.id, "card.set_due", card_ids=some, due_on=due_on, due_zone=owner.time_zone)
    if card.status != "normal":
        do(owner.id, "card.set_status", card_ids=some, status=card.status)
    if card.priority != "normal":
        do(owner.id, "card.set_priority", card_ids=some, priority=card.priority)
    if card.details:
        do(owner.id, "card.set_details", card_id=card_id, text=card.details, base_version=0)


def day_from_now(days: int) -> str:
    """A day so many days from today, as commands take it."""
    return (datetime.fromtimestamp(now_ms() / 1000, UTC).date() + timedelta(days=days)).isoformat()
