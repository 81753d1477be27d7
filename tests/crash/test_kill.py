"""kill -9 at any moment under load: what was acknowledged is there once, what was not lands once, and nothing
is half done (S2, S3, S4, S6).
"""

from pathlib import Path

import pytest

from tests.crash.run import storm_of_sqlite

pytestmark = [pytest.mark.crash, pytest.mark.slow]


def test_nothing_is_lost_when_the_live_process_is_killed(tmp_path: Path, database_template: Path) -> None:
    told = storm_of_sqlite(tmp_path, database_template, ["kill_live"] * 17, seed=7)
    assert told.again > 0, "no command was under way when the server died, so this proves nothing"


def test_nothing_is_lost_when_supervisor_and_children_are_killed(
    tmp_path: Path, database_template: Path
) -> None:
    told = storm_of_sqlite(
        tmp_path, database_template, ["kill_live", "kill_tree", "kill_live"], seed=8, supervised=True
    )
    assert told.again > 0
