"""What nobody should ask is refused with a code; what stands at the ends of time is told."""

from typing import Any

import pytest

from tafla.cards.due import due_instant
from tafla.core.fields import EARLIEST, LATEST
from tafla.views.models import SavedFilter
from tests.support.world import World, ident
from tests.views.looking import client_of, give, refusal, seen

pytestmark = pytest.mark.usefixtures("clock")

REFUSED: dict[str, tuple[str, dict[str, Any], tuple[int, str, dict[str, Any]]]] = {
    "unknown view": ("everything", {}, (404, "unknown_view", {"name": "everything"})),
    "a view in capitals": ("DUE", {}, (404, "unknown_view", {"name": "DUE"})),
    "a very long name": ("x" * 900, {}, (404, "unknown_view", {"name": "x" * 64})),
    "unknown zone": ("due", {"zone": "Mars/Olympus"}, (422, "bad_zone", {"zone": "Mars/Olympus"})),
    "a path for a zone": (
        "due",
        {"zone": "../../etc/passwd"},
        (422, "bad_zone", {"zone": "../../etc/passwd"}),
    ),
    "a zone of 10 kB": ("due", {"zone": "Z" * 10_000}, (422, "bad_zone", {"zone": "Z" * 64})),
    "a zone with a zero byte": ("due", {"zone": "UTC\0"}, (422, "bad_zone", {"zone": "UTC\0"})),
    "an offset": ("due", {"zone": "+05:45"}, (422, "bad_zone", {"zone": "+05:45"})),
    "a week of eight days": ("due", {"week_start": 8}, (422, "bad_arguments", {"fields": ["week_start"]})),
    "a week from day nought": ("due", {"week_start": 0}, (422, "bad_arguments", {"fields": ["week_start"]})),
    "mine perhaps": ("due", {"mine": "perhaps"}, (422, "bad_arguments", {"fields": ["mine"]})),
    "after nothing": (
        "due",
        {"bucket": "later", "after": "x"},
        (422, "bad_arguments", {"fields": ["after"]}),
    ),
    "after a huge number": (
        "due",
        {"bucket": "later", "after": f"{'9' * 30}.{ident('ink')}"},
        (422, "bad_arguments", {"fields": ["after"]}),
    ),
    "after other digits": (
        "due",
        {"bucket": "later", "after": f"١٢.{ident('ink')}"},
        (422, "bad_arguments", {"fields": ["after"]}),
    ),
    "own without a filter": ("own", {}, (404, "not_found", {})),
    "own with a filter that is none": ("own", {"filter": "' OR 1=1 --"}, (404, "not_found", {})),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(world: World, case: str) -> None:
    name, query, expected = REFUSED[case]
    assert refusal("ben", name, **query) == expected


def test_counts_need_a_zone_too(world: World) -> None:
    assert client_of("ben").get("/api/v1/views?zone=Mars").json()["code"] == "bad_zone"


@pytest.mark.parametrize("bucket", ["someday", "x" * 10_000, "' OR 1=1 --", "none\0", "🌲"])
def test_a_bucket_that_is_none_is_empty(world: World, bucket: str) -> None:
    for name in ("due", "new"):
        assert seen("ben", name, bucket=bucket) == {}


def test_dates_at_both_ends_of_time(world: World) -> None:
    for card, day, zone in (
        ("ink", EARLIEST, "Pacific/Kiritimati"),
        ("oak", LATEST, "Pacific/Pago_Pago"),
    ):
        give(card, due_on=day.isoformat(), due_at=due_instant(day.isoformat(), None, zone))
    told = seen("ben", "due", zone="America/St_Johns", week_start=7)
    assert (told["overdue"], told["later"]) == (["ink"], ["oak"])


@pytest.mark.parametrize(
    "stored",
    ["", "[]", "null", '{"colour":"red"}', '{"statuses":["unheard of"]}', "{", '{"due":["someday"]}'],
)
def test_a_filter_of_a_version_that_knew_other_words_is_like_none(world: World, stored: str) -> None:
    key = {"id": ident("sieve"), "person_id": world.ben, "name": "Old", "at": 0}
    SavedFilter.objects.create(**key, filter=stored)
    assert refusal("ben", "own", filter=ident("sieve")) == (404, "not_found", {})
