"""Words of any script, as they are compared: pure, and the same for what is stored and what is asked.

`words` finds them with their places; `fold` makes one spelling of those that people take for the same: case,
accents, points and vowel marks, forms of letters, widths, digits of every script. Scripts that set no spaces
give *runs*, which terms.py cuts into pairs of characters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tafla.search.letters import DOTTED, DOTTED_NASAL, LETTERS, LOOSE, SPELT, SPELT_NASAL, UNSPACED

WORD, RUN, SIGN = "w", "c", "e"
_MARK, _UNSEEN, _JOINER, _BREAK = "m", "x", "j", "s"
# In Persian and Urdu a space that is none: it parts words that belong together. Elsewhere it chooses a glyph.
_HALF_SPACE = re.compile("(?<=[\u0620-\u06ff])\u200c(?=[\u0620-\u06ff])")
# Between two letters these join: e-mail, don't, комп'ютер, col·lecció.
_JOINERS = frozenset("'’ʼ‘`´-‐‑·\u05f3\u05f4\"")
_PARTING = _JOINERS | {"\u200c"}
_ARTICLE = "ال"
_NASAL = re.compile("[ं्]")
_JAMO = re.compile("[\u1100-\u11ff]")
# What goes on for longer is several words: to decompose many marks on one letter takes their number squared.
_WORDS = re.compile(f"{RUN}[{RUN}{_MARK}{_UNSEEN}]{{,255}}|{WORD}[{WORD}{_MARK}{_UNSEEN}]{{,255}}|{SIGN}")


class Word(NamedTuple):
    """A word as it is compared, where it stands in the text, and whether it is a word, a run or a sign."""

    text: str
    start: int
    end: int
    kind: str


class _Table(dict[int, str]):
    """A table for `str.translate` that is made while it is used; of rare characters nothing is kept."""

    def __init__(self, make: Callable[[int], str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, code: int) -> str:
        made = self.make(code)
        if code < 0x10000:
            self[code] = made
        return made


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _class_of(code: int) -> str:
    """What a character is to words; one letter, so that places stay."""
    char = chr(code)
    kind = unicodedata.category(char)
    if char in _JOINERS:
        return _JOINER
    if kind in ("Cf", "Mn") and (kind == "Cf" or 0xFE00 <= code <= 0xFE0F):
        return _UNSEEN
    if kind == "So" and not _within(code, ((0x2500, 0x259F),)):
        return SIGN
    if kind[0] == "M":
        return _MARK
    if kind[0] == "N" or (kind[0] == "L" and not _within(code, UNSPACED)):
        return WORD
    return RUN if kind[0] == "L" else _BREAK


def _folded(code: int) -> str:
    """What is left of one character of a decomposed word without case."""
    char = chr(code)
    if char in LETTERS:
        return LETTERS[char]
    if _within(code, LOOSE) or unicodedata.category(char) == "Cf":
        return ""
    if 0x30A1 <= code <= 0x30F6:  # katakana as hiragana
        return chr(code - 0x60)
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)


_CLASSES = _Table(_class_of)
_FOLDED = _Table(_folded)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The one spelling of a word. Hangul comes apart into its letters, so that what is half typed fits."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    folded = apart.translate(_FOLDED)
    return folded if _JAMO.search(folded) else unicodedata.normalize("NFC", folded)


def words(text: str) -> list[Word]:
    """The words of a text, in order. Never an error, whatever the text."""
    classes = (_HALF_SPACE.sub("-", text) if "\u200c" in text else text).translate(_CLASSES)
    found = []
    for match in _WORDS.finditer(classes):
        start, end = match.span()
        folded = fold(text[start:end])
        if folded:
            found.append(Word(folded, start, end, classes[start]))
    return found


def forms(text: str) -> list[Word]:
    """The words of a text, and the other ways in which one may look for them: in one where only a hyphen or
    an apostrophe parts them, Müller as Mueller, Arabic without its article.
    """
    found = words(text)
    return [*found, *_joined(text, found), *(form for word in found for form in _respelt(text, word))]


def _joined(text: str, found: list[Word]) -> list[Word]:
    chains: list[list[Word]] = []
    for before, after in pairwise(found):
        is_near = after.start == before.end + 1 and text[before.end] in _PARTING
        if not is_near or before.kind != WORD or after.kind != WORD:
            continue
        if chains and chains[-1][-1] is before:
            chains[-1].append(after)
        else:
            chains.append([before, after])
    return [
        Word("".join(word.text for word in chain), chain[0].start, chain[-1].end, WORD) for chain in chains
    ]


def _respelt(text: str, word: Word) -> list[Word]:
    if word.text.startswith(_ARTICLE) and len(word.text) > len(_ARTICLE) + 2:
        return [word._replace(text=word.text.removeprefix(_ARTICLE))]
    if _NASAL.search(word.text):
        spelt = {_replaced(word.text, DOTTED_NASAL), _replaced(word.text, SPELT_NASAL)} - {word.text}
        return [word._replace(text=one) for one in sorted(spelt)]
    lower = unicodedata.normalize("NFC", text[word.start : word.end]).casefold()
    return [word._replace(text=fold(lower.translate(SPELT)))] if DOTTED.search(lower) else []


def _replaced(word: str, table: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, other in table:
        word = pattern.sub(other, word)
    return word
