"""The cards of a large world, with what is on them. Boards' cards are made in turns, as people make them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

import orjson

from bench.inside.pouring import Pourer
from bench.inside.tongues import line
from tafla.cards.due import due_instant
from tafla.cards.models import Card, CardAssignee, CardTag, CardText, ChecklistItem
from tafla.chat.models import Message, Talk
from tafla.core import ranks
from tafla.core.ids import new_id
from tafla.files.models import Attachment, Shelf
from tafla.marks.models import News

DAY = 86_400_000
ZONES = ("Europe/Lisbon", "UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland")
STATUS = (
    ("normal",) * 12 + ("in_progress",) * 3 + ("ready", "needs_review", "needs_rework", "blocked", "on_hold")
)
PRIORITY = ("normal",) * 17 + ("high", "high", "critical")
CHANGED = ("title", "details", "status", "people", "due")
# Half of all cards is done, one in twenty deleted.
OPEN, DONE = 0.45, 0.95
RANKS = ranks.spread(20_000, None, None)


@dataclass
class Place:
    """A board as cards need it: `columns` are the normal ones, then completed, then deleted."""

    id: str
    people: list[str]
    weight: float
    facts: dict[str, Any]
    columns: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cards: int = 0
    lengths: dict[str, int] = field(default_factory=dict)


def make_cards(pourer: Pourer, chance: random.Random, now: int, places: Sequence[Place], count: int) -> None:
    """So many cards, more of them on some boards than on others."""
    weights = list(accumulate(place.weight for place in places))
    today = datetime.fromtimestamp(now / 1000, UTC).date()
    days = [(today + timedelta(days=at)).isoformat() for at in range(-300, 201)]
    for place in chance.choices(places, cum_weights=weights, k=count):
        place.cards += 1
        card = {"id": new_id(), "board_id": place.id, "number": place.cards, "title": line(chance)}
        card |= {
            "created_by": one(chance, place.people),
            "created_at": now - int(chance.random() * 900 * DAY),
        }
        card |= _facts(chance, place, days) | _state(chance, place, now)
        column = str(card["column_id"])
        place.lengths[column] = place.lengths.get(column, -1) + 1
        # Cards of equal rank stand by their ids: no harm where a column is longer.
        card["rank"] = RANKS[place.lengths[column] % len(RANKS)]
        _more(pourer, chance, card, place.people)
        _news(pourer, chance, card, place.people, now)
        pourer.add(Card, **card)


def _news(pourer: Pourer, chance: random.Random, card: dict[str, Any], people: list[str], now: int) -> None:
    """As marks keep them: that it came, and for most cards one thing that changed since."""
    kept = {"subject_id": card["id"], "board_id": card["board_id"]}
    at = card["created_at"]
    pourer.add(News, **kept, aspect="new", at=at, by=card["created_by"])
    if chance.random() < 0.6:
        later = at + int(chance.random() * (now - at))
        pourer.add(News, **kept, aspect=one(chance, CHANGED), at=later, by=one(chance, people))


def one(chance: random.Random, among: Sequence[str]) -> str:
    return among[int(chance.random() * len(among))]


@cache
def _instant(day: str, time: str | None, zone: str) -> int | None:
    return due_instant(day, time, zone)


def _facts(chance: random.Random, place: Place, days: list[str]) -> dict[str, Any]:
    """Status, priority, tags, and a due date: more of them near than far."""
    facts: dict[str, Any] = {"status": one(chance, STATUS), "priority": one(chance, PRIORITY)}
    tags = {one(chance, place.tags) for _ in range(int(chance.random() * 3))}
    facts["tag_ids"] = sorted(tags)
    if chance.random() < 0.35:
        day = days[min(max(int(chance.gauss(305, 45)), 0), len(days) - 1)]
        time, zone = one(chance, ("09:00", "17:30")) if chance.random() < 0.3 else None, one(chance, ZONES)
        facts |= {"due_on": day, "due_time": time, "due_zone": zone, "due_at": _instant(day, time, zone)}
    return facts


def _state(chance: random.Random, place: Place, now: int) -> dict[str, Any]:
    """Open, done in one of the last 900 days (lately more), or deleted."""
    which = chance.random()
    if which < OPEN:
        return {"column_id": one(chance, place.columns[:-2])}
    at, by = now - int(chance.random() ** 2 * 900 * DAY), one(chance, place.people)
    if which < DONE:
        return {"column_id": place.columns[-2], "completed_at": at, "completed_by": by}
    gone = {"deleted_at": at, "deleted_by": by, "deleted_from": place.columns[0]}
    return {"column_id": place.columns[-1]} | gone


def _more(pourer: Pourer, chance: random.Random, card: dict[str, Any], people: list[str]) -> None:
    """Lists of assignees and tags, details, a checklist, chat and files; the card counts its items."""
    chosen = sorted({one(chance, people) for _ in range(chance.choice((0, 0, 1, 1, 1, 2)))})
    card["assignee_ids"] = orjson.dumps(chosen).decode()
    for person in chosen:
        pourer.add(CardAssignee, value=person, row_id=card["id"])
    for tag in card["tag_ids"]:
        pourer.add(CardTag, value=tag, row_id=card["id"])
    card["tag_ids"] = orjson.dumps(card["tag_ids"]).decode()
    at, board = card["created_at"], {"board_id": card["board_id"], "card_id": card["id"]}
    if chance.random() < 0.25:
        text = "\n\n".join(". ".join(line(chance) for _ in range(2)) for _ in range(2))
        pourer.add(CardText, id=card["id"], details=text, version=1)
    if chance.random() < 0.12:
        _checklist(pourer, chance, card)
    if chance.random() < 0.08:
        count, by = 1 + int(chance.random() * 4), one(chance, people)
        for n in range(count):
            said = {"at": at + n, "by": by, "text": line(chance)}
            pourer.add(Message, id=new_id(), subject_id=card["id"], mention_ids="[]", **said)
        pourer.add(Talk, id=card["id"], **board, count=count, last_at=at + count - 1, last_by=by)
    if chance.random() < 0.05:
        named = {"name": f"{line(chance)}.pdf"[:255], "type": "application/pdf", "size": 90_000, "version": 1}
        by_at = {"by": people[0], "at": at, "updated_by": people[0], "updated_at": at}
        pourer.add(
            Attachment, id=new_id(), subject_id=card["id"], rank=RANKS[0], kind="file", **named, **by_at
        )
        pourer.add(Shelf, id=card["id"], **board, count=1)


def _checklist(pourer: Pourer, chance: random.Random, card: dict[str, Any]) -> None:
    total = 2 + int(chance.random() * 4)
    done = int(chance.random() * (total + 1))
    made = {"card_id": card["id"], "created_at": card["created_at"], "created_by": card["created_by"]}
    due = dict.fromkeys(("due_on", "due_zone", "due_at"))
    if card.get("due_on") and chance.random() < 0.3:
        due = {"due_on": card["due_on"], "due_zone": "UTC", "due_at": _instant(card["due_on"], None, "UTC")}
    for n in range(total):
        own = due if n == total - 1 else {}
        pourer.add(
            ChecklistItem,
            id=new_id(),
            rank=RANKS[n],
            text=line(chance),
            done=n < done,
            assignee_ids="[]",
            **made,
            **own,
        )
    card["checklist_total"], card["checklist_done"] = total, done
    card["checklist_due_at"] = due["due_at"] if done < total else None
