"""Words of any script, as they are compared: pure, and the same for what is stored and what is asked.

`words` finds them with their places; `fold` makes one spelling of those that people take for the same: case,
accents, points and vowel marks, forms of letters, widths, digits of every script. Scripts that set no spaces
give *runs*, which terms.py cuts into pairs of characters.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

WORD, RUN, SIGN = "w", "c", "e"
_MARK, _UNSEEN, _JOINER, _BREAK = "m", "x", "j", "s"
# Between two letters these join: e-mail, don't, комп'ютер, col·lecció.
_JOINERS = frozenset("'’ʼ‘`´-‐‑·\u05f3\u05f4\"")
# Han, kana, bopomofo, Yi, Thai, Lao, Myanmar, Khmer, Tai: written without spaces.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF),
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x312F), (0x31A0, 0x31BF), (0x31F0, 0x31FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA48F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x1AFF0, 0x1B16F), (0x20000, 0x323AF),
)  # fmt: skip
# Marks that may be left out in Latin, Greek, Cyrillic, Hebrew and Arabic, and what chooses a glyph. Those of
# Indic and other scripts are vowels, and stay.
_LOOSE = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2),
    (0x05C4, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC),
    (0x06DF, 0x06ED), (0x08D3, 0x08FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
# Letters that no decomposition leads to another, after case is gone.
_LETTERS = {
    **dict(zip("øłđðıŋħŧƒɓɗ", "olddinhtfbd", strict=True)),
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ə": "e",
    "ʻ": "",
    "ـ": "",
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
    **dict(zip("ٱىیېکھہەةۃ", "ايييكههههه", strict=True)),
}
# Spellings that stand for a letter with two dots or a ring where the keyboard has none.
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_DOTTED = re.compile("[äöüåø]")
_ARTICLE = "ال"
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
    if kind[0] == "N" or (kind[0] == "L" and not _within(code, _UNSPACED)):
        return WORD
    return RUN if kind[0] == "L" else _BREAK


def _folded(code: int) -> str:
    """What is left of one character of a decomposed word without case."""
    char = chr(code)
    if char in _LETTERS:
        return _LETTERS[char]
    if _within(code, _LOOSE) or unicodedata.category(char) == "Cf":
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
    classes = text.translate(_CLASSES)
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
        is_near = after.start == before.end + 1 and text[before.end] in _JOINERS
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
    lower = unicodedata.normalize("NFC", text[word.start : word.end]).casefold()
    return [word._replace(text=fold(lower.translate(_SPELT)))] if _DOTTED.search(lower) else []


def is_near(one: str, other: str) -> bool:
    """Whether one edit makes one of the other: a letter more, less or other, or two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return (
        left == right
        or left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[1::-1] == right[:2] and left[2:] == right[2:])
    )
