"""What the line below the server library's send relies on (S17)."""

import asyncio
from typing import Any

import pytest
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.frames import Frame as LibraryFrame
from websockets.frames import Opcode

from tafla.doors.guard import Answer
from tafla.doors.line import Line, line_of
from tafla.sync.frames import Frame, frame_of


class Transport:
    """Holds what is written."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.closing = False

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def is_closing(self) -> bool:
        return self.closing


async def _app(scope: Any, receive: Any, send: Any) -> None:
    raise NotImplementedError


def protocol_with(transport: Transport) -> WebSocketsSansIOProtocol:
    """The library's socket after its handshake."""
    made = WebSocketsSansIOProtocol(Config(_app), ServerState(), {}, asyncio.new_event_loop())
    made.transport = transport  # type: ignore[assignment]
    made.handshake_complete = True
    return made


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
def test_a_frame_is_what_the_library_would_write(size: int) -> None:
    text = "å" + "x" * max(size - 2, 0) if size > 1 else "x" * size
    expected = LibraryFrame(Opcode.TEXT, text.encode()).serialize(mask=False)
    assert frame_of(text) == expected
    assert Frame(text).bytes == expected


def test_the_line_is_found_through_our_wrapper() -> None:
    made = protocol_with(Transport())
    assert line_of(made.send) is not None
    assert line_of(Answer(made.send, []).send) is not None


def test_behind_another_server_there_is_no_line() -> None:
    async def send(message: Any) -> None: ...

    assert line_of(send) is None
    assert line_of(Answer(send, []).send) is None


def test_a_text_is_written_at_once() -> None:
    transport = Transport()
    assert Line(protocol_with(transport)).take("hello")
    assert transport.written == [frame_of("hello")]


def test_nothing_is_written_when_something_is_in_the_way() -> None:
    transport = Transport()
    made = protocol_with(transport)
    line = Line(made)
    made.pause_writing()
    assert not line.take("the transport is full")
    made.resume_writing()
    made.close_sent = True
    assert not line.take("a close is under way")
    made.close_sent = False
    made.disconnected = True
    assert not line.take("the other side is gone")
    made.disconnected = False
    made.handshake_complete = False
    assert not line.take("before the handshake")
    made.handshake_complete = True
    transport.closing = True
    assert not line.take("the transport closes")
    assert transport.written == []
