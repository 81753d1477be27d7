"""What an answer costs tells nothing of what its reader may not read, and what it says neither."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tafla.search import finding, holding
from tafla.search.filtering import Filters
from tafla.search.index import LEVEL_BITS
from tafla.search.queries import search
from tafla.search.terms import ask
from tafla.sync.db import current
from tests.search.asking import indexed, titles
from tests.support.world import World, ident, many_cards

# Of as many letters, so that as many mistakes can be made in them.
UNREAD, NOWHERE = "wombat", "qvxzkw"


class Watched:
    """A database that counts the work of what it is asked: the steps of SQLite's machine, and on PostgreSQL
    the rows that every node of every plan gave.
    """

    def __init__(self) -> None:
        self.db, self.work = current(), list[Any]()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.db, name)

    def query(self, sql: str, values: Any = ()) -> Any:
        if self.db.vendor == "sqlite":
            steps: list[None] = []
            self.db.raw.set_progress_handler(lambda: steps.append(None), 1)  # type: ignore[attr-defined]
            found = self.db.query(sql, values)
            self.db.raw.set_progress_handler(None, 1)  # type: ignore[attr-defined]
            self.work.append(len(steps))
            return found
        said = self.db.query(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", values)[0][0]
        plan = (json.loads(said) if isinstance(said, str | bytes) else said)[0]["Plan"]
        self.work.append(list(_rows(plan)))
        return self.db.query(sql, values)


def _rows(plan: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    yield plan["Node Type"], plan["Actual Rows"], plan["Actual Loops"]
    for child in plan.get("Plans", ()):
        yield from _rows(child)


def work(name: str, q: str, **more: str) -> list[Any]:
    """What each statement of an answer costs, asked for the second time; nothing is found."""
    for _ in range(2):
        db = Watched()
        found = search(db, ident(name), ask(q), Filters(**more))  # type: ignore[arg-type]
    assert found == {"cards": [], "boards": [], "people": [], "more": False, "is_cut": False}
    return db.work


@pytest.mark.parametrize("name", ["dana", "mallory"])
def test_a_word_on_boards_one_may_not_read_costs_what_one_costs_that_is_nowhere(
    world: World, name: str
) -> None:
    """Dana reads another board of that account, Mallory has one of her own."""
    for card in (world.ops1, world.ops2):
        world.done("chidi", "card.rename", card_id=card, title=f"The {UNREAD}")
        world.done("chidi", "card.set_details", card_id=card, text=f"A {UNREAD} runs", base_version=0)
    indexed()
    assert len(titles("chidi", UNREAD)) == 2
    assert work(name, UNREAD) == work(name, NOWHERE)


@pytest.mark.parametrize("q", ["", "card"])
def test_a_column_one_may_not_read_costs_the_same_however_many_cards_it_has(world: World, q: str) -> None:
    indexed()
    before = work("dana", q, column=world.later)
    many_cards("later", 300)
    assert work("dana", q, column=world.later) == before


def test_what_one_may_not_read_never_takes_the_place_of_what_one_may(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dana reads a part of an account, here without looking board by board; others wrote before and after."""
    monkeypatch.setattr(finding, "FEW", 0)
    monkeypatch.setattr(finding, "HELD_TITLES", dict.fromkeys(finding.HELD_TITLES, 1))
    monkeypatch.setattr(holding, "POOL", 1)
    for card in (world.ops1, world.oak, world.ops2):
        world.done("chidi", "card.rename", card_id=card, title=UNREAD)
        indexed()
    assert titles("dana", UNREAD) == [UNREAD]


def test_what_is_due_within_a_month_is_found_however_many_newer_ones_there_are(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "HELD_TITLES", dict.fromkeys(finding.HELD_TITLES, 1))
    due = {"due_on": "2026-03-04", "due_time": None, "due_zone": "UTC"}
    world.done("chidi", "card.rename", card_id=world.ops1, title=UNREAD)
    world.done("chidi", "card.set_due", card_ids=[world.ops1], **due)
    indexed()
    world.done("chidi", "card.rename", card_id=world.ops2, title=UNREAD)
    indexed()
    month = {"from": "2026-03-01", "to": "2026-03-31"}
    assert titles("chidi", UNREAD, **month) == [UNREAD]
    assert titles("chidi", UNREAD, **month, status="blocked") == []
    assert titles("chidi", UNREAD, **{**month, "to": "2026-03-03"}) == []
    assert titles("mallory", UNREAD, **month) == []


@pytest.mark.parametrize("newest", [0, 1, 7, 8, 9, 97, 600])
def test_slices_hold_every_era_once_and_are_few(newest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Other:
        vendor = "postgresql"

    monkeypatch.setattr(holding, "_newest_era", lambda _: newest)
    found: list[int] = []
    (slices,) = holding.slices(Other())  # type: ignore[arg-type]
    for one in slices:
        for number in map(int, one.strip("{}").split(",")):
            level, place = divmod(number, 1 << 24)
            found += range(place << LEVEL_BITS * level, (place + 1) << LEVEL_BITS * level)
    assert sorted(found) == list(range(newest + holding.AHEAD + 1))
    assert len(slices) <= 10
