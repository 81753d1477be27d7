"""Passages: the part of a text that answers, short enough for a line, and what in it to mark."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from tafla.search.matching import Span

LONGEST = 160
BEFORE = 40
MOST_MARKS = 100
_CUT = "…"
# What is drawn as one with the character before it: marks, colours of skin, what joins pictures.
_JOINER, _TONES, _TAGS = "\u200d", ("\U0001f3fb", "\U0001f3ff"), ("\U000e0020", "\U000e007f")
MOST_DRAWN_AS_ONE = 32


def passage(text: str, spans: Iterable[Span]) -> dict[str, Any]:
    """{passage, marks} of one line of text; marks are [from, to] in the browser's units (UTF-16)."""
    marked = _merged((_start(text, a), _end(text, b)) for a, b in spans)[:MOST_MARKS]
    start, end = _window(text, marked)
    shown = (_CUT if start else "") + text[start:end] + (_CUT if end < len(text) else "")
    shift = (1 if start else 0) - start
    inside = [(a + shift, min(b, end) + shift) for a, b in marked if a >= start and a < end]
    return {"passage": shown, "marks": [[_units(shown, a), _units(shown, b)] for a, b in inside]}


def _is_inside(text: str, at: int) -> bool:
    """Whether what is drawn as one is cut in two here."""
    if not 0 < at < len(text):
        return False
    char = text[at]
    is_more = unicodedata.category(char)[0] == "M" or char == _JOINER or text[at - 1] == _JOINER
    return is_more or any(first <= char <= last for first, last in (_TONES, _TAGS))


def _start(text: str, at: int) -> int:
    """The place at or before this one where nothing is cut in two."""
    return next((one for one in range(at, at - MOST_DRAWN_AS_ONE, -1) if not _is_inside(text, one)), at)


def _end(text: str, at: int) -> int:
    """The same at or behind it."""
    return next((one for one in range(at, at + MOST_DRAWN_AS_ONE) if not _is_inside(text, one)), at)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """In order, without overlaps."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, marked: list[Span]) -> Span:
    """The part to show: from a little before where most is marked; it begins and ends at spaces if it can."""
    if len(text) <= LONGEST:
        return 0, len(text)
    room = LONGEST - 2 * len(_CUT)
    first = max(marked, key=lambda one: _inside(marked, one[0], room - BEFORE))[0] if marked else 0
    start = max(0, min(first - BEFORE, len(text) - room))
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else _start(text, start)
    end = min(len(text), start + room)
    if end < len(text):
        space = text.rfind(" ", max(start + room // 2, first), end)
        end = space if space > 0 else _start(text, end)
    return start, end


def _inside(marked: list[Span], start: int, room: int) -> int:
    return sum(1 for a, b in marked if a >= start and b <= start + room)


def _units(text: str, at: int) -> int:
    return at + sum(1 for char in text[:at] if char > "\uffff")
