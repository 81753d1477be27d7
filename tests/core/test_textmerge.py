"""S12: one text from two changes, or an overlap. The client runs the same golden cases."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafla.core.textmerge import merge

GOLDEN = Path(__file__).resolve().parents[2] / "contracts" / "golden" / "text"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case.get('name', number)}")
    for path in sorted(GOLDEN.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text("utf-8")))
]
# Few different pieces, so that repeated words and ties are frequent.
TEXTS = st.lists(st.sampled_from(["a", "b", "word", " ", "\n", "- ", ".", "我", "🎉", "é"]), max_size=40).map(
    "".join
)


@pytest.mark.parametrize("case", CASES)
def test_golden_case(case):
    assert merge(case["base"], case["mine"], case["theirs"]) == case["expect"]


@pytest.mark.parametrize("case", CASES)
def test_golden_case_with_mine_and_theirs_swapped(case):
    assert merge(case["base"], case["theirs"], case["mine"]) == case["expect"]


def test_enough_golden_cases_are_found():
    assert len(CASES) >= 170


@given(TEXTS, TEXTS)
def test_one_change_wins_over_none(base, changed):
    assert merge(base, changed, base) == changed
    assert merge(base, base, changed) == changed
    assert merge(base, changed, changed) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_mine_and_theirs_may_be_swapped(base, mine, theirs):
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


@given(TEXTS, TEXTS, TEXTS)
def test_a_merge_repeated_on_its_result_changes_nothing(base, mine, theirs):
    merged = merge(base, mine, theirs)
    if merged is not None:
        assert merge(mine, merged, mine) == merged
        assert merge(base, merged, merged) == merged


@st.composite
def edits_apart(draw):
    """A text of different words, and one list of edits whose places are at least one untouched word apart."""
    count = draw(st.integers(3, 40))
    gaps = [draw(st.sampled_from([" ", "\n", "\n- ", ", "])) for _ in range(count)]
    edits, at = [], draw(st.integers(0, 2))
    while at < count:
        edits.append((at, draw(st.sampled_from(["replace", "cut", "before", "after"])), draw(st.booleans())))
        at += draw(st.integers(2, 6))
    return count, gaps, edits


def text_with(count, gaps, edits):
    words = [f"word{number}" for number in range(count)]
    for at, kind, _ in edits:
        changed = {
            "replace": f"new{at}",
            "cut": "",
            "before": f"new{at} word{at}",
            "after": f"word{at} new{at}",
        }
        words[at] = changed[kind]
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True))


@given(edits_apart())
def test_edits_that_do_not_touch_always_merge(case):
    count, gaps, edits = case
    mine = text_with(count, gaps, [edit for edit in edits if edit[2]])
    theirs = text_with(count, gaps, [edit for edit in edits if not edit[2]])
    assert merge(text_with(count, gaps, []), mine, theirs) == text_with(count, gaps, edits)


@given(edits_apart(), st.sampled_from(["mine", "m 🎉", ""]), st.sampled_from(["theirs", "t 🎈"]))
def test_the_same_word_changed_differently_is_an_overlap(case, mine, theirs):
    count, gaps, edits = case
    base = text_with(count, gaps, [])
    word = f"word{edits[0][0] if edits else 0}"
    assert merge(base, base.replace(word, mine, 1), base.replace(word, theirs, 1)) is None


def long_text(seed, words=25_000, line=20):
    dice = random.Random(seed)
    return "".join(
        f"w{dice.randrange(3000)}" + ("\n" if at % line == line - 1 else " ") for at in range(words)
    )


def seconds_of(base, mine, theirs):
    """Processor time, so that a busy machine does not fail the test."""
    began = time.process_time()
    merge(base, mine, theirs)
    return time.process_time() - began


def test_a_few_edits_in_a_long_text_merge_in_a_moment():
    base = long_text(1)
    mine, theirs = "new start\n" + base[: len(base) // 2], base[: len(base) // 2] + "new end"
    base = base[: len(base) // 2]
    assert min(seconds_of(base, mine, theirs) for _ in range(3)) < 0.05
    assert merge(base, mine, theirs) == "new start\n" + base + "new end"


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([long_text(seed) for seed in (1, 2, 3)], id="nothing in common"),
        pytest.param([long_text(seed, line=10**9) for seed in (1, 2, 3)], id="one line, nothing in common"),
        pytest.param(
            ["a " * 100_000, "a " * 60_000 + "b " * 30_000, "b " * 99_000], id="one word again and again"
        ),
        pytest.param(
            ["a\nb\n" * 50_000, "b\na\na\n" * 33_000, "a\na\nb\n" * 33_000],
            id="two short lines again and again",
        ),
    ],
)
def test_hopeless_texts_end_in_bounded_time(texts):
    # The promise is one second; the slack is for a slow machine.
    assert seconds_of(*texts) < 2


def test_where_words_differ_in_too_many_places_whole_lines_are_compared():
    base = "first line\n" + long_text(1, line=10**9) + "\nlast line\n"
    rewritten = "first line\n" + long_text(2, line=10**9) + "\nlast line\n"
    assert merge(base, rewritten, base.replace("last", "final")) == rewritten.replace("last", "final")
    assert merge(base, rewritten, base.replace("w1 ", "w2 ", 1)) is None
