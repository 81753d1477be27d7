"""A socket's line below the server library's own send.

A change goes to a thousand watchers as the same bytes, but the library frames a text anew for each of them,
which is most of what a watcher costs. So the frame is made once and handed to the transport, where the
library would write it, as long as nothing is in its way: the handshake is over, no close is under way, and
the transport takes more (S17). Otherwise, and behind another server, the ordinary way is taken.
`tests/doors/test_line.py` pins what is used here.
"""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from tafla.sync.frames import Frame, frame_of


class Line:
    """The library's socket of one connection."""

    def __init__(self, protocol: WebSocketsSansIOProtocol) -> None:
        self._protocol = protocol

    def take(self, text: str) -> bool:
        """Write a text now; False when something is in the way and nothing was written."""
        socket = self._protocol
        if socket.close_sent or socket.disconnected or not socket.handshake_complete:
            return False
        if not socket.writable.is_set() or socket.transport.is_closing():
            return False
        socket.transport.write(text.bytes if isinstance(text, Frame) else frame_of(text))
        return True


def line_of(send: Any) -> Line | None:
    """The line below an ASGI `send`, through our own wrappers; None behind another server."""
    while (owner := getattr(send, "__self__", None)) is not None:
        if isinstance(owner, WebSocketsSansIOProtocol):
            return Line(owner)
        send = getattr(owner, "_send", None)
    return None
