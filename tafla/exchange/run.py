"""The process that makes one export: `python -m tafla.exchange.run`, the wish as JSON on its standard input,
the file on its standard output.

It ends with 0, or with 4 when the board is gone; then, and whenever it fails while it reads, it has written
nothing. Nice, and with a limit of processor time: the live process goes on beside it.
"""

import os
import resource
import signal
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

import django
import orjson

from tafla.core.settings import load_or_exit

load_or_exit()
django.setup()

# Below: modules that need Django to be set up.
from tafla.core.refusals import Refusal  # noqa: E402
from tafla.exchange import making  # noqa: E402
from tafla.exchange.formats import GONE, Wish  # noqa: E402

NICENESS = 10
MOST_CPU_S = 600


def main() -> int:
    """Make what is asked for."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that its folders are cleared away
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    asked = orjson.loads(sys.stdin.buffer.read())
    try:
        making.make(Wish(**asked), sys.stdout.buffer)
    except Refusal:
        return GONE
    return 0


if __name__ == "__main__":
    sys.exit(main())
