"""Following what other processes write (S10, S15): access changes, heads of watched scopes, ended sessions.

Hints from the bus, when there is one, are acted on at once; the look each second is what keeps several
processes one product without it, and the safety net below it.
"""

import asyncio
import logging
from typing import Any

from tafla.doors.house import House
from tafla.doors.readers import forget
from tafla.doors.socket import Connection, connections
from tafla.people.access import access_session
from tafla.sync.bus import Heads
from tafla.sync.db import Db
from tafla.sync.feed import Position, end_of, read_visible

log = logging.getLogger("tafla.doors")

EVERY_S = 1.0
SESSIONS_AT_ONCE = 50
# A look that hangs is a look that failed.
LOOK_WITHIN_S = 3.0
# A process that cannot read access changes for this long stops delivering (S10).
BLIND_AFTER_S = 5.0


class Following:
    """One task of the live process."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.access: Position | None = None
        # Connections whose session is still to be looked at in this round.
        self.unchecked: list[Connection] = []
        # Positions acted on already, though a transaction that began before them still runs.
        self.ahead: frozenset[int] = frozenset()

    async def run(self) -> None:
        """Follow until cancelled."""
        loop, hub = self.house.loop, self.house.hub
        blind = loop.call_later(BLIND_AFTER_S, hub.halt, True)
        try:
            while True:
                began = loop.time()
                try:
                    async with asyncio.timeout(LOOK_WITHIN_S):
                        await self._look()
                    blind.cancel()
                    blind = loop.call_at(began + BLIND_AFTER_S, hub.halt, True)
                    hub.halt(False)
                except Exception as error:  # the database is away: keep trying
                    log.warning("cannot follow the log: %s", type(error).__name__)
                await asyncio.sleep(EVERY_S)
        finally:
            blind.cancel()

    async def hear(self, heads: Heads, grounds: list[str]) -> None:
        """Act on what another process says it wrote."""
        for scope, seq in heads.items():
            self.house.hub.notice(scope, seq)
        self.house.pulse.wake()
        for ground in grounds:
            self.house.hub.reground(ground)

    async def _look(self) -> None:
        if self.access is None:
            self.access = await self.house.apart(end_of, "sync_accesschange")
        grounds, access, ahead = await self.house.apart(_grounds, self.access, self.ahead)
        for ground in grounds:
            self.house.hub.reground(ground)
            if ground.startswith("person:"):
                forget(ground.removeprefix("person:"))
                await self._check_sessions(ground.removeprefix("person:"))
        await self._check_some_sessions()
        # Only now: what failed above comes again.
        self.access, self.ahead = access, ahead
        watched = list(self.house.hub.streams)
        if watched:
            for scope, epoch, seq in await self.house.apart(_heads, watched):
                self.house.hub.notice(scope, seq, epoch)

    async def _check_some_sessions(self) -> None:
        """A few at each look, round and round: nobody tells when a session's time is over."""
        if not self.unchecked:
            self.unchecked = [one for one in connections if one.reader.person_id]
        some, self.unchecked = self.unchecked[:SESSIONS_AT_ONCE], self.unchecked[SESSIONS_AT_ONCE:]
        await self._check(some)

    async def _check_sessions(self, person_id: str) -> None:
        """Close the sockets of a person whose session has ended."""
        await self._check([one for one in connections if one.reader.person_id == person_id])

    async def _check(self, some: list[Connection]) -> None:
        for connection in some:
            signed_in = await self.house.apart(_session, connection.cookies)
            if signed_in is None or signed_in.person_id != connection.reader.person_id:
                connection.bye("signed_out")


def _session(db: Db, cookies: str) -> Any:
    return access_session(cookies)


def _grounds(db: Db, after: Position, ahead: frozenset[int]) -> tuple[list[str], Position, frozenset[int]]:
    """Grounds whose access changed, each once, and how far that was."""
    found, position, open_ones = read_visible(db, "sync_accesschange", "ground", after)
    grounds = dict.fromkeys(ground for pos, ground in found if pos not in ahead)
    return list(grounds), position, open_ones


def _heads(db: Db, scopes: list[str]) -> list[tuple[Any, ...]]:
    return db.query(f"SELECT id, epoch, seq FROM sync_scope WHERE {db.within('id')}", (db.members(scopes),))
