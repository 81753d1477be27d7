"""Fill a seeded database further: cards with much on them, long chats, and a board with texts and checklists.

Rows are written directly, as commands would have left them.
"""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import random
from collections.abc import Iterable
from itertools import count as counting
from typing import Any

from django.db import connection, models

from bench.inside.words import DOING, MORE, WHAT
from bench.run import found, given
from tafla.boards.models import Board
from tafla.cards.models import Card, CardText, CardTextVersion, ChecklistItem
from tafla.chat.models import Message, Reaction, Talk
from tafla.core import ranks
from tafla.core.ids import new_id
from tafla.files.models import Attachment, AttachmentVersion, Finding, Shelf, StoredFile
from tafla.history.models import Entry
from tafla.sync.dispatch import do

__all__ = ["ready"]

AT_ONCE = 1_000
CHANCE = random.Random(3)
NUMBERS = counting(1)


def save(rows: Iterable[models.Model]) -> None:
    """Write rows of several tables."""
    some = list(rows)
    for kind in dict.fromkeys(type(row) for row in some):
        kind.objects.bulk_create([row for row in some if type(row) is kind], batch_size=AT_ONCE)


def sentence() -> str:
    """A line as people write it."""
    return f"{CHANCE.choice(DOING)} {CHANCE.choice(WHAT)}{CHANCE.choice(MORE)}"


def checklist(card: Card, count: int) -> list[models.Model]:
    """So many items, every third done; the card counts them."""
    card.checklist_total, card.checklist_done = count, len(range(0, count, 3))
    made = {"card_id": card.id, "created_at": card.created_at, "created_by": card.created_by}
    return [
        ChecklistItem(id=new_id(), rank=rank, text=sentence(), done=at % 3 == 0, **made)
        for at, rank in enumerate(ranks.spread(count, None, None))
    ]


def details(card: Card, paragraphs: int) -> list[models.Model]:
    """A text, and the version kept of it."""
    text = "\n\n".join(". ".join(sentence() for _ in range(4)) for _ in range(paragraphs))
    kept = {"id": f"{card.id}.1", "card_id": card.id, "at": card.created_at, "by": card.created_by}
    return [CardText(id=card.id, details=text, version=1), CardTextVersion(details=text, **kept)]


def talk(card: Card, people: list[str], count: int) -> list[models.Model]:
    """So many messages, a second apart; every tenth is liked."""
    last = card.created_at + count * 1000
    place = {"id": card.id, "board_id": card.board_id, "card_id": card.id}
    messages = [
        Message(
            id=new_id(),
            subject_id=card.id,
            at=card.created_at + at * 1000,
            by=people[at % len(people)],
            text=sentence(),
        )
        for at in range(count)
    ]
    liker = people[0]
    likes = [
        Reaction(
            id=f"{one.id}.{liker}.0f", message_id=one.id, subject_id=card.id, person_id=liker, emoji="👍"
        )
        for one in messages[::10]
    ]
    return [Talk(count=count, last_at=last, last_by=liker, **place), *messages, *likes]


def shelf(card: Card, count: int) -> list[models.Model]:
    """So many files of one version; their bytes lie nowhere."""
    rows: list[models.Model] = [Shelf(id=card.id, board_id=card.board_id, card_id=card.id, count=count)]
    by = {"by": card.created_by, "at": card.created_at}
    for at, rank in enumerate(ranks.spread(count, None, None)):
        one, file_id = new_id(), new_id()
        told: dict[str, Any] = {"name": f"{sentence()} {at}.png"[:250], "type": "image/png", "size": 90_000}
        rows.append(
            Attachment(
                id=one, subject_id=card.id, rank=rank, kind="file", version=1, **told, **by,
                updated_by=card.created_by, updated_at=card.created_at,
            )
        )  # fmt: skip
        of = {"id": f"{one}.1", "attachment_id": one, "subject_id": card.id, "number": 1, "file_id": file_id}
        seen = {"preview": "image", "width": 640, "height": 480}
        rows += [
            AttachmentVersion(**of, **seen, **told, **by),
            Finding(id=file_id, at=card.created_at, **seen),
        ]
        stored = {"key": file_id, "sha256": "0" * 64, "size": 90_000, "type": "image/png", "state": "stored"}
        rows.append(
            StoredFile(id=file_id, board_id=card.board_id, subject_id=card.id, at=card.created_at, **stored)
        )
    return rows


def history(card: Card, count: int) -> list[models.Model]:
    """So many entries, older than whatever the log holds."""
    common = {"board_id": card.board_id, "card_id": card.id, "by": card.created_by, "at": card.created_at}
    common |= {"verb": "card.rename", "what": "title", "pos": 0}
    return [
        Entry(n=next(NUMBERS), command_id=new_id(), old=sentence(), new=sentence(), **common)
        for _ in range(count)
    ]


def sheets(board: dict[str, Any], people: list[str], number: int, sizes: dict[str, int]) -> dict[str, Any]:
    """`number` cards each: `full` ones, `empty` and `bare` ones, and such with a chat of `long` or `short`
    length."""
    chosen = iter(Card.objects.filter(id__in=board["cards"][: 5 * number + 1]).order_by("number"))
    result: dict[str, list[str]] = {"warm": [next(chosen).id]}
    rows: list[models.Model] = []
    for kind in ("full", "empty", "long", "short", "bare"):
        cards = [next(chosen) for _ in range(number)]
        result[kind] = [card.id for card in cards]
        for card in cards:
            if kind == "full":
                rows += [*checklist(card, sizes["items"]), *details(card, 20), *shelf(card, sizes["files"])]
                rows += [*talk(card, people, sizes["messages"]), *history(card, sizes["entries"])]
                card.save()
            elif kind in sizes:
                rows += talk(card, people, sizes[kind])
    save(rows)
    return result


def whole(board: dict[str, Any], people: list[str]) -> dict[str, Any]:
    """Texts on half of a board's cards, checklists on a third, chat on a tenth; and an empty board beside."""
    rows: list[models.Model] = []
    cards = list(Card.objects.filter(board_id=board["id"]).order_by("number"))
    for at, card in enumerate(cards):
        rows += details(card, 2) if at % 2 == 0 else []
        rows += checklist(card, 5) if at % 3 == 0 else []
        rows += talk(card, people, 5) if at % 10 == 0 else []
    save(rows)
    Card.objects.bulk_update(cards, ["checklist_total", "checklist_done"], batch_size=AT_ONCE)
    empty, account = new_id(), Board.objects.get(id=board["id"]).account_id
    do(people[0], "board.create", board_id=empty, account_id=account, name="Nothing yet")
    return {"empty": empty, "account": account}


def main(step: str, **rest: Any) -> None:
    """`sheets` or `whole`."""
    result = sheets(**rest) if step == "sheets" else whole(**rest)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    found(result)


if __name__ == "__main__":
    main(**given())
