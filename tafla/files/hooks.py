"""What rooms above this one decide about files; they register at start."""

from collections.abc import Callable

from tafla.sync.db import Db

# (db, account id, bytes to come): raise Refusal("quota_exceeded", limit=…) when the account has no room
check_quota: list[Callable[[Db, str, int], None]] = []
