"""Filters asked of the database pick out what they pick out in memory: the golden cases, on both of them."""

import json
from typing import Any

import pytest

from tafla.cards.models import Card, CardAssignee, CardTag
from tafla.core.ids import derive_id
from tafla.sync.db import current
from tafla.views.asking import Part, Question, find
from tafla.views.buckets import Span
from tafla.views.filters import Filter
from tafla.views.matches import Reading
from tafla.views.matching import matching
from tests.views.test_filters import CASES, card, instant

BOARD = derive_id("golden", "board")
pytestmark = pytest.mark.usefixtures("each_database")
# Any card, whatever has become of it: what is open is the filter's own matter here.
ANY = "1 = 1"


def store(cards: dict[str, Any]) -> None:
    for number, (name, facts) in enumerate(cards.items()):
        row = card(**facts)
        place = {"board_id": BOARD, "column_id": BOARD, "rank": "a", "number": number, "created_at": 0}
        for field, listing in (("assignee_ids", CardAssignee), ("tag_ids", CardTag)):
            listing.objects.bulk_create(listing(value=one, row_id=name) for one in row[field])
            row[field] = json.dumps(sorted(row[field]))
        Card.objects.create(id=name, **place, **row)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden(case: dict[str, Any]) -> None:
    store(case["cards"])
    reading = Reading(**case["reading"] | {"now": instant(case["reading"]["now"])})
    db = current()
    for expected in case["expect"]:
        match = matching(db, Filter.model_validate(expected["filter"]), reading)
        question = Question(ANY, [BOARD], [Part(Span("all", None, None))], match.lists, match.conditions)
        found, _ = find(db, question, titled=True)
        names = {one.card_id for one in found[0] if match.check is None or match.check(one.title)}
        assert names == set(expected["matches"]), expected["filter"]
