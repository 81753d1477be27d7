"""What starts and stops with the live process, and the handler behind `/live/`.

`tafla.doors.lifespan` gives `start`, `stop` and, if it likes, `stopping` (all coroutines);
`tafla.doors.live` gives `live`, an ASGI handler. `stopping` runs when the process is told to end, while
sockets still stand, so they can be told why (`bye`).
"""

import importlib
import importlib.util
import logging
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import cast

from tafla.doors.lean import Handler, Receive, Scope, Send, refuse

log = logging.getLogger(__name__)

# Started in this order, stopped in the reverse one.
MODULES = ("tafla.doors.lifespan",)


def live_handler() -> Handler:
    """The handler of sockets, snapshots and commands."""
    module = _find("tafla.doors.live")
    return cast("Handler", module.live) if module else _no_live


async def start() -> None:
    for module in _modules():
        await module.start()


async def stopping() -> None:
    """Tell sockets that the server goes; failing to is no reason not to go."""
    for module in reversed(_modules()):
        tell: Callable[[], Awaitable[None]] | None = getattr(module, "stopping", None)
        if tell is not None:
            try:
                await tell()
            except Exception:  # the end must not be stopped by its announcement
                log.exception("Could not announce the end to %s", module.__name__)


async def stop() -> None:
    for module in reversed(_modules()):
        try:
            await module.stop()
        except Exception:  # the others are stopped all the same
            log.exception("Could not stop %s", module.__name__)


def _modules() -> list[ModuleType]:
    return [module for name in MODULES if (module := _find(name)) is not None]


def _find(name: str) -> ModuleType | None:
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


async def _no_live(scope: Scope, receive: Receive, send: Send) -> None:
    await refuse(scope, send, 503)
