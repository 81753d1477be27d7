"""A real live process with a small built client, one for all tests of this folder that only ask."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.servers import RunningServer, running


@pytest.fixture(scope="session")
def live(database_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The live process on a database of its own."""
    folder = tmp_path_factory.mktemp("live")
    shutil.copyfile(database_template, folder / "tafla.sqlite3")
    with running(["tafla.project.live"], folder) as server:
        yield server
