"""`tafla demo`: four people who can sign in at once, and boards of real work.

Safe to repeat: people who are there are left as they are, and each board is made once. The password is known
to everybody, so none of them owns the installation; that is the first person who signs up.
"""

from tafla.core.settings import load_or_exit

from tafla.project import ready  # isort: skip — the models below need Django set up
from tafla.people import acts
from tafla.people.models import Person
from tafla.project import demo_board, demo_gallery
from tafla.project.demo_cards import PASSWORD, PEOPLE, DemoPerson

__all__ = ["make_demo", "ready"]


def make_demo() -> list[str]:
    """Make what is missing; the lines that say how to sign in. Needs a migrated database."""
    people = {each.key: find_or_make(each) for each in PEOPLE}
    demo_board.fill(people)
    demo_gallery.fill(people)
    first = people[PEOPLE[0].key]
    return [
        f"The demo account is at {load_or_exit().site}/sign-in",
        f"Sign in as {first.email} (or another of its people) with the password {PASSWORD}",
    ]


def find_or_make(each: DemoPerson) -> Person:
    """One of the demo people, with a verified address, and never an owner of the installation."""
    there = Person.objects.filter(email=each.email).first()
    return there or acts.make_person(
        email=each.email, name=each.name, password=PASSWORD, language=load_or_exit().language
    )
