"""Long runs: `python -m tests.crash --kills 1000`.

Kills the live process under load in rounds of twenty, on a fresh database each; prints each round's seed.
"""

import argparse
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment

from tafla.project.databases import create_file
from tests.conftest import use_database
from tests.crash.run import storm_of_sqlite

ROUND = 20


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    options.add_argument("--kills", type=int, default=200, help="how often the live process is killed")
    options.add_argument("--seed", type=int, default=None, help="of the first round (default: any)")
    chosen = options.parse_args()
    setup_test_environment()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    place = Path(tempfile.mkdtemp(prefix="tafla-crash-"))
    template = make_template(place)
    seed = secrets.randbelow(10**6) if chosen.seed is None else chosen.seed
    done = 0
    while done < chosen.kills:
        count = min(ROUND, chosen.kills - done)
        folder = place / f"seed-{seed}"
        folder.mkdir()
        sys.stdout.write(f"seed {seed}: ")
        sys.stdout.flush()
        told = storm_of_sqlite(folder, template, ["kill_live"] * count, seed=seed)
        done, seed = done + count, seed + 1
        sys.stdout.write(f"{done} kills, {told.commands} commands, {told.again} sent again\n")
        shutil.rmtree(folder)
    shutil.rmtree(place)
    return 0


def make_template(place: Path) -> Path:
    """A migrated, empty database."""
    path = place / "template.sqlite3"
    create_file(path)
    use_database(path)
    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


if __name__ == "__main__":
    sys.exit(main())
