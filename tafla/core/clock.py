"""The server's clock (S20). Verbs never read it; the batch hands them one instant."""

import time


def now_ms() -> int:
    """Milliseconds since 1970 UTC, whole."""
    return time.time_ns() // 1_000_000
