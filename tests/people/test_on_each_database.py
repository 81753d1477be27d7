"""What depends on the database: uniqueness in any case, one owner in a race, odd characters."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connections

from tafla.people import acts
from tafla.people.models import Person
from tests.support.client import Browser

pytestmark = pytest.mark.usefixtures("each_database")


def test_address_is_taken_in_any_case() -> None:
    Person.objects.create_user("ana@example.com", name="Ana")
    with pytest.raises(IntegrityError):
        Person.objects.create_user("ANA@Example.com", name="Eve")
    with pytest.raises(IntegrityError):
        Person.objects.bulk_create([Person(email="Upper@example.com", name="Eve")])


def test_of_many_who_come_first_at_once_one_owns_the_installation() -> None:
    people = [Person.objects.create_user(f"p{n}@example.com", name=f"P {n}") for n in range(6)]

    def race(person: Person) -> bool:
        try:
            return acts.make_owner_if_first(person)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        won = list(pool.map(race, people))
    assert won.count(True) == 1
    assert Person.objects.filter(is_superuser=True).count() == 1


def test_people_sign_up_and_in() -> None:
    browser = Browser()
    browser.join("ana@example.com", name="Ana\u202e  Costa 🌱")
    assert browser.get("/api/v1/me").json()["name"] == "Ana Costa 🌱"


@pytest.mark.parametrize("email", ["a\x00b@example.com", "\ud800@example.com", "x" * 300 + "@example.com"])
def test_address_that_cannot_be_stored_is_refused(email: str) -> None:
    assert Browser().sign_up(email).status_code == 400
