"""The live process's one entry: a table of doors, and what starts and stops with the process.

Lean handlers answer sockets, snapshots, probes and the client's files on the event loop; Django, as a WSGI
application in worker threads, answers sign-in and REST (docs/topics/wire.md).
"""

import logging
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

from django.core.wsgi import get_wsgi_application

from tafla.core.settings import Settings, load_or_exit

django_application = get_wsgi_application()

# Below: modules that need Django to be set up.
from tafla.doors import django_bridge, downloads, exports, guard, health, imports, pages, uploads  # noqa: E402
from tafla.doors.lean import Handler, Receive, Scope, Send, refuse  # noqa: E402
from tafla.project import running, urls  # noqa: E402

# Routes are read at the start: a broken one stops the process rather than each request, and the first is
# not slow.
__all__ = ["application", "urls"]

log = logging.getLogger(__name__)


class Router:
    """Chooses the door by the start of the path; the first that fits."""

    def __init__(self, settings: Settings) -> None:
        self.django = django_bridge.DjangoBridge(django_application)
        self.pages = pages.Pages(is_rereading=settings.debug)
        self.live = guard.needs_origin(running.live_handler(), settings)
        self.doors: list[tuple[str, Handler]] = [
            ("/live/", self.live),
            (imports.PATH, guard.needs_origin(imports.serve, settings)),
            ("/api/v1/uploads", guard.needs_origin(uploads.serve, settings)),
            ("/files/", downloads.serve),
            ("/exports/", exports.serve),
            ("/api/", self.django),
            ("/_allauth/", self.django),
            ("/healthz", health.healthz),
            ("/readyz", health.make_readyz()),
            ("/", self.pages),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        handler = next((door for start, door in self.doors if path.startswith(start)), None)
        if handler is None or (scope["type"] == "websocket" and handler is not self.live):
            await refuse(scope, send, 404)
        else:
            await handler(scope, receive, send)


class Application:
    """What the server runs: the process's life, and all requests through the guard."""

    def __init__(self, settings: Settings) -> None:
        self.router = Router(settings)
        self.guarded = guard.Guard(self.router, settings)
        self.host = settings.hosts[0]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self.guarded(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        try:
            await running.start()
        except Exception as error:  # reported to the server, which ends the process
            log.exception("The live process cannot start")
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        self.router.django.warm(self.host)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await running.stop()
        self.router.django.close()
        await send({"type": "lifespan.shutdown.complete"})


application = Application(load_or_exit())
