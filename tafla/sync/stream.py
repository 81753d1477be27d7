"""A *stream*: a watched scope in this process, and those who watch it. Lives on the event loop."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Protocol

from tafla.sync.reading import Reader

# Changes kept for those who are about to join.
RECENT = 1_000
RECENT_BYTES = 1024 * 1024


class Watcher(Protocol):
    """A connection that watches scopes."""

    reader: Reader

    def send(self, frame: str) -> bool:
        """Send now; False when the connection is behind and took nothing (S17)."""
        ...

    def tell(self, message: dict[str, Any]) -> None:
        """Send a message of its own."""
        ...


@dataclass
class Stream:
    """One watched scope in this process."""

    scope: str
    ground: str = ""
    epoch: str = ""
    seq: int = -1  # -1: the head is not known yet
    cut: int = 0
    recent: deque[tuple[int, bytes]] = field(default_factory=deque)
    recent_bytes: int = 0
    watchers: dict[Watcher, None] = field(default_factory=dict)
    pending: list[bytes] = field(default_factory=list)
    flushed_at: float = 0.0
    timer: asyncio.TimerHandle | None = None
    opening: int = 0  # watchers whose access and head are being read
    regrounds: int = 0  # counts changes of access, so that a subscription read meanwhile is read again
    wanted: int = -1  # how far another process said it wrote
    is_refilling: bool = False

    def remember(self, seq: int, change: bytes) -> None:
        """Keep a change for those who are about to join; of large ones only the last few."""
        self.recent.append((seq, change))
        self.recent_bytes += len(change)
        while len(self.recent) > RECENT or (len(self.recent) > 1 and self.recent_bytes > RECENT_BYTES):
            self.recent_bytes -= len(self.recent.popleft()[1])

    def forget(self) -> None:
        """Drop what was kept."""
        self.recent.clear()
        self.recent_bytes = 0
