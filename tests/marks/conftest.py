from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.world import THEN, World, build_world

Clock = Callable[[int], None]


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Commands run at the instant (ms) it is set to."""

    def set_to(at: int) -> None:
        monkeypatch.setattr("tafla.sync.batch.now_ms", lambda: at)

    set_to(THEN + 1_000)
    return set_to
