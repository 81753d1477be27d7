"""The hub: who watches which scope, and what they are sent (S5, S10, S14, S15, S17). Lives on the event loop.

Commits publish to the streams of scopes that are watched; frames leave at once when it has been quiet and
every 16 ms when busy, encoded once for all.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from tafla.core.refusals import Refusal
from tafla.sync import joining, reading
from tafla.sync.command import Outcome
from tafla.sync.frames import Frame
from tafla.sync.gate import CIRCLES, Gate
from tafla.sync.stream import Stream, Watcher

log = logging.getLogger("tafla.sync")

TICK_S = 0.016
# After a failed read it is tried again; a look at access that lasts longer than this cuts off instead (S10).
AGAIN_S = 0.5
LOOK_WITHIN_S = 4.0

# Runs a function of the database in a thread and gives its result.
InThread = Callable[..., Awaitable[Any]]


class Hub:
    """Every stream of this process."""

    def __init__(self, gate: Gate, in_thread: InThread) -> None:
        self.gate = gate
        self.in_thread = in_thread
        self.streams: dict[str, Stream] = {}
        self.halted = False
        self._tasks: set[asyncio.Task[None]] = set()
        # Called with a watcher and the scope they may not read any more.
        self.on_lost: list[Callable[[Watcher, str], None]] = []
        # Called with a ground where access changed, in this process or another.
        self.on_reground: list[Callable[[str], None]] = []

    def halt(self, halted: bool) -> None:
        """Stop delivering, or go on and send what has waited (S10)."""
        if self.halted and not halted:
            for stream in self.streams.values():
                if stream.pending:
                    self._schedule(stream)
        self.halted = halted

    # publishing

    def publish(self, outcomes: list[Outcome]) -> None:
        """Tell watchers what was committed; called on the loop, in commit order."""
        for outcome in outcomes:
            made = (outcome.command.actor, outcome.command.id, outcome.at)
            for scope in outcome.forgot & self.streams.keys():
                self.streams[scope].forget()
            for record in outcome.records:
                stream = self.streams.get(record.scope)
                if stream is not None:
                    head = (record.scope, record.epoch, record.seq)
                    change = reading.encode_change(*head, made, record.encoded)
                    self._append(stream, record.epoch, record.seq, change)
            for ground in outcome.regrounded:
                self.reground(ground)

    def _append(self, stream: Stream, epoch: str, seq: int, change: bytes) -> None:
        if stream.seq >= 0 and seq != stream.seq + 1:
            if seq > stream.seq:
                self.notice(stream.scope, seq)
            return
        if stream.recent and seq != stream.recent[-1][0] + 1:
            stream.forget()
        stream.remember(seq, change)
        if stream.seq >= 0:
            stream.epoch, stream.seq = epoch, seq
            stream.pending.append(change)
            self._schedule(stream)

    def notice(self, scope: str, seq: int, epoch: str | None = None) -> None:
        """Another process wrote this scope up to `seq` (S15): read what is missing from the log."""
        stream = self.streams.get(scope)
        if stream is None or stream.seq < 0:
            return
        is_new_epoch = epoch is not None and epoch != stream.epoch
        if seq > stream.seq or is_new_epoch:
            stream.wanted = max(stream.wanted, stream.seq + 1, seq)
            if not stream.is_refilling:
                stream.is_refilling = True
                self._spawn(self._refill(stream))

    async def _refill(self, stream: Stream) -> None:
        """Read on until the stream stands where it was said to, or the log has no more."""
        try:
            while stream.wanted > stream.seq:
                after = stream.seq
                head, changes = await self.in_thread(joining.head_and_changes, stream.scope, after)
                if head.epoch != stream.epoch or len(changes) < head.seq - after:
                    self._reset_all(stream, head)
                    return
                # Commits of this process may have come in while the log was read.
                for seq, change in changes:
                    if seq > stream.seq:
                        self._append(stream, head.epoch, seq, change)
                if stream.seq == after:
                    return
        except Exception:  # the database is away; following asks again
            log.warning("cannot refill %s", stream.scope, exc_info=True)
        finally:
            stream.wanted, stream.is_refilling = -1, False

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        # The loop itself holds tasks weakly.
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _reset_all(self, stream: Stream, head: reading.Head) -> None:
        stream.epoch, stream.seq = head.epoch, head.seq
        stream.forget()
        stream.pending.clear()
        for watcher in list(stream.watchers):
            self.leave(watcher, stream.scope)
            watcher.tell({"t": "reset", "scope": stream.scope, "code": "epoch"})

    def _schedule(self, stream: Stream) -> None:
        if stream.timer is not None:
            return
        loop = asyncio.get_running_loop()
        wait = stream.flushed_at + TICK_S - loop.time()
        # A quiet stream flushes when this batch's records are all in, not once for each.
        stream.timer = loop.call_later(max(wait, 0), self._flush, stream)

    def _flush(self, stream: Stream) -> None:
        stream.timer = None
        stream.flushed_at = asyncio.get_running_loop().time()
        if not stream.pending or self.halted:
            return
        frame = Frame((b'{"t":"ch","c":[' + b",".join(stream.pending) + b"]}").decode())
        stream.pending = []
        for watcher in list(stream.watchers):
            if not watcher.send(frame):
                self.leave(watcher, stream.scope)
                watcher.tell({"t": "reset", "scope": stream.scope, "code": "behind"})

    # subscribing

    async def subscribe(self, watcher: Watcher, scope: str, epoch: str | None, seq: int | None) -> None:
        """Begin to send a scope to a watcher who holds it at `seq`; what comes back is told on the wire."""
        stream = self.streams.get(scope)
        if stream is None:
            stream = self.streams[scope] = Stream(scope)
        stream.opening += 1
        found = None
        try:
            found = await self._open(stream, watcher, epoch, seq)
        finally:
            stream.opening -= 1
            if found is None:
                self._drop_idle(stream)
        if found is None:
            watcher.tell({"t": "gone", "scope": scope, "code": "not_found"})
            return
        _, head, changes = found
        if stream.seq < 0:
            stream.epoch, stream.cut = head.epoch, head.cut
            stream.seq = max(head.seq, stream.recent[-1][0] if stream.recent else 0)
        self.notice(scope, head.seq, head.epoch)
        code = joining.reset_code(stream, head, epoch, seq, changes) or self._catch_up(
            stream, watcher, head, changes
        )
        if code:
            self._drop_idle(stream)
            watcher.tell({"t": "reset", "scope": scope, "code": code})
            return
        stream.watchers[watcher] = None
        now = max(stream.seq, head.seq)
        watcher.tell({"t": "subbed", "scope": scope, "epoch": stream.epoch, "seq": now})

    async def _open(
        self, stream: Stream, watcher: Watcher, epoch: str | None, seq: int | None
    ) -> joining.Opened | None:
        """What `open_scope` reads, or None for one who may not; read again when access changed meanwhile."""
        while True:
            regrounds = stream.regrounds
            found: joining.Opened | None
            try:
                found = await self.in_thread(
                    joining.open_scope, self.gate, watcher.reader, stream.scope, epoch, seq
                )
                # Known from here on: what changes on other grounds is none of its business.
                stream.ground = found.ground
            except Refusal:
                found = None
            if regrounds == stream.regrounds:
                return found

    def _catch_up(
        self, stream: Stream, watcher: Watcher, head: reading.Head, changes: list[tuple[int, bytes]]
    ) -> str | None:
        """Send what the watcher missed; a code when it takes nothing now."""
        later = [change for number, change in stream.recent if number > head.seq]
        missed = [change for _, change in changes] + later
        if missed and not watcher.send((b'{"t":"ch","c":[' + b",".join(missed) + b"]}").decode()):
            return "behind"
        return None

    def leave(self, watcher: Watcher, scope: str) -> None:
        """Stop sending a scope to a watcher."""
        stream = self.streams.get(scope)
        if stream is not None:
            stream.watchers.pop(watcher, None)
            self._drop_idle(stream)

    def _drop_idle(self, stream: Stream) -> None:
        if not stream.watchers and not stream.opening and self.streams.get(stream.scope) is stream:
            if stream.timer:
                stream.timer.cancel()
            del self.streams[stream.scope]

    # access

    def reground(self, ground: str) -> None:
        """Access changed on a ground: look again at everybody who watches what it guards."""
        for tell in self.on_reground:
            tell(ground)
        if ground.split(":", 1)[0] not in CIRCLES:
            # A card that went elsewhere: it guards nothing but its own scope.
            affected = [self.streams[ground]] if ground in self.streams else []
        else:
            lost = {ground, *self.gate.forget(ground)}
            # A ground whose circle is not in memory might lean on this one.
            affected = [
                stream
                for stream in self.streams.values()
                if stream.ground in lost or stream.ground not in self.gate.held
            ]
        for stream in affected:
            stream.regrounds += 1
            self._spawn(self._look_again(stream))

    async def _look_again(self, stream: Stream) -> None:
        watchers = list(stream.watchers)
        readers = [watcher.reader for watcher in watchers]
        give_up_at = asyncio.get_running_loop().time() + LOOK_WITHIN_S
        refused: list[str | None] | None = None
        while refused is None:
            try:
                async with asyncio.timeout_at(give_up_at):
                    found = await self.in_thread(joining.refused, self.gate, stream.scope, readers)
                # A card that moved is another board's now (S21).
                stream.ground, refused = found[0] or stream.ground, found[1]
            except Exception:  # the database is away
                if asyncio.get_running_loop().time() > give_up_at - AGAIN_S:
                    log.warning("cannot look at access to %s", stream.scope, exc_info=True)
                    self._cut_off(stream, watchers)
                    return
                await asyncio.sleep(AGAIN_S)
        for watcher, code in zip(watchers, refused, strict=True):
            if code and watcher in stream.watchers:
                self.leave(watcher, stream.scope)
                for tell in self.on_lost:
                    tell(watcher, stream.scope)
                watcher.tell({"t": "gone", "scope": stream.scope, "code": "lost_access"})

    def _cut_off(self, stream: Stream, watchers: list[Watcher]) -> None:
        """Nobody knows who may still read: all have to ask again."""
        for watcher in watchers:
            if watcher in stream.watchers:
                self.leave(watcher, stream.scope)
                watcher.tell({"t": "reset", "scope": stream.scope, "code": "behind"})
