"""Types of command arguments that several rooms share."""

from datetime import date, time
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
]
Ids = Annotated[list[Id], Field(min_length=1, max_length=500)]
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]


# Instants far outside of any plan cannot be told in every zone.
EARLIEST, LATEST = date(1900, 1, 1), date(9000, 12, 31)


def _date(text: str) -> str:
    day = date.fromisoformat(text)
    if not EARLIEST <= day <= LATEST:
        raise ValueError("out of range")
    return day.isoformat()


def _time(text: str) -> str:
    return time.fromisoformat(text).strftime("%H:%M")


# Names that machines have and browsers do not: a date kept in such a zone could be shown to nobody.
NO_ZONES = {"Factory", "localtime"}


@cache
def time_zones() -> frozenset[str]:
    """Every zone this machine knows; reads hundreds of files the first time, hence kept."""
    return frozenset(available_timezones() - NO_ZONES)


def _zone(name: str) -> str:
    if name not in time_zones():
        raise ValueError("unknown time zone")
    return name


Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_date)]
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^\d{2}:\d{2}$"), AfterValidator(_time)]
Zone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_zone)]
