"""What a batch knows of ranks (S11): gaps that only look empty, and room made where there is none."""

import pytest

from tafla.core import ranks
from tafla.sync.siblings import BOTTOM, Gap, NotLoaded, Siblings, rerank


def whole(*run: str) -> Siblings:
    known = Siblings()
    known.learn_run(list(run), from_bottom=True, to_top=True)
    return known


def test_what_lies_beyond_a_loaded_neighbour_is_not_known() -> None:
    known = Siblings()
    known.learn_run(["a1", "a2"], from_bottom=False, to_top=False)
    assert known.above("a1") == "a2"
    for ask in (lambda: known.above("a2"), lambda: known.below("a1"), known.end):
        with pytest.raises(NotLoaded):
            ask()


def test_what_is_known_of_the_end_survives_learning_more() -> None:
    known = whole("a1", "a2")
    known.learn_run(["a1", "a2"], from_bottom=False, to_top=False)
    assert known.end() == "a2"


def test_a_rank_in_an_empty_gap_closes_both_halves() -> None:
    known = whole("a1", "a3")
    known.learn("a2")
    assert (known.above("a1"), known.above("a2"), known.below("a2")) == ("a2", "a3", "a1")


def test_a_rank_that_goes_leaves_one_gap() -> None:
    known = whole("a1", "a2", "a3")
    known.drop("a2")
    assert known.above("a1") == "a3"
    known = Siblings()
    known.learn_run(["a1", "a2"], from_bottom=True, to_top=False)
    known.drop("a2")
    with pytest.raises(NotLoaded):
        known.above("a1")


def test_an_empty_group_has_no_end_and_a_bottom() -> None:
    known = whole()
    assert known.end() is None
    assert known.above(BOTTOM) is None


def test_a_copy_may_change_alone() -> None:
    known = whole("a1")
    known.fork().learn("a2")
    assert known.ranks == ["a1"]


def rows(*run: str) -> list[dict[str, str]]:
    return [{"id": f"r{at:03}", "rank": rank} for at, rank in enumerate(run)]


def settled(standing: list[dict[str, str]], moved: dict[str, str], made: list[str]) -> list[str]:
    """Ids and N for new ones, in order of rank."""
    found = [(moved.get(row["id"], row["rank"]), row["id"]) for row in standing] + [
        (rank, "N") for rank in made
    ]
    assert len({rank for rank, _ in found}) == len(found)
    return [name for _, name in sorted(found)]


def test_reranking_keeps_the_order_and_makes_short_ranks() -> None:
    long = [ranks.DIGITS[1] * 39 + digit for digit in "1234"]
    known, standing = whole("a0V", *long), rows("a0V", *long)
    moved, made = rerank(known, standing, Gap(long[0], long[1], after="r001"), 2)
    assert settled(standing, moved, made) == sorted(
        ["r000", "r001", "N", "N", "r002", "r003", "r004"], key=settled(standing, moved, made).index
    )
    assert settled(standing, moved, made).index("N") > 0
    assert max(map(len, [*moved.values(), *made])) < 10


@pytest.mark.parametrize(
    ("after", "before", "expected"), [("r001", None, 2), (None, "r001", 1), ("r002", None, 3)]
)
def test_siblings_of_one_rank_are_told_apart(after: str | None, before: str | None, expected: int) -> None:
    run = ("a0V", "a1V", "a1V", "a2V")
    known, standing = whole(*run), rows(*run)
    moved, made = rerank(known, standing, Gap("a1V", None, after=after, before=before, is_doubled=True), 1)
    assert settled(standing, moved, made).index("N") == expected
    assert not known.doubled


def test_the_last_known_neighbours_stay_where_they_are() -> None:
    run = ["a1", "a2", "a3", "a4"]
    known = Siblings()
    known.learn_run(run, from_bottom=False, to_top=False)
    moved, made = rerank(known, rows(*run), Gap("a2", "a3"), 1)
    assert not {"r000", "r003"} & set(moved)
    assert "a1" < made[0] < "a4"


def test_at_most_two_hundred_neighbours_move() -> None:
    run = ranks.spread(1_000, None, None)
    moved, made = rerank(whole(*run), rows(*run), Gap(run[500], run[501]), 1)
    assert len(moved) <= 200
    assert run[400] < made[0] < run[601]
