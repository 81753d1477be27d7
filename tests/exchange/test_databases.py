"""Exports read both kinds of database alike."""

import pytest

from tests.exchange.conftest import board_json, export, fill, records
from tests.support.world import World, build_world


@pytest.fixture
def either(each_database: object) -> World:
    return fill(build_world())


def test_every_format_on_each_database(either: World) -> None:
    found = board_json(export("zip"))
    assert [len(found[part]) for part in ("cards", "messages", "attachments", "tags")] == [6, 3, 2, 1]
    assert [card["title"] for card in found["cards"]][:3] == ["Card ink", "Card oak", "Card elm"]
    data = export("xlsx")
    assert records(data)[0]["Assignees"] == "Chidi"
    assert records(data, "History")[0]["What"] == "Status"
    assert b"Some <strong>words</strong>" in export("html")
