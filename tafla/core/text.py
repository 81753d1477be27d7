"""Text that people typed: cleaned, measured, and refused with a code when it cannot be kept.

Cleaning never rejects what a keyboard or a paste produces: control characters and the invisible marks that
reorder or hide text are dropped, and in single-line text every run of white space becomes one space.
"""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

# Bidirectional overrides and isolates, zero-width no-break space, line separators; and lone surrogates, which
# no database takes.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACE = re.compile(r"\s+")
# No line of ours is longer. To compose many marks on one letter takes their number squared: what is longer is
# not looked at.
LONGEST_LINE = 4_000


def clean_line(text: str) -> str:
    """One line of text as it is stored, of which no more than the beginning counts."""
    composed = unicodedata.normalize("NFC", text[:LONGEST_LINE])
    return _SPACE.sub(" ", _CONTROL.sub(" ", _INVISIBLE.sub("", composed))).strip()


def clean_text(text: str) -> str:
    """Text of several lines as it is stored: line ends are newlines, tabs stay."""
    return _CONTROL.sub("", _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def _line(limit: int):  # type: ignore[no-untyped-def]
    def check(text: str) -> str:
        cleaned = clean_line(text)
        if not cleaned:
            raise PydanticCustomError("empty_text", "empty")
        if len(cleaned) > limit or len(text) > LONGEST_LINE:
            raise PydanticCustomError("text_too_long", "too long", {"limit": limit})
        return cleaned

    return AfterValidator(check)


def _text(limit: int, *, is_needed: bool = False):  # type: ignore[no-untyped-def]
    def check(text: str) -> str:
        cleaned = clean_text(text).strip() if is_needed else clean_text(text)
        if is_needed and not cleaned:
            raise PydanticCustomError("empty_text", "empty")
        if len(cleaned) > limit:
            raise PydanticCustomError("text_too_long", "too long", {"limit": limit})
        return cleaned

    return AfterValidator(check)


Name = Annotated[str, _line(120)]
BoardName = Annotated[str, _line(200)]
Title = Annotated[str, _line(500)]
TagName = Annotated[str, _line(60)]
Description = Annotated[str, _text(5_000)]
MessageText = Annotated[str, _text(10_000, is_needed=True)]
Details = Annotated[str, _text(200_000)]
