"""Types of command arguments that several rooms share."""

from datetime import date, time
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
]
Ids = Annotated[list[Id], Field(min_length=1, max_length=500)]
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]


def _date(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _time(text: str) -> str:
    return time.fromisoformat(text).strftime("%H:%M")


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("unknown time zone")
    return name


Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_date)]
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^\d{2}:\d{2}$"), AfterValidator(_time)]
Zone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_zone)]
