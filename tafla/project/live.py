"""The live process: sockets, snapshots, commands, pages, and Django's part, in one uvicorn.

Started by `tafla serve` as a child (`python -m tafla.project.live`). Before it listens it migrates, if
asked, so that nobody is answered from a half-made database. It ends by itself when the supervisor's end of
its standard input closes: no orphan keeps the port after the supervisor was killed.
"""

import gc
import logging.config
import socket
import sys

import uvicorn

from tafla.core.settings import Settings, load_or_exit, stop
from tafla.doors.patience import PatientProtocol
from tafla.project import demo, lifeline, logs, migrating, running

STOP_WITHIN_S = 4
SOCKET_MESSAGE_LIMIT_BYTES = 1024 * 1024
BACKLOG = 2048
# A client that takes none of what was sent to it for this long is gone.
GONE_AFTER_MS = 30_000


class LiveServer(uvicorn.Server):
    """uvicorn, which tells our own code that it is about to close the sockets."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            # What is there now stays. Looked through again and again it makes a large answer late by 40 ms.
            gc.enable()
            gc.collect()
            gc.freeze()
            lifeline.say_ready(sys.argv)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await running.stopping()
        await super().shutdown(sockets)


def server_config(settings: Settings) -> uvicorn.Config:
    """How uvicorn runs here. The guard, not uvicorn, decides which proxies are trusted."""
    return uvicorn.Config(
        "tafla.project.asgi:application",
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=PatientProtocol,
        ws="websockets-sansio",
        ws_max_size=SOCKET_MESSAGE_LIMIT_BYTES,
        ws_per_message_deflate=False,
        lifespan="on",
        backlog=BACKLOG,
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=STOP_WITHIN_S - 1,
    )


def bind(settings: Settings) -> socket.socket:
    """The listening socket; a taken port is told in one line."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Handed on to every accepted connection. The server library waits for its buffer to drain before it lets
    # go of a dead line, so only the kernel can end one that takes nothing any more (Linux; elsewhere it
    # keeps its own, longer patience).
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE_AFTER_MS)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        stop(f"TAFLA_HOST, TAFLA_PORT: cannot listen on {settings.host}:{settings.port} ({error.strerror})")
    listening.set_inheritable(True)
    return listening


def prepare(*, is_migrating: bool, is_demo: bool) -> None:
    """What must be there before the first answer."""
    if is_migrating:
        migrating.migrate()
    if is_demo:
        demo.make_demo()


def main(arguments: list[str]) -> int:
    """Run until told to stop. The exit status is 2 for wrong settings, 3 when the start failed."""
    settings = load_or_exit()
    logging.config.dictConfig(logs.django_logging(settings.log_level, is_debug=settings.debug))
    listening = bind(settings)
    if "--supervised" in arguments:
        lifeline.end_with_parent()
    prepare(is_migrating="--migrate" in arguments, is_demo="--demo" in arguments)
    gc.disable()  # while everything is made and nothing let go; on again when the server is up
    server = LiveServer(server_config(settings))
    server.run(sockets=[listening])
    return 0 if server.started else 3


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
