"""In every language what a team wrote is found by what a person types."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from tests.search.asking import indexed
from tests.search.languages import LANGUAGES, Line
from tests.support.world import World, ident
from tests.test_access_matrix import signed_in


def typed(line: Line) -> Iterator[str]:
    """What is typed by hand, and all of the title in other spellings."""
    yield from line.typed
    yield unicodedata.normalize("NFD", line.title)
    yield unicodedata.normalize("NFKC", line.title).upper()


def test_every_language_is_found_as_people_type_it(world: World) -> None:
    cards = [{"card_id": ident(f"in {name}"), "title": line.title} for name, line in LANGUAGES.items()]
    world.done("chidi", "card.add", column_id=world.todo, cards=cards)
    indexed()
    chidi = signed_in("chidi")

    def ask(q: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = chidi.get("/api/v1/search", {"q": q}).json()["cards"]
        return found

    def is_found(title: str, q: str) -> bool:
        """Found, by its title, with something marked in it."""
        passages = [where for card in ask(q) if card["title"] == title for where in card["where"]]
        return any(where["passage"] == title and where["marks"] for where in passages)

    missed = [
        (language, q)
        for language, line in LANGUAGES.items()
        for q in dict.fromkeys(typed(line))
        if not is_found(line.title, q)
    ]
    assert missed == []
