"""A throw-away PostgreSQL server for tests, in a temporary folder and on a free port."""

import grp
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.support.servers import free_port

# Nothing in it has to survive: without syncing, making a database takes a tenth of the time.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    # Nobody gathers figures behind a test's back: plans are those of the test's own ANALYZE.
    "autovacuum": "off",
}


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: on PATH, or where Debian hides it."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    hidden = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return hidden[-1].parent if hidden else None


class Server:
    """A running server; `url` names one of its databases."""

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, name: str) -> str:
        return f"postgres://tafla@127.0.0.1:{self.port}/{name}"

    def run(self, statement: str) -> None:
        """Run a statement that cannot stand in a transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server, and remove it with all its data."""
    binaries = programs()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="tafla-postgres-"))
    port = free_port()
    options = " ".join(f"-c {name}={value}" for name, value in FAST.items())
    start = f"-p {port} -k {folder} {options}"
    # PostgreSQL refuses to run as root.
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, grp.getgrnam("postgres").gr_gid)
    data = folder / "data"
    _call([binaries / "initdb", "-D", data, "-U", "tafla", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"])
    _call([binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", start, "start"])
    try:
        yield Server(port)
    finally:
        _call([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _call(command: list[object]) -> None:
    user = "postgres" if os.getuid() == 0 else None
    subprocess.run([str(part) for part in command], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
