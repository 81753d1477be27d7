"""A line between a browser and the server that a test cuts and mends: what is under way breaks off."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from tests.e2e.house import House

PIECE = 64 * 1024


class Wire:
    """Carries every connection on to a port of this machine."""

    def __init__(self, goal: int) -> None:
        self._goal = goal
        self._door = socket.create_server(("127.0.0.1", 0))
        self._ends: set[socket.socket] = set()
        self._is_cut = False
        self.port = int(self._door.getsockname()[1])
        threading.Thread(target=self._answer, daemon=True).start()

    def cut(self) -> None:
        """Break what is under way; nothing gets through any more."""
        self._is_cut = True
        for end in list(self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._is_cut = False

    def close(self) -> None:
        self._door.close()
        self.cut()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                if self._is_cut:
                    near.close()
                else:
                    self._join(near, socket.create_connection(("127.0.0.1", self._goal)))

    def _join(self, near: socket.socket, far: socket.socket) -> None:
        self._ends |= {near, far}
        for pair in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, source: socket.socket, goal: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                goal.sendall(piece)
        for end in (source, goal):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            self._ends.discard(end)


@contextmanager
def wired(house: House) -> Iterator[tuple[House, Wire]]:
    """The same house, reached over a line of its own."""
    wire = Wire(house.server.port)
    try:
        yield replace(house, server=replace(house.server, port=wire.port)), wire
    finally:
        wire.close()
