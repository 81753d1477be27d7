from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.world import World, build_world
from tests.views.looking import instant


@pytest.fixture
def world(each_database: Path | str) -> World:
    return build_world()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], int]:
    """Stop the clock of views at a time on the wall of a zone."""

    def stop(at: str, zone: str = "UTC") -> int:
        now = instant(at, zone)
        monkeypatch.setattr("tafla.views.api.now_ms", lambda: now)
        return now

    stop("2026-11-18T12:00", "UTC")
    return stop
