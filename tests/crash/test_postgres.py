"""PostgreSQL goes away under load, in good order and by a crash: commands wait, land once, and nobody has to
restart the live process (S2, S3, S4).
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.crash.run import storm
from tests.crash.storm import Server
from tests.support import postgres

pytestmark = [pytest.mark.crash, pytest.mark.slow, pytest.mark.postgres]


@dataclass
class Restarting(Server):
    """A live process whose database is restarted in place of itself."""

    data: str = ""

    def restart_database(self) -> None:
        self._control("restart", "-m", "fast")

    def crash_database(self) -> None:
        self._control("restart", "-m", "immediate")

    def _control(self, *words: str) -> None:
        binaries = postgres.programs()
        assert binaries is not None
        user = "postgres" if os.getuid() == 0 else None
        command = [str(binaries / "pg_ctl"), "-D", self.data, "-w", *words]
        subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)


def test_nothing_is_lost_when_the_database_restarts(tmp_path: Path, postgres_database: str) -> None:
    with psycopg.connect(postgres_database, autocommit=True) as connection:
        # The test server is set up to be quick; here an acknowledged commit must have been written.
        name = connection.info.dbname
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = on")  # type: ignore[call-overload]
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    server = Restarting(tmp_path, {"TAFLA_DATABASE_URL": postgres_database}, data=row[0])
    deeds = ["restart_database", "crash_database", "kill_live", "crash_database", "restart_database"]
    told = storm(server, deeds, seed=9)
    assert told.again > 0
    # The live process went once, by its own kill; it outlived the database four times.
    assert server.starts == 2
