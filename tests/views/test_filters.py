"""Filters: what they let in, and what they pick out. The golden cases are run by the browser's tests too."""

import json
from datetime import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from tafla.views.filters import Filter
from tafla.views.matches import Reading, matcher, matches
from tests.support.servers import ROOT

CASES = [
    json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "contracts/golden-filters").iterdir())
]
PLAIN_CARD: dict[str, Any] = {
    "title": "A task",
    "status": "normal",
    "priority": "normal",
    "due_at": None,
    "checklist_due_at": None,
    "assignee_ids": [],
    "tag_ids": [],
    "completed_at": None,
    "deleted_at": None,
}


def instant(text: str) -> int:
    """Instants are written so that one can read them."""
    moment = datetime.fromisoformat(text)
    return int(moment.replace(microsecond=0).timestamp()) * 1000 + moment.microsecond // 1000


def card(**facts: Any) -> dict[str, Any]:
    return PLAIN_CARD | {
        name: instant(value) if name.endswith("_at") else value for name, value in facts.items()
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden(case: dict[str, Any]) -> None:
    reading = Reading(**case["reading"] | {"now": instant(case["reading"]["now"])})
    for expected in case["expect"]:
        test = matcher(Filter.model_validate(expected["filter"]), reading)
        found = [key for key, facts in case["cards"].items() if test(card(**facts))]
        assert found == expected["matches"], expected["filter"]


def test_there_are_golden_cases() -> None:
    assert len(CASES) > 9


@pytest.mark.parametrize(
    "given",
    [
        {"statuses": ["unheard of"]},
        {"statuses": "blocked"},
        {"due": ["someday"]},
        {"priorities": ["low"]},
        {"assignees": ["somebody"]},
        {"assignees": ["ME"]},
        {"assignees": [7]},
        {"assignees": {"me": 1}},
        {"assignees": [f"00000000-0000-7000-8000-{number:012x}" for number in range(51)]},
        {"tags": [""]},
        {"tags": ["x" * 61]},
        {"tags": [f"tag {number}" for number in range(51)]},
        {"text": "x" * 201},
        {"text": None},
        {"colour": "red"},
    ],
)
def test_what_it_does_not_know_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Filter.model_validate(given)


def test_it_is_cleaned_and_each_value_counts_once() -> None:
    wanted = Filter.model_validate(
        {"tags": ["Red  tape", "Red  tape"], "due": ["today", "today"], "text": " a\n b "}
    )
    assert wanted == Filter(tags=("Red tape",), due=("today",), text="a b")
    assert Filter.model_validate_json(wanted.model_dump_json()) == wanted


def test_an_empty_filter_picks_out_every_card() -> None:
    assert matches(Filter(), card(), Reading(me="", now=0))


@pytest.mark.parametrize("zone", ["Pacific/Apia", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata", "UTC"])
@pytest.mark.parametrize(
    "now", ["1970-01-01T00:00:00+00:00", "2011-12-30T10:00:00+00:00", "2199-12-31T23:59:59+00:00"]
)
@pytest.mark.parametrize("week_start", range(1, 8))
def test_every_instant_has_words(zone: str, now: str, week_start: int) -> None:
    """Whatever the day: what is due is overdue, or of this or next month, or later; never two of these."""
    reading = Reading(me="", now=instant(now), zone=zone, week_start=week_start)
    tests = [matcher(Filter(due=(word,)), reading) for word in ("this_month", "next_month", "later", "none")]
    day_ms = 86_400_000
    for at in (None, *range(reading.now - 40 * day_ms, reading.now + 100 * day_ms, day_ms // 3)):
        assert sum(test(PLAIN_CARD | {"due_at": at}) for test in tests) == 1
