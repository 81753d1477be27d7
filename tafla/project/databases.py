"""How Django reaches the database, and how the embedded one comes into being."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from tafla.core.places import DatabasePlace

PACKAGE = Path(__file__).resolve().parent.parent
BUSY_TIMEOUT_S = 5
# Set on every new connection. FULL: an acknowledged command survives a power cut (S2).
SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"


def django_database(place: DatabasePlace) -> dict[str, Any]:
    """Django's entry for a database place."""
    common = {"ATOMIC_REQUESTS": False, "CONN_MAX_AGE": 60}
    if place.path is not None:
        return {"ENGINE": "django.db.backends.sqlite3", **common, **sqlite_parts(place.path)}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": place.name,
        "USER": place.user,
        "PASSWORD": place.password,
        "HOST": place.host,
        "PORT": place.port,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "5", **place.options},
        **common,
    }


def sqlite_parts(path: Path) -> dict[str, Any]:
    """The parts of Django's entry that depend on the file.

    `mode=rw`: a file that went missing is an error to be answered, not a new and empty database
    (`create_file` makes it).
    """
    return {
        "NAME": sqlite_name(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_TIMEOUT_S,
            "init_command": SQLITE_START,
        },
    }


def sqlite_name(path: Path) -> str:
    return f"file:{quote(str(path))}?mode=rw"


def create_file(path: Path) -> None:
    """Make an empty database file, readable by its owner only, unless there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
