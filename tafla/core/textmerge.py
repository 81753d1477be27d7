"""Three-way merge of text (S12): edits to different words of one paragraph join, edits that touch overlap.

`web/src/kits/textkit.ts` is the same code, step for step; `contracts/golden/text/` keeps the two equal.

Our own because no pair of libraries agrees: merge3 (GPL) and node-diff3 split, diff and join differently;
diff-match-patch (both languages, unmaintained) places patches by likeness, stops by the clock and counts
UTF-16 units on one side only.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

# Start and end in the old text, and what stands there in the new one.
Change = tuple[int, int, str]
# A run of equal parts: where it starts in the old list and in the new one, its length, and the run before it.
Run = tuple[int, int, int, "Run | None"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Runs of letters of scripts that put spaces between words; of all else (Chinese, Thai, signs, emoji)
# each code point by itself. Spelled out because \w follows a Unicode version, of which each side has its own.
_TOKEN = re.compile(
    "[0-9A-Z_a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u10a0-\u177f\u1800-\u18ff\u1c00-\u1fff"
    "\u2c00-\u2dff\ua640-\ua95f\uab30-\ud7ff]+|[\\s\\S]"
)
# Bounds the time of one comparison, for which the writer waits: some four hundred scattered differences.
_MOST_STEPS = 150_000


@dataclass
class _Budget:
    steps: int = _MOST_STEPS


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Both changes to `base` in one text, or None when they overlap.

    Changes to the same or to neighbouring words overlap unless they are identical. Mine and theirs may be
    swapped.
    """
    if mine == theirs or base == theirs:
        return mine
    if base == mine:
        return theirs
    changes = sorted({*_changes(base, mine), *_changes(base, theirs)})
    if any(later[0] <= earlier[1] for earlier, later in pairwise(changes)):
        return None
    parts: list[str] = []
    at = 0
    for start, end, text in changes:
        parts += (base[at:start], text)
        at = end
    return "".join(parts) + base[at:]


def _changes(old: str, new: str) -> list[Change]:
    """Rising, with at least one unchanged word or sign between two.

    Lines are compared first and words only in lines that differ, so that a new list item does not borrow the
    dash of the next one. Where too much differs, the lines (or all between the first and last difference) are
    one change.
    """
    budget = _Budget()
    return [
        (line + start, line + end, text)
        for line, line_end, lines in _compare(_LINE.findall(old), _LINE.findall(new), budget)
        for start, end, text in _compare(_TOKEN.findall(old[line:line_end]), _TOKEN.findall(lines), budget)
    ]


def _compare(old: list[str], new: list[str], budget: _Budget) -> list[Change]:
    first = 0
    shorter = min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    old_end, new_end = len(old) - last, len(new) - last
    changes: list[Change] = []
    i = j = first
    at = sum(map(len, old[:first]))
    runs = _runs(old[first:old_end], new[first:new_end], budget)
    for run_i, run_j, length in [*((first + i, first + j, n) for i, j, n in runs), (old_end, new_end, 0)]:
        end = at + sum(map(len, old[i:run_i]))
        if i < run_i or j < run_j:
            changes.append((at, end, "".join(new[j:run_j])))
        at = end + sum(map(len, old[run_i : run_i + length]))
        i, j = run_i + length, run_j + length
    return changes


def _runs(old: list[str], new: list[str], budget: _Budget) -> list[tuple[int, int, int]]:
    """The longest common subsequence as runs (Myers' greedy search); none when it takes over half the budget.

    Ties are broken by the order of the search; the other language must keep it.
    """
    limit = budget.steps // 2
    steps = 0
    reached: dict[int, int] = {1: 0}
    paths: dict[int, Run | None] = {1: None}
    for edits in range(len(old) + len(new) + 1):
        for diagonal in range(-edits, edits + 1, 2):
            is_insert = diagonal == -edits or (
                diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
            )
            beside = diagonal + 1 if is_insert else diagonal - 1
            start = i = reached[beside] if is_insert else reached[beside] + 1
            path = paths[beside]
            while i < len(old) and i - diagonal < len(new) and old[i] == new[i - diagonal]:
                i += 1
            if i > start:
                path = (start, start - diagonal, i - start, path)
            steps += i - start + 1
            if steps > limit:
                budget.steps -= limit
                return []
            if i >= len(old) and i - diagonal >= len(new):
                budget.steps -= steps
                return _unwound(path)
            reached[diagonal], paths[diagonal] = i, path
    return []


def _unwound(path: Run | None) -> list[tuple[int, int, int]]:
    runs = []
    while path:
        runs.append(path[:3])
        path = path[3]
    return runs[::-1]
