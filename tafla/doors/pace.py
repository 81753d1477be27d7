"""The pace of commands: so many a second from one person, through whichever doors they come."""

import threading
import time
from collections import OrderedDict

# A person's hands, a paste and a replay of days offline stay below; a runaway loop does not.
COMMANDS_PER_S = 1_000
BURST = 3_000
TOO_FAST_WAIT_MS = 500
# Whoever has been quiet for longer than this many others starts with a full burst.
MOST_PEOPLE = 10_000


class Paces:
    """What each person may still send now. Used from any thread."""

    def __init__(self) -> None:
        # person -> (commands left, when that was so)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, person_id: str) -> bool:
        """Whether this person may send a command now; if so, it counts."""
        now = time.monotonic()
        with self._lock:
            left, since = self._left.get(person_id, (float(BURST), now))
            left = min(BURST, left + (now - since) * COMMANDS_PER_S)
            is_in_pace = left >= 1
            self._left[person_id] = (left - is_in_pace, now)
            self._left.move_to_end(person_id)
            if len(self._left) > MOST_PEOPLE:
                self._left.popitem(last=False)
        return is_in_pace


# Of this process.
paces = Paces()
