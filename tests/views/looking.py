"""Asking for views as a browser does, and cards as tests want them."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.test import Client

from tafla.cards.models import Card, CardAssignee, CardTag
from tafla.people.models import Person
from tests.support.world import CARDS, ident

NAMES = {ident(name): name for name in CARDS}


def instant(text: str, zone: str = "UTC") -> int:
    """Milliseconds of a time on a clock in this zone."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def give(card: str, **facts: Any) -> None:
    """Facts of a card; assignees and tags by names, with their lists; `*_at` as text or number."""
    card_id = ident(card)
    for field, listing in (("assignee_ids", CardAssignee), ("tag_ids", CardTag)):
        if field in facts:
            ids = sorted(ident(name) for name in facts[field])
            facts[field] = json.dumps(ids)
            listing.objects.filter(row_id=card_id).delete()
            listing.objects.bulk_create(listing(value=one, row_id=card_id) for one in ids)
    for name, value in facts.items():
        if name.endswith("_at") and isinstance(value, str):
            facts[name] = instant(value)
    assert Card.objects.filter(id=card_id).update(**facts) == 1


def client_of(person: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(id=ident(person)), settings.AUTHENTICATION_BACKENDS[0])
    return client


def ask(person: str, path: str, **query: Any) -> Any:
    """The answer to a person's question for a view."""
    answer = client_of(person).get(f"/api/v1/views{path and '/'}{path}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def refusal(person: str, path: str, **query: Any) -> tuple[int, str, dict[str, Any]]:
    """(status, code, arguments) of a question that is refused."""
    answer = client_of(person).get(f"/api/v1/views/{path}", query)
    told = answer.json()
    return answer.status_code, told["code"], told["args"]


def seen(person: str, name: str, **query: Any) -> dict[str, list[str]]:
    """Bucket -> names of its cards in order; empty buckets are left out."""
    buckets = ask(person, name, **query)["buckets"]
    return {
        each["id"]: [NAMES.get(card["id"], card["id"]) for card in each["cards"]]
        for each in buckets
        if each["cards"]
    }


def cards_seen(person: str, name: str, **query: Any) -> set[str]:
    return {card for cards in seen(person, name, **query).values() for card in cards}
