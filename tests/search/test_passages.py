"""Passages: short, whole in what is drawn as one, and marked where the browser counts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafla.search.matching import find
from tafla.search.passages import LONGEST, passage
from tafla.search.terms import ask
from tafla.search.words import fold, forms

WORDS = "Straße e\u0301te\u0301 ﬁx שָׁלוֹם كِتَاب हिन्दी リリース 会議 한국어 ประชุม 🎉"
WORDS += " 👩\u200d👩\u200d👧 👍🏽 🇩🇪 e-mail"
ONE = st.sampled_from(WORDS.split())


def marked(text: str, q: str) -> tuple[str, list[str]]:
    """The passage for a question, and what in it is marked, as the browser cuts it."""
    words = forms(text)
    fits = [find(term, text, words, is_kind=True) for term in ask(q).terms]
    found = passage(text, [span for fit in fits if fit for span in fit[1]])
    units = found["passage"].encode("utf-16-le", "surrogatepass")
    return found["passage"], [units[2 * a : 2 * b].decode("utf-16-le") for a, b in found["marks"]]


@pytest.mark.parametrize(
    ("text", "q", "expected"),
    [
        ("🎉🎉 Straßenfest 🎉", "strasse", ["Straßenfest"]),
        ("cafe\u0301 au lait", "café", ["cafe\u0301"]),
        ("دعوة إلى كِتَاب جديد 🎉", "كتاب", ["كِتَاب"]),
        ("אמר שָׁלוֹם לכולם", "שלום", ["שָׁלוֹם"]),
        ("来週のﾌﾟﾛｼﾞｪｸﾄ会議", "プロジェクト", ["ﾌﾟﾛｼﾞｪｸﾄ"]),
        ("ประชุมที่นี่", "ที", ["ที่"]),
        ("done 👍🏽 ok", "👍", ["👍🏽"]),
        ("family 👩‍👩‍👧 trip", "👩", ["👩‍👩‍👧"]),
        ("to 🇩🇪 by train", "🇩🇪", ["🇩🇪"]),
        ("क्षेत्र में हिन्दी", "हिंदी", ["हिन्दी"]),
        ("an e-mail or two", "email", ["e-mail"]),
        ("e-mail", "e-mail", ["e", "mail"]),
        ("आमंत्रण १२३", "123", ["१२३"]),
    ],
)
def test_what_is_asked_for_is_marked(text: str, q: str, expected: list[str]) -> None:
    assert marked(text, q) == (text, expected)


@given(st.lists(ONE, max_size=80), ONE, st.sampled_from(["", " ", "، "]))
def test_marks_hold_what_is_asked_for_wherever_the_passage_is_cut(
    others: list[str], word: str, between: str
) -> None:
    text = between.join([*others, word, *others[::-1]])
    folded = " ".join(fold(one) for one in [*word.split("-"), word])
    shown, marks = marked(text, word)
    assert len(shown) <= LONGEST
    assert shown.strip("…") in text
    for mark in marks:
        assert not unicodedata.category(mark[0]).startswith("M")
        if between == " ":
            assert fold(mark) in folded
    assert marks or between != " "


@given(st.text(max_size=600), st.text(max_size=8))
def test_any_text_has_a_passage(text: str, q: str) -> None:
    shown, marks = marked(text, q)
    assert len(shown) <= LONGEST
    assert all(marks)
