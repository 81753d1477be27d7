"""Rules for what a profile may hold."""

import re

from tafla.core.fields import time_zones
from tafla.core.text import clean_line

NAME_LENGTH = 100
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def clean_name(text: str) -> str:
    """A name as one line of text; the account of the person is named after it, so the rules are the same.
    Raises ValueError when nothing is left, or too much.
    """
    name = clean_line(text)
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
