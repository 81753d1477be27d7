"""REST: the person who asks."""

from datetime import datetime
from typing import Literal, cast

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import ConfigDict, field_validator

from tafla.people import acts
from tafla.people.models import Person
from tafla.people.profile import clean_name, is_language, is_time_zone

router = Router(tags=["people"])

Theme = Literal["system", "light", "dark"]


class Me(Schema):
    """The signed-in person. Instants are milliseconds since 1970 UTC."""

    id: str
    email: str
    name: str
    language: str
    time_zone: str
    theme: Theme
    photo: str
    is_owner: bool
    joined_at: int


class MeChange(Schema):
    """Fields to change; those left out stay."""

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    language: str | None = None
    time_zone: str | None = None
    theme: Theme | None = None

    @field_validator("name")
    @classmethod
    def _check_name(cls, value: str | None) -> str | None:
        return None if value is None else clean_name(value)

    @field_validator("language")
    @classmethod
    def _check_language(cls, value: str | None) -> str | None:
        if value is not None and not is_language(value):
            raise ValueError("not a language tag")
        return value

    @field_validator("time_zone")
    @classmethod
    def _check_time_zone(cls, value: str | None) -> str | None:
        if value is not None and not is_time_zone(value):
            raise ValueError("not a time zone")
        return value


class AskingPerson(HttpRequest):
    """A request behind `signed_in`."""

    auth: Person


@router.get("/me", response=Me, summary="Who is signed in")
def read_me(request: AskingPerson) -> Me:
    acts.mark_seen(request.auth)
    return _me(request.auth)


@router.patch("/me", response=Me, summary="Change profile and preferences")
def change_me(request: AskingPerson, change: MeChange) -> Me:
    given = change.model_dump(exclude_none=True)
    for field, value in given.items():
        setattr(request.auth, field, value)
    if given:
        request.auth.save(update_fields=list(given))
    return _me(request.auth)


@router.delete("/me/sessions", response={204: None}, summary="Sign out everywhere, here too")
def end_my_sessions(request: AskingPerson) -> Status[None]:
    acts.sign_out_everywhere(request.auth)
    request.session.flush()
    return Status(204, None)


def _me(person: Person) -> Me:
    return Me(
        id=person.id,
        email=person.email,
        name=person.name,
        language=person.language,
        time_zone=person.time_zone,
        theme=cast("Theme", person.theme),
        photo=person.photo,
        is_owner=person.is_superuser,
        joined_at=_milliseconds(person.joined_at),
    )


def _milliseconds(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)
