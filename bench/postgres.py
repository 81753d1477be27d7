"""A throw-away PostgreSQL server that keeps every promise of durability (unlike the tests' one)."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.ports import free_port


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: on PATH, or where Debian keeps them."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    hidden = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return hidden[-1].parent if hidden else None


class Postgres:
    """A running server; `url` names one of its databases."""

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, name: str) -> str:
        return f"postgres://tafla@127.0.0.1:{self.port}/{name}"

    def copy(self, source: str, name: str) -> str:
        """A database that begins as a copy of another; its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {source}")
        return self.url(name)


@contextmanager
def serving() -> Iterator[Postgres]:
    """Start a server with its own defaults, synchronous commit and all, and remove it with its data."""
    binaries = programs()
    if binaries is None:
        raise RuntimeError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="tafla-bench-pg-"))
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    port, data = free_port(), folder / "data"
    _call([binaries / "initdb", "-D", data, "-U", "tafla", "-A", "trust", "-E", "UTF8", "--locale=C"])
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    _call([binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start"])
    try:
        yield Postgres(port)
    finally:
        _call([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _call(command: list[object]) -> None:
    user = "postgres" if os.getuid() == 0 else None
    subprocess.run([str(part) for part in command], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
