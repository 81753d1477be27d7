"""Names of files: cleaned, never refused. What is left names a file on every system and no place in any."""

import re
from typing import Annotated

from pydantic import AfterValidator

from tafla.core.text import clean_line

MOST_CHARS = 180
MOST_BYTES = 240  # file systems take 255; archives add to a name what makes it unique
NAMELESS = "file"
# Marks that show nothing and turn text around; joiners stay, for words and emoji are made with them.
_MARKS = re.compile("[\u200b\u200e\u200f\u061c\u2060]")
_PATH = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_ENDING = re.compile(r"(?<=[^.])(\.tar)?\.[A-Za-z0-9_-]{1,15}$")


def clean_name(text: str) -> str:
    """A file's name as it is stored: one part of a path, without what systems forbid, of bounded length."""
    last = _PATH.split(clean_line(_MARKS.sub("", text)))[-1]
    name = _FORBIDDEN.sub("_", last).rstrip(". ").lstrip()
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return shorten(name, ending_of(name)) or NAMELESS


def ending_of(name: str) -> str:
    """The ending with its dot, such as ".pdf" or ".tar.gz"; none is ""."""
    found = _ENDING.search(name)
    return found[0] if found else ""


def with_ending(name: str, ending: str) -> str:
    """A name that ends like this, whatever it ended in before."""
    if ending and not name.lower().endswith(ending.lower()):
        name += ending
    return shorten(name, ending)


def shorten(name: str, ending: str) -> str:
    """A name of bounded length that keeps its ending."""
    stem = name[: len(name) - len(ending)][: MOST_CHARS - len(ending)]
    while len((stem + ending).encode()) > MOST_BYTES:
        stem = stem[:-1]
    return stem + ending


FileName = Annotated[str, AfterValidator(clean_name)]
