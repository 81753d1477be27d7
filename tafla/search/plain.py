"""Texts as one line without their markup: what is looked through, and what passages are cut from."""

import re

from tafla.core.text import clean_text

# A link or a mention reads as its words.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(
    r"^[ \t]*(?:#{1,6}|>|[-*+](?: \[[ xX]\])?|\d{1,9}[.)])[ \t]+|(?<=\S)\*+|\*+(?=\S)|~~|`+|__", re.M
)


def plain(markdown: str) -> str:
    """What a reader sees of it, about: one line."""
    return " ".join(clean_text(_ESCAPED.sub(r"\1", _MARKS.sub("", _LINK.sub(r"\1", markdown)))).split())
