"""The bus between live processes: hints that a scope or somebody's access moved on (S15), and who is on which
board (S14).

Hints only say "scope X is at n" and "look again at ground Y"; the log is the truth, and `doors/following.py`
polls it whether hints come or not. So everything here may fail: hints are merged while the bus is slow,
dropped while it is away, and no command ever waits for it.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any

import orjson
from redis.asyncio import Redis
from redis.exceptions import RedisError

from tafla.sync.command import Outcome
from tafla.sync.presence import Present

log = logging.getLogger("tafla.sync")

CHANNEL = "tafla.sync.hints"
PRESENCE = "tafla.sync.presence"
EVERYTHING = "tafla.sync.*"
SEND_WITHIN_S = 2.0
# Also how long a bus that says nothing is waited for before it is asked whether it is still there.
ASK_EVERY_S = 5.0
BACK_OFF_S = (0.1, 0.5, 1.0, 2.0)
# More scopes than this in one hint are left to polling.
MOST_MERGED = 5_000

Heads = dict[str, int]
# Told of (heads, grounds) that another process wrote.
Hear = Callable[[Heads, list[str]], Awaitable[None]]
# Told by whom, whether it is all there is, and who is on which board there.
HearPresence = Callable[[str, bool, dict[str, Present]], None]


class Bus:
    """This process's end of the bus. Lives on the event loop."""

    def __init__(self, url: str, hear: Hear, hear_presence: HearPresence) -> None:
        self.url = url
        self.hear = hear
        self.hear_presence = hear_presence
        # First thing in every message, so that one's own are known without reading on.
        self._mark = secrets.token_hex(8).encode()
        self._heads: Heads = {}
        self._grounds: dict[str, None] = {}
        self._present: dict[str, Present] = {}
        self._is_all = False
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to listen and to send."""
        loops = (self._listen, self._send_all)
        self._tasks = [asyncio.get_running_loop().create_task(self._keep(loop)) for loop in loops]

    async def stop(self) -> None:
        """End both, without a last word."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def publish(self, outcomes: Iterable[Outcome]) -> None:
        """Note what was committed; sent as soon as the bus takes it."""
        for outcome in outcomes:
            for record in outcome.records:
                if len(self._heads) < MOST_MERGED:
                    self._heads[record.scope] = max(record.seq, self._heads.get(record.scope, 0))
            for ground in outcome.regrounded:
                if len(self._grounds) < MOST_MERGED:
                    self._grounds[ground] = None
        if self._heads or self._grounds:
            self._wake.set()

    def tell_presence(self, is_all: bool, boards: dict[str, Present]) -> None:
        """Note who is on these boards, or on all of this process; the newest word on a board counts."""
        self._is_all |= is_all
        self._present = boards if is_all else self._present | boards
        self._wake.set()

    async def _keep(self, loop: Callable[[Redis], Awaitable[None]]) -> None:
        """Run one direction, connecting again whenever it breaks."""
        failures = 0
        while True:
            client = Redis.from_url(self.url, socket_connect_timeout=SEND_WITHIN_S, socket_keepalive=True)
            started = asyncio.get_running_loop().time()
            try:
                await loop(client)
            except (RedisError, OSError, TimeoutError) as error:
                if asyncio.get_running_loop().time() - started > ASK_EVERY_S:
                    failures = 0
                if failures == 0:
                    log.warning("the bus is away, polling goes on: %s", type(error).__name__)
                failures += 1
            finally:
                with suppress(RedisError, OSError, TimeoutError):
                    await asyncio.wait_for(client.aclose(), SEND_WITHIN_S)
            await asyncio.sleep(BACK_OFF_S[min(failures, len(BACK_OFF_S)) - 1])

    async def _send_all(self, client: Redis) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            heads, grounds = self._heads, list(self._grounds)
            self._heads, self._grounds = {}, {}
            present, is_all = self._present, self._is_all
            self._present, self._is_all = {}, False
            if heads or grounds:
                await self._send(client, CHANNEL, [heads, grounds])
            if present or is_all:
                await self._send(client, PRESENCE, [is_all, present])

    async def _send(self, client: Redis, channel: str, told: list[Any]) -> None:
        message = self._mark + orjson.dumps(told)
        await asyncio.wait_for(client.publish(channel, message), SEND_WITHIN_S)

    async def _listen(self, client: Redis) -> None:
        async with client.pubsub(ignore_subscribe_messages=True) as channel:
            await asyncio.wait_for(channel.psubscribe(EVERYTHING), SEND_WITHIN_S)
            quiet = False
            while True:
                message = await channel.get_message(ignore_subscribe_messages=True, timeout=ASK_EVERY_S)
                if message is not None:
                    quiet = False
                    await self._take(message)
                elif quiet:
                    raise TimeoutError("the bus does not answer")
                else:
                    # A bus that hangs looks like one that is quiet, until it is asked.
                    quiet = True
                    await asyncio.wait_for(channel.ping(), SEND_WITHIN_S)

    async def _take(self, message: dict[str, Any]) -> None:
        data = message.get("data")
        if message["type"] != "pmessage" or not isinstance(data, bytes) or data.startswith(self._mark):
            return
        mark, told = data[: len(self._mark)], data[len(self._mark) :]
        try:
            first, second = orjson.loads(told)
            if message["channel"] == PRESENCE.encode():
                self.hear_presence(mark.decode(), first, second)
            else:
                await self.hear(first, second)
        except (ValueError, TypeError, AttributeError):
            log.warning("a message on the bus could not be read")
