"""Where buckets begin and end: clocks stopped in zones at both ends of the world, on days of all lengths."""

from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from tafla.cards.due import due_instant
from tafla.cards.nearest import NEVER
from tafla.core.fields import EARLIEST, LATEST, time_zones
from tafla.views.buckets import DATES, DONE, Span, date_spans, done_spans
from tafla.views.matches import Reading
from tests.views.looking import instant


class Clock(NamedTuple):
    """A stopped clock: where, when by the clock on its wall, and which day weeks begin with there."""

    zone: str
    at: str
    week_start: int = 1


# Wednesday 2026-11-18, in the middle of the month, everywhere at another instant.
CLOCKS = [
    Clock("Pacific/Pago_Pago", "2026-11-18T23:30"),
    Clock("America/St_Johns", "2026-11-18T00:00"),
    Clock("UTC", "2026-11-18T12:00"),
    Clock("Asia/Kathmandu", "2026-11-18T05:44:59.999"),
    Clock("Australia/Lord_Howe", "2026-11-18T18:00"),
    Clock("Pacific/Kiritimati", "2026-11-18T09:15"),
]


def reading(clock: Clock) -> Reading:
    return Reading(me="", now=instant(clock.at, clock.zone), zone=clock.zone, week_start=clock.week_start)


def bucket(spans: list[Span], at: int) -> str:
    """The one bucket an instant falls into; "" for none, and never two."""
    found = [
        span.id
        for span in spans
        if (span.low is None or span.low < at) and (span.high is None or at <= span.high)
    ]
    assert len(found) <= 1, found
    return found[0] if found else ""


def due(clock: Clock, day: str, time: str | None = None, zone: str | None = None) -> str:
    """The bucket of a card due then; on the reader's own calendar unless a zone is named."""
    at = due_instant(day, time, zone or clock.zone)
    assert at is not None
    return bucket(date_spans(reading(clock)), at)


def done(clock: Clock, at: str) -> str:
    return bucket(done_spans(reading(clock)), instant(at, clock.zone))


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.zone)
def test_each_day_of_ones_own_calendar_falls_where_one_expects_it(clock: Clock) -> None:
    expected = {
        "2026-11-17": "overdue",
        "2026-11-18": "today",
        "2026-11-19": "this_week",
        "2026-11-22": "this_week",
        "2026-11-23": "next_week",
        "2026-11-29": "next_week",
        "2026-11-30": "this_month",
        "2026-12-01": "later",
        "2027-11-18": "later",
    }
    assert {day: due(clock, day) for day in expected} == expected


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.zone)
def test_what_was_done_falls_on_the_day_by_the_clock_on_ones_wall(clock: Clock) -> None:
    expected = {
        clock.at: "today",
        "2026-11-18T00:00": "today",
        "2026-11-17T23:59:59.999": "this_week",
        "2026-11-16T00:00": "this_week",
        "2026-11-15T23:59:59.999": "last_week",
        "2026-11-09T00:00": "last_week",
        "2026-11-08T23:59:59.999": "this_month",
        "2026-11-01T00:00": "this_month",
        "2026-10-31T23:59:59.999": "last_month",
        "2026-10-01T00:00": "last_month",
        "2026-09-30T23:59:59.999": "",
    }
    assert {at: done(clock, at) for at in expected} == expected


def test_one_instant_is_another_day_at_the_other_end_of_the_world() -> None:
    """Noon in UTC: still the 17th on Pago Pago an hour before, already the 19th on Kiritimati."""
    east, west = (
        Clock("Pacific/Kiritimati", "2026-11-19T00:30"),
        Clock("Pacific/Pago_Pago", "2026-11-17T23:30"),
    )
    assert reading(east).now == reading(west).now
    assert (due(west, "2026-11-18", zone="UTC"), due(east, "2026-11-18", zone="UTC")) == (
        "this_week",
        "today",
    )
    assert (due(west, "2026-11-17"), due(east, "2026-11-19")) == ("today", "today")
    # A bare date ends where it was set: the same day ends 25 hours earlier in the east.
    assert due(east, "2026-11-17", zone=west.zone) == "today"
    assert due(west, "2026-11-19", zone=east.zone) == "this_week"


@pytest.mark.parametrize(
    ("week_start", "this_week", "next_week"),
    [
        (1, "2026-11-22", "2026-11-29"),
        (6, "2026-11-20", "2026-11-27"),
        (7, "2026-11-21", "2026-11-28"),
        (3, "2026-11-24", "2026-12-01"),
        (4, "2026-11-18", "2026-11-25"),
    ],
)
def test_weeks_end_before_the_day_they_begin_with(week_start: int, this_week: str, next_week: str) -> None:
    clock = Clock("Asia/Kathmandu", "2026-11-18T12:00", week_start)
    assert due(clock, this_week) == ("today" if week_start == 4 else "this_week")
    assert (due(clock, next_week), due(clock, "2026-12-02")) == ("next_week", "later")


def test_a_month_that_ends_within_a_week_has_no_bucket_of_its_own() -> None:
    clock = Clock("Europe/Berlin", "2026-12-29T12:00")
    spans = {span.id: span for span in date_spans(reading(clock))}
    assert spans["this_month"].low == spans["this_month"].high
    assert (due(clock, "2027-01-03"), due(clock, "2027-01-04"), due(clock, "2027-01-11")) == (
        "this_week",
        "next_week",
        "later",
    )


def test_the_first_days_of_a_month_leave_nothing_to_the_month_before_last_week() -> None:
    clock = Clock("Europe/Berlin", "2026-12-02T12:00")
    assert done(clock, "2026-12-01T12:00") == "this_week"
    assert done(clock, "2026-11-30T12:00") == "this_week"
    assert done(clock, "2026-11-23T12:00") == "last_week"
    assert done(clock, "2026-11-22T12:00") == "last_month"
    assert done(clock, "2026-10-31T12:00") == ""


LONG = Clock("Europe/Berlin", "2026-10-25T12:00")
SHORT = Clock("Europe/Berlin", "2026-03-29T12:00")
HALF = Clock("Australia/Lord_Howe", "2026-10-04T12:00")


@pytest.mark.parametrize(("clock", "hours"), [(LONG, 25), (SHORT, 23), (HALF, 23.5)])
def test_days_on_which_clocks_change_are_as_long_as_they_are(clock: Clock, hours: float) -> None:
    at = done_spans(reading(clock))[0].low
    end = next(span.high for span in date_spans(reading(clock)) if span.id == "today")
    assert at is not None
    assert end is not None
    # Instants after `at`, and up to the midnight that ends the day.
    assert end - at - 1 == hours * 3_600_000
    day = clock.at[:10]
    assert (due(clock, day), due(clock, day, "23:59")) == ("today", "today")


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Africa/Cairo", "2026-04-24"), ("America/Havana", "2026-11-01"), ("Pacific/Apia", "2011-12-31")],
)
def test_days_without_a_midnight_or_with_two_or_after_one_that_never_was(zone: str, day: str) -> None:
    clock = Clock(zone, f"{day}T12:00")
    assert due(clock, day) == "today"
    assert done(clock, f"{day}T12:00") == "today"
    before = (instant(f"{day}T12:00", zone) - 36 * 3_600_000) // 1000
    assert bucket(done_spans(reading(clock)), before * 1000) != "today"


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.zone)
@pytest.mark.parametrize("week_start", range(1, 8))
def test_every_instant_has_one_bucket(clock: Clock, week_start: int) -> None:
    now = reading(clock._replace(week_start=week_start))
    spans = date_spans(now)
    assert [span.id for span in spans] == list(DATES)
    ends = [due_instant(day.isoformat(), None, clock.zone) or 0 for day in (EARLIEST, LATEST)]
    hour = 3_600_000
    near = range(now.now - 70 * 24 * hour, now.now + 70 * 24 * hour, 5 * hour)
    assert all(bucket(spans, at) for at in (*ends, *near))
    assert (bucket(spans, ends[0]), bucket(spans, ends[1])) == ("overdue", "later")
    assert bucket(spans, NEVER) == "none"
    done_by = done_spans(now)
    assert [span.id for span in done_by] == list(DONE)
    assert all(bucket(done_by, at) for at in range(now.now - 30 * 24 * hour, now.now + 1, 7 * hour))


def test_every_zone_there_is_has_buckets() -> None:
    for zone in time_zones():
        now = Reading(me="", now=instant("2026-11-18T12:00"), zone=zone)
        begins = done_spans(now)[0].low
        assert begins is not None
        length = now.now - begins
        assert 0 < length <= timedelta(hours=25).total_seconds() * 1000, zone
        assert ZoneInfo(zone)
