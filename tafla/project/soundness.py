"""`tafla check`: is this installation sound? One finding a line, worst news without a traceback."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

import django
import redis
from django.db import Error, connection

from tafla.core.mail import mail_place
from tafla.core.settings import LOOPBACK, PREFIX, Settings
from tafla.doors.pages import Pages
from tafla.files.store import files_folder, the_store
from tafla.project.migrating import missing

EARLIEST = 1_767_225_600  # 2026-01-01: a machine that thinks it is earlier has lost its clock
CONNECT_TIMEOUT_S = 5


@dataclass(frozen=True)
class Finding:
    """What one look found. `is_sound` None: works, but somebody should know."""

    name: str
    is_sound: bool | None
    said: str

    def __str__(self) -> str:
        mark = {True: "ok  ", None: "note", False: "FAIL"}[self.is_sound]
        return f"{mark} {self.name}: {self.said}"


def look(settings: Settings) -> Iterator[Finding]:
    """All findings, in the order in which they should be mended."""
    yield _settings(settings)
    for name, check in CHECKS.items():
        try:
            yield check(settings)
        except (OSError, Error, redis.RedisError) as error:
            yield Finding(
                name, False, str(error).strip().splitlines()[0] if str(error) else type(error).__name__
            )


def _settings(settings: Settings) -> Finding:
    known = {f"{PREFIX}{name.upper()}" for name in type(settings).model_fields}
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        return Finding("settings", None, f"not a setting of Tafla: {', '.join(unknown)}")
    return Finding("settings", True, settings.site)


def _data_dir(settings: Settings) -> Finding:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    probe = settings.data_dir / f".check.{os.getpid()}"
    probe.write_bytes(b"tafla")
    probe.unlink()
    return Finding("data folder", True, str(settings.data_dir))


def _database(settings: Settings) -> Finding:
    place = settings.database
    if place.path is not None and not place.path.exists():
        return Finding("database", False, f"{place.path} is missing; `tafla migrate` makes it")
    django.setup()
    absent = missing()
    connection.close()
    if absent:
        return Finding("database", False, f"{len(absent)} migrations are missing; run `tafla migrate`")
    return Finding("database", True, f"{place.kind}, migrated")


def _redis(settings: Settings) -> Finding:
    if not settings.redis_url:
        return Finding("redis", True, "not used: one live process")
    redis.Redis.from_url(settings.redis_url, socket_connect_timeout=CONNECT_TIMEOUT_S).ping()
    return Finding("redis", True, "answers")


def _client(settings: Settings) -> Finding:
    if Pages().is_built:
        return Finding("browser client", True, "built")
    return Finding("browser client", False, "not built; in a checkout, `make run` builds it")


def _files(settings: Settings) -> Finding:
    store, probe = the_store(), files_folder() / f".check.{os.getpid()}"
    files_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    probe.write_bytes(b"tafla")
    store.put(probe.name, probe)
    store.delete(probe.name)
    return Finding("files", True, settings.s3_bucket or str(files_folder()))


def _mail(settings: Settings) -> Finding:
    place = mail_place(settings.mail_url)
    if place.backend == "smtp":
        socket.create_connection((place.host, place.port), timeout=CONNECT_TIMEOUT_S).close()
        return Finding("mail", True, f"{place.host}:{place.port} answers")
    is_local = (urlsplit(settings.site).hostname or "") in LOOPBACK
    said = f"{place.backend}: mails are not sent to anybody"
    return Finding("mail", True if is_local else None, said)


def _clock(settings: Settings) -> Finding:
    now = time.gmtime()
    is_sound = time.mktime(now) > EARLIEST
    return Finding("clock", is_sound, time.strftime("%Y-%m-%d %H:%M:%S UTC", now))


CHECKS: dict[str, Callable[[Settings], Finding]] = {
    "data folder": _data_dir,
    "database": _database,
    "redis": _redis,
    "files": _files,
    "browser client": _client,
    "mail": _mail,
    "clock": _clock,
}
