"""Search as tests ask: by a name, over REST, after the index has read everything."""

from typing import Any

from tafla.search import building
from tafla.search.listeners import NAME
from tafla.sync.listeners import LISTENERS, step
from tests.test_access_matrix import signed_in


def indexed() -> None:
    """Have the index read everything there is: what lies in the tables, and the log."""
    building.build()
    one = LISTENERS[NAME]
    one.position = None
    while step(one):
        pass


def asked(name: str, q: str, **more: str) -> dict[str, Any]:
    """The answer to a person's question."""
    answer = signed_in(name).get("/api/v1/search", {"q": q, **more})
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def titles(name: str, q: str, **more: str) -> list[str]:
    """The titles of the cards a person finds, in order."""
    return [card["title"] for card in asked(name, q, **more)["cards"]]
