"""What other rooms and doors may do to a person. The listeners turn ended sessions into hooks."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from tafla.people import hooks
from tafla.people.models import Person, new_stamp

SEEN_EVERY = timedelta(minutes=1)


def make_person(*, email: str, name: str, password: str, **fields: object) -> Person:
    """A person with a verified address, without a sign-up form: the demo account, imports, tests."""
    with transaction.atomic():
        person = Person.objects.create_user(email, password, name=name, **fields)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    hooks.signed_up(person, None)
    hooks.email_verified(person, None)
    return person


def make_owner_if_first(person: Person) -> bool:
    """The first person who shows an address is theirs owns the installation. True when this is the one.

    Bound to the verified address, not to the form: a mistyped address would leave an installation nobody
    owns.
    """
    if Person.objects.filter(is_superuser=True).exists():
        return False
    with transaction.atomic():
        # SQLite transactions begin IMMEDIATE; PostgreSQL needs to be told that only one may look and write.
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE people_person IN SHARE ROW EXCLUSIVE MODE")
        if Person.objects.filter(is_superuser=True).exists():
            return False
        person.is_staff = person.is_superuser = True
        person.save(update_fields=["is_staff", "is_superuser"])
    return True


def sign_out_everywhere(person: Person) -> None:
    """End every session of a person, also those on machines that are off."""
    person.session_stamp = new_stamp()
    with transaction.atomic():
        person.save(update_fields=["session_stamp"])
        keys = list(UserSession.objects.filter(user=person).values_list("session_key", flat=True))
        Session.objects.filter(session_key__in=keys).delete()
        UserSession.objects.filter(user=person).delete()


def deactivate(person: Person) -> None:
    """The person may not sign in any more; what they made stays."""
    person.is_active = False
    with transaction.atomic():
        person.save(update_fields=["is_active"])
        sign_out_everywhere(person)


def mark_seen(person: Person) -> None:
    """Note that somebody is here, at most once a minute."""
    now = timezone.now()
    if person.last_seen_at is None or now - person.last_seen_at > SEEN_EVERY:
        Person.objects.filter(id=person.id).update(last_seen_at=now)
        person.last_seen_at = now
