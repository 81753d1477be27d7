"""Signs that make words bold, slanted or struck through, found in pairs as CommonMark pairs them. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

_RUNS = re.compile(r"\*+|_+|~~+")
# No more runs than this are looked at, and no more wait for their partner.
MOST, MOST_OPEN = 2_000, 50


@dataclass
class _Run:
    """Signs in a row: where the first of them that is left stands, how many are left."""

    sign: str
    start: int
    many: int
    length: int
    can_open: bool
    can_close: bool


def without_emphasis(text: str) -> str:
    """The text without signs that have a partner."""
    gone: set[int] = set()
    waiting: list[_Run] = []
    for found in islice(_RUNS.finditer(text), MOST):
        run = _run(text, found)
        while run.can_close and run.many and (partner := _partner(waiting, run)) is not None:
            opener = waiting[partner]
            del waiting[partner + 1 :]
            used = 2 if min(opener.many, run.many) >= 2 else 1
            gone.update(range(run.start, run.start + used))
            gone.update(range(opener.start + opener.many - used, opener.start + opener.many))
            opener.many -= used
            run.start, run.many = run.start + used, run.many - used
            if not opener.many:
                waiting.pop()
        if run.can_open and run.many:
            waiting.append(run)
            del waiting[:-MOST_OPEN]
    return "".join(char for at, char in enumerate(text) if at not in gone) if gone else text


def _run(text: str, found: re.Match[str]) -> _Run:
    start, end = found.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    is_left = bool(after.strip()) and (not _is_sign(after) or not before.strip() or _is_sign(before))
    is_right = bool(before.strip()) and (not _is_sign(before) or not after.strip() or _is_sign(after))
    can_open, can_close = is_left, is_right
    if found[0][0] == "_":
        can_open = is_left and (not is_right or _is_sign(before))
        can_close = is_right and (not is_left or _is_sign(after))
    many = len(found[0])
    return _Run(found[0][0], found.start(), many, many, can_open, can_close)


def _is_sign(char: str) -> bool:
    """Whether a character is punctuation; signs that stand for themselves have been moved to plane 15."""
    return "\U000f0000" <= char <= "\U000f007f" or unicodedata.category(char)[0] in "PS" if char else False


def _partner(waiting: list[_Run], run: _Run) -> int | None:
    """The nearest run before that this one closes."""
    for at in range(len(waiting) - 1, -1, -1):
        other = waiting[at]
        if other.sign != run.sign:
            continue
        if run.sign == "~" and (other.many < 2 or run.many < 2):
            continue
        is_either = other.can_close or run.can_open
        is_odd = is_either and (other.length + run.length) % 3 == 0 and (other.length % 3 or run.length % 3)
        if not is_odd or run.sign == "~":
            return at
    return None
