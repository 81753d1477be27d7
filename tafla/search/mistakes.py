"""Mistakes in words: how many are forgiven, and what mistyped words have in common with those meant. Pure."""

import re
import unicodedata
from itertools import combinations

# Of words no longer than this one mistake makes another word. Hangul counts by its letters.
SHORT, SHORT_JAMO = 3, 5
# In words as long as this two mistakes are forgiven, if the first letter is right: their beginnings then have
# that letter and all but two of the next in common.
LONG, LONG_JAMO = 8, 13
LONGEST = 40
_JAMO = re.compile("[\u1100-\u11ff]")


def less(word: str) -> set[str]:
    """A word with any one letter left out; nothing of words too short to be told apart then."""
    word = word[:LONGEST]
    if len(word) <= (SHORT_JAMO if _JAMO.search(word) else SHORT):
        return set()
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def less_two(word: str) -> set[str]:
    """The beginning of a long word with two letters left out after the first; of one that may lack a letter
    of a long one with as many as make it alike.
    """
    if len(word) < (LONG_JAMO if _JAMO.search(word) else LONG) - 1:
        return set()
    return {word[0] + "".join(letters) for letters in combinations(word[1:LONG], LONG - 3)}


def forgiven(word: str) -> int:
    """How many mistakes in this word are forgiven. Marks make no word long; numbers are others by two."""
    if not less(word):
        return 0
    if any(char.isdigit() for char in word):
        return 1
    letters = sum(1 for char in word if not unicodedata.category(char).startswith("M"))
    return 2 if letters >= (LONG_JAMO if _JAMO.search(word) else LONG) else 1


def is_near(one: str, other: str, edits: int = 1) -> bool:
    """Whether so many edits make one of the other: a letter more, less or other, two that changed places."""
    if abs(len(one) - len(other)) > edits:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if left == right or not edits:
        return left == right
    edited = [(left[1:], right[1:]), (left[1:], right), (left, right[1:])]
    if left[1::-1] == right[:2]:
        edited.append((left[2:], right[2:]))
    return any(is_near(*pair, edits - 1) for pair in edited)
