"""Turns what Django and allauth signal into the hooks of this room."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, user_signed_up
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_out
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from tafla.people import acts, hooks
from tafla.people.models import Person

# A save of one of these ends sessions; a save without update_fields may have touched any of them.
SIGNS_SESSIONS = {"password", "is_active", "session_stamp"}


def connect() -> None:
    user_signed_up.connect(_signed_up, dispatch_uid="people.signed_up")
    email_confirmed.connect(_email_confirmed, dispatch_uid="people.email_confirmed")
    user_logged_out.connect(_signed_out, dispatch_uid="people.signed_out")
    post_save.connect(_person_saved, sender=Person, dispatch_uid="people.saved")
    post_delete.connect(_session_deleted, sender=UserSession, dispatch_uid="people.session_deleted")


def _signed_up(request: Any, user: Person, **_: Any) -> None:
    hooks.signed_up(user, request)
    # An invited person proved the address by the token; allauth sends no confirmation signal then.
    if EmailAddress.objects.filter(user=user, verified=True).exists():
        _email_shown(user, request)


def _email_confirmed(request: Any, email_address: Any, **_: Any) -> None:
    _email_shown(email_address.user, request)


def _email_shown(person: Person, request: Any) -> None:
    acts.make_owner_if_first(person)
    hooks.email_verified(person, request)


def _signed_out(request: Any, user: Person | None, **_: Any) -> None:
    if user is not None:
        # Django deletes the session only after it has told us; whoever looks again must not find it (S10).
        request.session.delete()
        _sessions_changed(user.pk)


def _person_saved(instance: Person, created: bool, update_fields: frozenset[str] | None, **_: Any) -> None:
    if not created and (update_fields is None or SIGNS_SESSIONS & update_fields):
        _sessions_changed(instance.pk)


def _session_deleted(instance: UserSession, **_: Any) -> None:
    _sessions_changed(instance.user_id)


def _sessions_changed(person_id: str) -> None:
    transaction.on_commit(lambda: hooks.sessions_changed(person_id))
