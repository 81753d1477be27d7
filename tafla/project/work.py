"""The work process: what need not be done at once. It changes scope rows only through the live process.

Listeners follow the log until the event `stop` is set (tafla/sync/listeners.py). Beside them, this process
tidies once an hour: ended sessions, and answers that nobody will ask for again.
"""

import logging.config
import os
import signal
import sys
import threading
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

import django

from tafla.core.settings import load_or_exit

load_or_exit()
django.setup()

# Below: modules that need Django to be set up.
from django.contrib.sessions.models import Session  # noqa: E402
from django.db import Error, close_old_connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from tafla.chat import tidying as chat  # noqa: E402
from tafla.exchange import importing  # noqa: E402
from tafla.files import tidying as files  # noqa: E402
from tafla.notices import again  # noqa: E402
from tafla.project import lifeline, logs  # noqa: E402
from tafla.search import building  # noqa: E402
from tafla.sync import listeners, tidying  # noqa: E402

log = logging.getLogger(__name__)

TIDY_EVERY_S = 3600
SLICE = 500


def tidy(stop: threading.Event) -> None:
    """Delete what has had its time, now and every hour."""
    while not stop.is_set():
        try:
            delete_ended_sessions()
            tidying.tidy()
            files.tidy()
            chat.tidy()
            importing.tidy()
        except Error as error:
            log.warning("Could not tidy: %s", error)
        close_old_connections()
        stop.wait(TIDY_EVERY_S)


def delete_ended_sessions() -> None:
    """In slices, so that the writer is never held."""
    keys = [""]
    while keys:
        ended = Session.objects.filter(expire_date__lt=timezone.now())
        keys = list(ended.values_list("pk", flat=True)[:SLICE])
        Session.objects.filter(pk__in=keys).delete()


def loops() -> list[Callable[[threading.Event], None]]:
    """What runs here, each in a thread of its own."""
    return [listeners.run, again.run, building.run, tidy]


def main(arguments: list[str]) -> int:
    """Run until told to stop. A loop that dies ends the process, which the supervisor starts again."""
    settings = load_or_exit()
    logging.config.dictConfig(logs.django_logging(settings.log_level, is_debug=settings.debug))
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
