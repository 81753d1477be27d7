import pytest

from tests.history.lines import Index, indexed
from tests.support.world import World, build_world


@pytest.fixture
def world(database: object) -> World:
    """On one database: what verbs record is the same on each."""
    return build_world()


@pytest.fixture(params=["from the log", "indexed"])
def index(request: pytest.FixtureRequest) -> Index:
    """History reads the same before the listener has come to it and afterwards."""
    return indexed if request.param == "indexed" else lambda: None
