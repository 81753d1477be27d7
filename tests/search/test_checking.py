"""The index compared with what it should be, and made anew."""

import pytest
from django.db import connection

from tafla.cards.models import Card
from tafla.search import building, checking
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
