"""A child's tie to its supervisor: its standard input is a pipe the supervisor holds and never writes to.

When the supervisor is gone, however it went, the pipe closes and the child ends itself: no orphan keeps the
port. Another pipe runs the other way, for one byte: "I am ready".
"""

import os
import signal
import threading

STDIN = 0
READY_FLAG = "--ready-fd="


def say_ready(arguments: list[str]) -> None:
    """Tell the supervisor, if there is one, that work has begun."""
    given = [argument.partition("=")[2] for argument in arguments if argument.startswith(READY_FLAG)]
    for number in given:
        os.write(int(number), b"1")
        os.close(int(number))


def end_with_parent() -> None:
    """End this process, gracefully, when the other end of standard input closes."""

    def wait() -> None:
        # Not sys.stdin: its lock, held by this thread, would be in the interpreter's way at the end.
        while os.read(STDIN, 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()
