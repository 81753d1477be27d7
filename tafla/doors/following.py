"""Following the log that other processes write (S10, S15): access changes within two seconds, their scopes'
heads, ended sessions.

Without a hint bus this is how several processes stay one product; with one it is the safety net below it.
"""

import asyncio
import logging
from typing import Any

from tafla.doors.house import House
from tafla.doors.socket import connections
from tafla.people.access import access_session
from tafla.sync.feed import Position, end_of, read_after

log = logging.getLogger("tafla.doors")

EVERY_S = 1.0
# A process that cannot read access changes for this long stops delivering (S10).
BLIND_AFTER_S = 5.0

News = tuple[list[str], dict[str, int], Position, Position]


class Following:
    """One task of the live process."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.access = Position()
        self.changes = Position()

    async def run(self) -> None:
        """Follow until cancelled."""
        self.access, self.changes = await self.house.in_thread(_ends)
        seen_at = self.house.loop.time()
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self._look()
                seen_at = self.house.loop.time()
                self.house.hub.halt(False)
            except Exception:  # the database is away: keep trying, and stop delivering when it lasts
                log.warning("cannot follow the log", exc_info=True)
                self.house.hub.halt(self.house.loop.time() - seen_at > BLIND_AFTER_S)

    async def _look(self) -> None:
        grounds, heads, self.access, self.changes = await self.house.in_thread(
            _news, self.access, self.changes
        )
        for scope, seq in heads.items():
            self.house.hub.notice(scope, seq)
        for ground in grounds:
            self.house.hub.reground(ground)
            if ground.startswith("person:"):
                await self._check_sessions(ground.removeprefix("person:"))

    async def _check_sessions(self, person_id: str) -> None:
        """Close the sockets of a person whose session has ended."""
        for connection in [one for one in connections if one.reader.person_id == person_id]:
            signed_in = await self.house.in_thread(_session, connection.cookies)
            if signed_in is None or signed_in.person_id != person_id:
                connection.bye("signed_out")


def _session(db: Any, cookies: str) -> Any:
    return access_session(cookies)


def _ends(db: Any) -> tuple[Position, Position]:
    return end_of(db, "sync_accesschange"), end_of(db, "sync_change")


def _news(db: Any, access: Position, changes: Position) -> News:
    grounds, access = read_after(db, "sync_accesschange", "ground", access)
    written, changes = read_after(db, "sync_change", "scope, seq", changes)
    heads: dict[str, int] = {}
    for scope, seq in written:
        heads[scope] = max(seq, heads.get(scope, 0))
    return list(dict.fromkeys(ground for (ground,) in grounds)), heads, access, changes
