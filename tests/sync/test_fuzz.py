"""Histories with losses: everybody converges (quality.md 2). More by `python -m tests.sync.fuzz`."""

import pytest

from tests.support.world import build_world
from tests.sync.fuzz import play


@pytest.mark.parametrize("seed", range(200))
def test_everybody_converges(database: object, seed: int) -> None:
    play(build_world(), seed)
