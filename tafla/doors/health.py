"""Probes: `/healthz` (the process runs) and `/readyz` (it can work). They tell states, never reasons."""

import asyncio
import json
import logging
import time
from collections.abc import Callable

from django.db import Error, connection

from tafla.doors.lean import JSON, Handler, Receive, Scope, Send, send_bytes

log = logging.getLogger(__name__)

KEEP_S = 1.0
Check = Callable[[], bool]


def can_read_database() -> bool:
    """Whether a fresh connection reads the migrations table: the file may have gone under an open one."""
    try:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
        return True
    except Error as error:
        log.warning("Not ready: the database cannot be read: %s", error)
        return False
    finally:
        connection.close()


# Name and check, run in a thread; doors add theirs at start (bus, engine).
CHECKS: dict[str, Check] = {"database": can_read_database}


class Readiness:
    """The last answer, kept for a second: many probes must not become many queries."""

    def __init__(self) -> None:
        self.taken_at = 0.0
        self.states: dict[str, bool] = {}
        self.lock = asyncio.Lock()

    async def read(self) -> dict[str, bool]:
        async with self.lock:
            if not self.states or time.monotonic() - self.taken_at > KEEP_S:
                self.states = await asyncio.to_thread(
                    lambda: {name: check() for name, check in CHECKS.items()}
                )
                self.taken_at = time.monotonic()
            return self.states


async def healthz(scope: Scope, receive: Receive, send: Send) -> None:
    await send_bytes(send, 200, b'{"status":"ok"}', JSON)


def make_readyz() -> Handler:
    """The handler with a memory of its own."""
    readiness = Readiness()

    async def readyz(scope: Scope, receive: Receive, send: Send) -> None:
        states = await readiness.read()
        is_ready = all(states.values())
        body = {"status": "ready" if is_ready else "not_ready", "checks": states}
        await send_bytes(send, 200 if is_ready else 503, json.dumps(body).encode(), JSON)

    return readyz
