from pathlib import Path

import pytest

from tests.support.world import World, build_world


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()
