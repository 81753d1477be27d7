"""Mistakes: one is forgiven in a word of a title, two in a long one, and nothing absurd is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafla.search.mistakes import forgiven, is_near, less_two
from tests.search.asking import asked, indexed, titles
from tests.support.world import World, ident

LETTERS = st.text(alphabet="abcé", max_size=9)
LONG = st.text(alphabet="abcdefgé", min_size=7, max_size=14)


def distance(one: str, other: str) -> int:
    """How many edits make one of the other, by the table that everybody knows."""
    rows: list[list[int]] = [[*range(len(other) + 1)]]
    for a in range(1, len(one) + 1):
        row = [a]
        for b in range(1, len(other) + 1):
            same = one[a - 1] == other[b - 1]
            best = min(row[b - 1] + 1, rows[a - 1][b] + 1, rows[a - 1][b - 1] + (not same))
            if a > 1 and b > 1 and one[a - 1] == other[b - 2] and one[a - 2] == other[b - 1]:
                best = min(best, rows[a - 2][b - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@given(LETTERS, LETTERS)
def test_near_is_so_many_edits(one: str, other: str) -> None:
    assert [is_near(one, other, edits) for edits in (0, 1, 2)] == [
        distance(one, other) <= edits for edits in (0, 1, 2)
    ]


@st.composite
def twice_edited(draw: st.DrawFn) -> tuple[str, str]:
    """A long word, and it with two mistakes behind the first letter."""
    word = edited = draw(LONG)
    for _ in range(2):
        at = draw(st.integers(1, max(1, len(edited) - 2)))
        two = edited[at : at + 2]
        edited = edited[:at] + draw(
            st.sampled_from([two[:0:-1] + two[:1], two[1:], "x" + two, "x" + two[1:]])
        )
        edited += word[len(edited) :][: draw(st.integers(0, 9))] if len(edited) < len(word) else ""
    return word, edited


@given(twice_edited())
def test_what_the_index_keeps_of_long_words_is_enough_for_two_mistakes(pair: tuple[str, str]) -> None:
    word, typed = pair
    if forgiven(typed) == 2 and len(word) >= 7 and is_near(word, typed, 2):
        assert less_two(word) & less_two(typed)


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("the", 0),
        ("logo", 1),
        ("meeting", 1),
        ("homepage", 2),
        ("предложение", 2),
        ("20261122", 1),
        ("प्रतिवेदन", 1),
    ],
)
def test_how_many_are_forgiven(word: str, many: int) -> None:
    assert forgiven(word) == many


TITLES = (
    "Translate the questionnaire",
    "Contract with the caterer",
    "Contrast of the headings",
    "Commission for advertising",
    "Permission from the council",
    "Übersetzungsbüro beauftragen",
    "Подготовить предложение",
    "Invoice 20261122",
)


@pytest.fixture
def written(world: World) -> World:
    cards = [{"card_id": ident(title), "title": title} for title in TITLES]
    world.done("chidi", "card.add", column_id=world.todo, cards=cards)
    indexed()
    return world


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("questionaire", {TITLES[0]}),
        ("qestionaire", {TITLES[0]}),
        ("quetsionniare", {TITLES[0]}),
        ("questionnaireee", {TITLES[0]}),
        ("translate qestionaire", {TITLES[0]}),
        ("comision", {TITLES[3]}),
        ("advertsingg", {TITLES[3]}),
        ("ubersetsungbüro", {TITLES[5]}),
        ("предлажениие", {TITLES[6]}),
        # One mistake is likelier than two.
        ("contratc", {TITLES[1]}),
        ("contarst", {TITLES[2]}),
    ],
)
def test_two_mistakes_in_a_long_word_are_forgiven(written: World, typed: str, expected: set[str]) -> None:
    assert set(titles("chidi", typed)) == expected


@pytest.mark.parametrize(
    "typed",
    ["admission", "omnission", "contented", "translator guild", "20261201", "caters", "questions", "pemisio"],
)
def test_nothing_absurd_is_found(written: World, typed: str) -> None:
    assert titles("chidi", typed) == []


def test_two_mistakes_are_no_answer_beside_a_better_one(written: World) -> None:
    written.done("chidi", "card.rename", card_id=written.oak, title="Questionaire")
    indexed()
    assert titles("chidi", "questionaire") == ["Questionaire", TITLES[0]]
    written.done("chidi", "card.set_details", card_id=written.elm, text="A qestionaire", base_version=0)
    indexed()
    assert titles("chidi", "qestionaire")[0] == "Card elm"
    assert TITLES[0] not in titles("chidi", "qestionaire")


def test_what_was_meant_is_marked(written: World) -> None:
    where = asked("chidi", "qestionaire")["cards"][0]["where"]
    assert [(one["passage"], one["marks"]) for one in where] == [(TITLES[0], [[14, 27]])]
