"""Frames: a text as WebSocket bytes, made once however many are to get it."""

from functools import cached_property

_TEXT = 0x81  # a whole text message in one frame, unmasked, as servers send it
_ONE_BYTE = 125
_TWO_BYTES = 0xFFFF


class Frame(str):
    """A text that goes to many; its frame is made once."""

    @cached_property
    def bytes(self) -> bytes:
        """The frame on the wire."""
        return frame_of(self)


def frame_of(text: str) -> bytes:
    """A text as one WebSocket frame (RFC 6455, section 5.2)."""
    payload = text.encode()
    size = len(payload)
    if size <= _ONE_BYTE:
        head = bytes((_TEXT, size))
    elif size <= _TWO_BYTES:
        head = bytes((_TEXT, 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((_TEXT, 127)) + size.to_bytes(8, "big")
    return head + payload
