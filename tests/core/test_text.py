"""Lines of text, cleaned and measured."""

import time

import pytest
from pydantic import TypeAdapter, ValidationError

from tafla.core.text import LONGEST_LINE, Title, clean_line

TITLE: TypeAdapter[str] = TypeAdapter(Title)


def test_many_marks_on_one_letter_hold_nobody_up() -> None:
    """Composing them takes their number squared: a megabyte of them took hours."""
    began = time.process_time()
    with pytest.raises(ValidationError):
        TITLE.validate_python("a" + "\u0300\u0323" * 500_000)
    clean_line("a" + "\u0300\u0323" * 500_000)
    assert time.process_time() - began < 2


def test_what_is_too_long_is_refused_and_never_cut() -> None:
    assert TITLE.validate_python("a  b" + " " * (LONGEST_LINE - 4)) == "a b"
    with pytest.raises(ValidationError):
        TITLE.validate_python(" " * LONGEST_LINE + "a")
