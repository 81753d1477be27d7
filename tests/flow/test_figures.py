"""Figures of flow from stays: days where the reader is, who stood where, how long work took."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from tafla.flow.figures import Spell, began_at, days_until, done_each_day, pace, per_column, standing

HOUR = 3_600_000


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("zone", "last_day", "yesterdays_end"),
    [
        ("Pacific/Pago_Pago", "2026-03-28", "2026-03-28T11:00"),
        ("America/St_Johns", "2026-03-28", "2026-03-28T02:30"),
        ("UTC", "2026-03-29", "2026-03-29T00:00"),
        ("Europe/Lisbon", "2026-03-29", "2026-03-29T00:00"),
        ("Asia/Kathmandu", "2026-03-29", "2026-03-28T18:15"),
        ("Australia/Lord_Howe", "2026-03-29", "2026-03-28T13:00"),
        ("Pacific/Kiritimati", "2026-03-29", "2026-03-28T10:00"),
    ],
)
def test_days_are_the_readers_own(zone: str, last_day: str, yesterdays_end: str) -> None:
    now = at("2026-03-29T01:00")
    (_, yesterday), (today, end) = days_until(now, zone, 2)
    assert today.isoformat() == last_day
    assert end == now
    assert yesterday == at(yesterdays_end) - 1


def test_a_day_on_which_clocks_change_has_23_hours() -> None:
    ends = [end for _, end in days_until(at("2026-03-31T12:00"), "Europe/Berlin", 4)]
    assert [(later - earlier) // HOUR for earlier, later in pairwise(ends[:3])] == [23, 24]


def test_cards_stand_where_they_stood_at_the_end_of_each_day() -> None:
    spells = [
        Spell("a", "todo", 5, 15),
        Spell("a", "doing", 15, None),
        Spell("b", "todo", 10, 30),
        Spell("c", "todo", 21, 29),  # between two ends
    ]
    assert standing(spells, [10, 20, 30, 40]) == {"todo": [2, 1, 0, 0], "doing": [0, 1, 1, 1]}


@pytest.mark.parametrize(
    ("columns", "began"),
    [
        (["todo", "doing", "done"], 20),
        (["todo", "doing", "todo", "doing"], 20),
        (["doing", "done"], 3),
        (["todo", "done"], 20),
        ([], 3),
    ],
)
def test_work_begins_when_a_card_first_leaves_the_first_column(columns: list[str], began: int) -> None:
    spells = [Spell("a", column, 10 * at, 10 * at + 10) for at, column in enumerate(columns, 1)]
    assert began_at(spells, "todo", 3) == began


def test_a_card_that_came_back_has_stood_there_twice() -> None:
    spells = [Spell("a", "todo", 0, 10), Spell("a", "doing", 10, 15), Spell("a", "todo", 15, None)]
    assert per_column(spells, 100) == {"todo": 95, "doing": 5}


def test_the_pace_is_the_middle_and_what_85_of_100_keep() -> None:
    assert pace([]) is None
    assert pace(range(1, 101)) == (100, 50, 86)
    assert pace([7]) == (1, 7, 7)


def test_completions_count_on_their_day_and_none_before_the_first() -> None:
    assert done_each_day([5, 11, 20, 21, 99], [10, 20, 30]) == [2, 1]
