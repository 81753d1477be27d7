"""Passages: the part of a text that answers, short enough for a line, and what in it to mark."""

from collections.abc import Iterable
from typing import Any

from tafla.search.matching import Span

LONGEST = 160
BEFORE = 40
MOST_MARKS = 100
_CUT = "…"


def passage(text: str, spans: Iterable[Span]) -> dict[str, Any]:
    """{passage, marks} of one line of text; marks are [from, to] in the browser's units (UTF-16)."""
    marked = _merged(spans)[:MOST_MARKS]
    start, end = _window(text, marked)
    shown = (_CUT if start else "") + text[start:end] + (_CUT if end < len(text) else "")
    shift = (1 if start else 0) - start
    inside = [(a + shift, min(b, end) + shift) for a, b in marked if a >= start and a < end]
    return {"passage": shown, "marks": [[_units(shown, a), _units(shown, b)] for a, b in inside]}


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
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + room)
    if end < len(text):
        space = text.rfind(" ", max(start + room // 2, first), end)
        end = space if space > 0 else end
    return start, end


def _inside(marked: list[Span], start: int, room: int) -> int:
    return sum(1 for a, b in marked if a >= start and b <= start + room)


def _units(text: str, at: int) -> int:
    return at + sum(1 for char in text[:at] if char > "\uffff")
