"""Presence: several pages of one person, a crowd, the slow, and what other processes say (S14)."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest

from tafla.sync import presence
from tafla.sync.presence import SAMPLE, Presence, Present
from tafla.sync.reading import Reader

SCOPE = "board:b"
TICK_S = 0.01


@dataclass(eq=False)
class Page:
    reader: Reader
    heard: list[dict[str, Any]] = field(default_factory=list)
    is_stuck: bool = False
    told: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, frame: str) -> bool:
        if not self.is_stuck:
            self.heard.append(orjson.loads(str(frame)))
            self.told.set()
        return not self.is_stuck

    def tell(self, message: dict[str, Any]) -> None:
        raise AssertionError(f"presence is never kept for the slow: {message}")


def page(person: str) -> Page:
    return Page(Reader(person))


async def told(one: Page) -> dict[str, Any]:
    """What a page hears next; many words in one tick are one."""
    await asyncio.wait_for(one.told.wait(), 2)
    one.told.clear()
    found, one.heard = one.heard[-1], []
    return found


def play(scene: Callable[[Presence], Coroutine[Any, Any, None]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "TICK_S", TICK_S)
    monkeypatch.setattr(presence, "BEAT_S", 5 * TICK_S)
    monkeypatch.setattr(presence, "FORGET_S", 15 * TICK_S)

    async def run() -> None:
        await scene(Presence())

    asyncio.run(run())


def test_who_has_several_pages_is_where_they_moved_last(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(here: Presence) -> None:
        ana, one, two = page("ana"), page("ben"), page("ben")
        here.here(ana, SCOPE, None)
        here.here(one, SCOPE, "card 1", "column 1")
        here.here(two, SCOPE, None, "column 2")
        heard = await told(ana)
        assert (heard["count"], heard["people"]) == (2, [["ana", None, None], ["ben", None, "column 2"]])
        here.gone(two)
        assert (await told(ana))["people"][1] == ["ben", "card 1", "column 1"]
        here.lost(one, "team:b")
        assert (await told(ana))["people"] == [["ana", None, None]]

    play(scene, monkeypatch)


def test_who_is_behind_hears_how_it_stands_later_and_others_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(here: Presence) -> None:
        ana, ben = page("ana"), page("ben")
        ben.is_stuck = True
        here.here(ana, SCOPE, None)
        here.here(ben, SCOPE, None)
        await told(ana)
        await asyncio.sleep(5 * TICK_S)
        ben.is_stuck = False
        assert (await told(ben))["count"] == 2
        assert ana.heard == []

    play(scene, monkeypatch)


def test_what_other_processes_say_is_added_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(here: Presence) -> None:
        ana = page("ana")
        here.here(ana, SCOPE, None)
        await told(ana)
        here.hear(
            "other",
            False,
            {SCOPE: (0, {"ben": [5, "card 1", None]}), "board:c": (0, {"eve": [5, None, None]})},
        )
        assert (await told(ana))["people"] == [["ana", None, None], ["ben", "card 1", None]]
        # Ana has a page there too, where she was before.
        here.hear("other", False, {SCOPE: (0, {"ana": [1, "card 2", None]})})
        assert (await told(ana))["people"] == [["ana", None, None]]
        # All there is: what is not in it is over.
        here.hear("other", True, {SCOPE: (3, {"dana": [6, None, None]})})
        heard = await told(ana)
        assert (heard["count"], heard["people"][1:]) == (5, [["dana", None, None]])
        here.hear("other", True, {})
        assert (await told(ana))["count"] == 1
        assert here.others["other"].boards == {}

    play(scene, monkeypatch)


def test_a_process_that_says_nothing_is_forgotten_and_all_is_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(here: Presence) -> None:
        ana = page("ana")
        said: list[tuple[bool, dict[str, Present]]] = []
        here.tell_others = lambda is_all, boards: said.append((is_all, boards))
        here.here(ana, SCOPE, "card 1")
        here.hear("dead", True, {SCOPE: (0, {"ben": [5, None, None]})})
        assert (await told(ana))["count"] == 2
        beating = asyncio.create_task(here.beat())
        assert (await told(ana))["count"] == 1
        beating.cancel()
        assert [is_all for is_all, _ in said[:2]] == [False, True]
        for _, boards in said:
            ((hidden, people),) = boards.values()
            assert (hidden, people["ana"][1:]) == (0, ["card 1", None])

    play(scene, monkeypatch)


def test_of_a_crowd_a_count_and_a_sample_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(here: Presence) -> None:
        pages = [page(f"person {at}") for at in range(SAMPLE + 10)]
        for one in pages:
            here.here(one, SCOPE, None)
        here.hear("other", True, {SCOPE: (7, {"ben": [5, None, None]})})
        heard = await told(pages[-1])
        assert (heard["count"], len(heard["people"])) == (SAMPLE + 10 + 1 + 7, SAMPLE)

    play(scene, monkeypatch)
