"""The work process: what need not be done at once. It changes scope rows only through the live process.

`tafla.sync.worker`, when there, gives `run(stop)`: it works until the event `stop` is set. Beside it, this
process tidies: ended sessions are deleted once an hour.
"""

import importlib
import importlib.util
import logging.config
import os
import signal
import sys
import threading
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

import django
from django.core.management import call_command
from django.db import Error, close_old_connections

from tafla.core.settings import load_or_exit
from tafla.project import lifeline, logs

log = logging.getLogger(__name__)

TIDY_EVERY_S = 3600
LOOPS = ("tafla.sync.worker",)


def tidy(stop: threading.Event) -> None:
    """Delete sessions that have ended, now and every hour."""
    while not stop.is_set():
        try:
            call_command("clearsessions")
        except Error as error:
            log.warning("Could not delete ended sessions: %s", error)
        close_old_connections()
        stop.wait(TIDY_EVERY_S)


def loops() -> list[Callable[[threading.Event], None]]:
    """What runs here, each in a thread of its own."""
    found = [importlib.import_module(name).run for name in LOOPS if importlib.util.find_spec(name)]
    return [*found, tidy]


def main(arguments: list[str]) -> int:
    """Run until told to stop. A loop that dies ends the process, which the supervisor starts again."""
    settings = load_or_exit()
    logging.config.dictConfig(logs.django_logging(settings.log_level, is_debug=settings.debug))
    django.setup()
    stop = threading.Event()
    failed = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if "--supervised" in arguments:
        lifeline.end_with_parent()

    def guarded(loop: Callable[[threading.Event], None]) -> None:
        try:
            loop(stop)
        except Exception:  # told, and ended by the supervisor's fresh start
            log.exception("A loop of the work process failed")
            failed.set()
        stop.set()

    threads = [threading.Thread(target=guarded, args=(loop,), daemon=True) for loop in loops()]
    for thread in threads:
        thread.start()
    stop.wait()
    for thread in threads:
        thread.join(timeout=4)
    return 1 if failed.is_set() else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
