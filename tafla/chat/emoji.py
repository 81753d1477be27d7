"""What people react with: one emoji, which may be put together from several characters."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_JOINTS = frozenset("\u200d\ufe0f\u20e3") | frozenset(chr(code) for code in range(0xE0020, 0xE0080))
_KEYCAP = "\u20e3"


def _emoji(text: str) -> str:
    is_key = text.endswith(_KEYCAP)
    pictures = [one for one in text if unicodedata.category(one) in ("So", "Sk")]
    others = [one for one in text if one not in pictures and one not in _JOINTS]
    if not (pictures or is_key) or any(one not in "0123456789#*" or not is_key for one in others):
        raise ValueError("no emoji")
    return text


Emoji = Annotated[str, StringConstraints(min_length=1, max_length=16), AfterValidator(_emoji)]


def emoji_key(emoji: str) -> str:
    """Six hexadecimal digits that stand for an emoji in ids; the client makes the same
    (web/src/features/chat/emoji.ts).
    """
    mixed = 0x811C9DC5
    for byte in emoji.encode():
        mixed = (mixed ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{mixed >> 8:06x}"
