"""Rules for what a profile may hold."""

import functools
import re
import unicodedata
import zoneinfo

NAME_LENGTH = 100
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Marks that turn the direction of the text after them: a name must not rewrite the sentence around it.
_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_name(text: str) -> str:
    """A name on one line without control characters. Raises ValueError when nothing is left, or too much."""
    kept = "".join(" " if unicodedata.category(mark) in ("Cc", "Cs", "Zl", "Zp") else mark for mark in text)
    name = " ".join("".join(mark for mark in kept if mark not in _BIDI).split())
    if not name:
        raise ValueError("empty")
    if len(name) > NAME_LENGTH:
        raise ValueError("too_long")
    return name


def is_language(tag: str) -> bool:
    """Whether this looks like a language tag (BCP 47); whether it is translated is the client's affair."""
    return len(tag) <= 16 and _LANGUAGE.fullmatch(tag) is not None


def clean_language(tag: str, default: str) -> str:
    return tag if is_language(tag) else default


def is_time_zone(name: str) -> bool:
    return name in time_zones()


def clean_time_zone(name: str, default: str) -> str:
    return name if is_time_zone(name) else default


@functools.cache
def time_zones() -> frozenset[str]:
    """Every zone this machine knows; reads many files the first time, hence kept."""
    return frozenset(zoneinfo.available_timezones())
