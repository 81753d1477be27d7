"""Words of any script: pure rules, by example and by chance."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tafla.search.mistakes import LONGEST, is_near
from tafla.search.terms import MOST_TERMS, MOST_WORDS, ask, of_text, of_title
from tafla.search.words import RUN, fold, forms, words

ANY = st.text(max_size=80)
LETTERS = st.text(alphabet="abcdeé", max_size=9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Ångström", "angstrom"),
        ("Łódź", "lodz"),
        ("Søren", "soren"),
        ("Đặng", "dang"),
        ("İstanbul", "istanbul"),
        ("IŞIK", "ışık"),
        ("ÉCOLE", "École"),
        ("ﬁnance", "finance"),
        ("ＡＢＣ１２", "abc12"),
        ("ΆΝΘΡΩΠΟΣ", "ανθρωπος"),
        ("Ёлка", "ЕЛКА"),
        ("Київ", "КИІВ"),
        ("שָׁלוֹם", "שלום"),
        ("كِتَاب", "كتاب"),
        ("أحمد", "احمد"),
        ("علی", "على"),
        ("مـــكتب", "مكتب"),
        ("کتاب", "كتاب"),
        ("१२३", "123"),
        ("٣٤", "34"),
        ("ｶﾞ", "ガ"),
        ("カード", "かーど"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("क़लम", "\u0915\u093c\u0932\u092e"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eabc", "abc"),
        ("Æsop", "aesop"),
    ],
)
def test_people_take_these_for_the_same(one: str, other: str) -> None:
    assert [word.text for word in words(one)] == [word.text for word in words(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("क", "का"), ("कि", "की"), ("มา", "มี"), ("गल", "गाल"), ("گل", "کل"), ("か", "が"), ("は", "ぱ")],
)
def test_these_are_different_words(one: str, other: str) -> None:
    """Vowel marks of Indic and Thai, the marks of kana, letters of Persian."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("snake_case a.b,c", ["snake", "case", "a", "b", "c"]),
        ("l’été d'Orléans", ["l", "ete", "d", "orleans"]),
        ("第2轮 检查", ["第", "2", "轮", "检查"]),
        ("जाँच करें", ["जांच", "करें"]),
        ("go🚀now 👍🏽", ["go", "🚀", "now", "👍"]),
        ("\x00\ud800 ok", ["ok"]),
        ("", []),
        ("…—\u200f", []),
    ],
)
def test_where_words_end(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == [unicodedata.normalize("NFC", one) for one in expected]


def test_other_ways_to_look_for_a_word() -> None:
    def others(text: str) -> list[str]:
        return [word.text for word in forms(text)][len(words(text)) :]

    assert others("e-mail") == ["email"]
    assert others("комп'ютер") == ["компютер"]
    assert others("col·lecció rock-n-roll") == ["colleccio", "rocknroll"]
    assert others("Müller Größe") == ["mueller", "groesse"]
    assert others("الكتاب") == ["كتاب"]
    assert others("plain words") == []


@given(ANY)
@example("ᾳ̈ΐ\u0345")
@example("ſ\u0307ﬃ\u2126")
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.text
        assert fold(text[word.start : word.end]) == word.text


@given(ANY)
def test_case_and_composition_make_no_difference(text: str) -> None:
    def found(other: str) -> list[str]:
        return [word.text for word in words(other)]

    for form in ("NFC", "NFD"):
        assert found(unicodedata.normalize(form, text)) == found(unicodedata.normalize("NFC", text))


@given(ANY)
def test_a_title_has_every_word_that_is_asked_of_it(text: str) -> None:
    """What is typed as a whole, word by word, is among the terms of a title that says it."""
    have = of_title("t", text)
    for word in words(text)[:MOST_WORDS]:
        parts = word.text if word.kind == RUN else [word.text[:LONGEST]]
        assert {f"tw{part}" for part in parts} <= have


@settings(deadline=2_000)
@given(st.text(max_size=20_000))
@example("#" * 10_000)
@example("a" + "\u0300\u0323" * 25_000)
@example("a-" * 25_000)
@example("".join(map(chr, range(0x4E00, 0x9000))))
@example(" ".join(map(str, range(10_000))))
@example("a " * 5_000)
@example("漢" * 10_000)
@example("\u0300" * 10_000)
@example("'\"-*()^:AND OR NOT NEAR(a b) {" * 300)
@example("\u202e\u2066\x00" * 3_000)
@example("👩‍👩‍👧‍👦" * 2_000)
def test_questions_and_texts_are_bounded(text: str) -> None:
    question = ask(text)
    assert len(question.terms) <= MOST_WORDS
    assert all(len(term.text) <= LONGEST for term in question.terms)
    assert len(of_text("c", text)) <= MOST_TERMS


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("#12", "12"),
        (" 12 ", "12"),
        ("#٣٤", "34"),
        ("＃１２", "12"),
        ("012", "12"),
        ("12a", None),
        ("1" * 10, None),
    ],
)
def test_numbers(typed: str, number: str | None) -> None:
    assert ask(typed).number == number


def edits(word: str) -> set[str]:
    """Every word that one edit makes of this one."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = "abcdeé"
    return (
        {a + b[1:] for a, b in cuts if b}
        | {a + c + b for a, b in cuts for c in letters}
        | {a + c + b[1:] for a, b in cuts if b for c in letters}
        | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        | {word}
    )


@given(LETTERS, LETTERS)
def test_near_is_one_edit(one: str, other: str) -> None:
    assert is_near(one, other) == (other in edits(one))
    assert all(is_near(one, edited) for edited in edits(one))
