"""The demo board, made by commands like any other."""

from collections.abc import Mapping

from tafla.people.models import Person


def fill(people: Mapping[str, Person]) -> None:
    """Make the board of `demo_cards` for these people (by key), unless it is there."""
