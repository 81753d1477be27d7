"""The index compared with what it should be, and made anew."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tafla.cards.models import Card
from tafla.search import building, checking, documents
from tafla.search.checking import LEFT, MISSING, OLD, UNFOUND
from tafla.search.documents import refresh
from tafla.search.models import Document
from tafla.sync.db import current
from tests.search.asking import indexed, titles
from tests.support.world import World, many_cards


def wrong(sample: int | None = None) -> dict[tuple[str, str], str]:
    keys = checking.all_keys(current()) if sample is None else checking.sample_keys(current(), sample)
    return checking.differences(current(), keys, lambda _: None)


@pytest.mark.parametrize("sample", [None, 10_000])
def test_what_differs_is_told_and_mended_by_making_it_anew(world: World, sample: int | None) -> None:
    indexed()
    assert wrong(sample) == {}
    Document.objects.filter(row_id=world.ink, kind="t").delete()
    Card.objects.filter(id=world.oak).update(title="Otherwise")
    Card.objects.filter(id=world.elm).delete()
    assert wrong(sample) == {("t", world.ink): MISSING, ("t", world.oak): OLD, ("t", world.elm): LEFT}
    building.ask_anew()
    assert checking.progress(current())[0] == 0
    building.build()
    assert wrong(sample) == {}
    read, whole = checking.progress(current())
    assert read == whole > 0


def test_what_the_full_text_table_does_not_lead_to_is_told(world: World) -> None:
    indexed()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
        assert set(wrong().values()) == {UNFOUND}
        building.ask_anew()
        building.build()
    assert wrong() == {}


def test_what_is_right_at_the_second_look_is_not_told(world: World) -> None:
    indexed()
    Card.objects.filter(id=world.oak).update(title="Otherwise")
    found = checking.differences(current(), checking.all_keys(current()), lambda _: _keep(world.oak))
    assert found == {}


def _keep(card: str) -> None:
    refresh(current(), [("t", card)])


def test_what_is_stopped_goes_on_where_it_was_and_changes_meanwhile_are_kept(world: World) -> None:
    many_cards("todo", 450)
    indexed()
    building.ask_anew()
    turns = iter([False, True])
    building.build(is_stopped=lambda: next(turns))
    read, whole = checking.progress(current())
    assert 0 < read < whole
    world.done("chidi", "card.rename", card_id=world.ink, title="Renamed meanwhile")
    indexed()
    assert wrong() == {}
    assert titles("chidi", "meanwhile") == ["Renamed meanwhile"]


@pytest.mark.parametrize("turn", range(1, 12, 2))
def test_whoever_builds_goes_on_with_an_index_that_others_make_anew_meanwhile(
    world: World, turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a slice, and between two."""
    monkeypatch.setattr(documents, "AT_ONCE", 20)
    monkeypatch.setattr(building, "AT_ONCE", 50)
    many_cards("todo", 120)
    turns: list[float] = []

    def rest(seconds: float) -> None:
        turns.append(seconds)
        if len(turns) == turn:
            building.ask_anew()
            building.build(is_stopped=lambda: len(turns) == turn)

    building.build(rest)
    assert len(turns) > turn
    assert wrong() == {}
    read, whole = checking.progress(current())
    assert read == whole


def test_several_build_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "AT_ONCE", 20)
    many_cards("todo", 200)

    def run(at: int) -> None:
        try:
            if at % 2:
                building.ask_anew()
            building.build(time.sleep)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(run, range(4)))
    assert wrong() == {}
    read, whole = checking.progress(current())
    assert read == whole


def test_the_server_stands_back_where_another_builds(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "AT_ONCE", 20)
    many_cards("todo", 100)
    stages: list[int] = []

    def rest(_: float) -> None:
        if not stages:
            stages.append(checking.progress(current())[0])
            building.build(lambda _: stages.append(0), lambda: len(stages) > 3)

    building.build(rest, stands_back=True)
    read, whole = checking.progress(current())
    assert stages[0] < read < whole, "what the other did is left as it is"
    building.build(stands_back=True)
    assert wrong() == {}
