"""S11: a rank strictly between two others, always, and short."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tafla.core.ranks import DIGITS, between, spread

CASES = json.loads(
    (Path(__file__).resolve().parents[2] / "contracts" / "golden" / "ranks.json").read_text("utf-8")
)


def grown(places):
    """Ranks as a board makes them: each put somewhere among those before it."""
    ranks = [between(None, None)]
    for place in places:
        at = place % (len(ranks) + 1)
        ranks.insert(at, between(ranks[at - 1] if at else None, ranks[at] if at < len(ranks) else None))
    return ranks


BOARDS = st.lists(st.integers(0, 200), max_size=60).map(grown)
# Any string of digits may be a rank, made by us or not, as long as it does not end in the lowest digit.
RANKS = st.text(DIGITS, min_size=1, max_size=8).filter(lambda rank: not rank.endswith(DIGITS[0]))


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['low']}..{case['high']}x{case.get('count', '')}"
)
def test_golden_case(case):
    if case["expect"] is None:
        with pytest.raises(ValueError, match="no rank between"):
            between(case["low"], case["high"])
    elif "count" in case:
        assert spread(case["count"], case["low"], case["high"]) == case["expect"]
    else:
        assert between(case["low"], case["high"]) == case["expect"]


@given(BOARDS)
def test_ranks_put_anywhere_are_in_order_and_leave_room_below(ranks):
    assert ranks == sorted(set(ranks))
    assert not any(rank.endswith(DIGITS[0]) for rank in ranks)


@given(RANKS, RANKS)
def test_between_two_is_strictly_between(one, other):
    assume(one != other)
    low, high = sorted([one, other])
    rank = between(low, high)
    assert low < rank < high
    assert not rank.endswith(DIGITS[0])


@given(RANKS)
def test_with_one_bound_the_rank_is_strictly_on_its_side(bound):
    above, below = between(bound, None), between(None, bound)
    assert below < bound < above
    assert not above.endswith(DIGITS[0])
    assert not below.endswith(DIGITS[0])


@given(RANKS, RANKS)
def test_bounds_in_the_wrong_order_are_refused(one, other):
    low, high = sorted([one, other])
    with pytest.raises(ValueError, match="no rank between"):
        between(high, low)


@given(st.integers(0, 300), BOARDS, st.data())
def test_spread_is_sorted_between_its_bounds(count, board, data):
    at = data.draw(st.integers(0, len(board)))
    low, high = (board[at - 1] if at else None), (board[at] if at < len(board) else None)
    ranks = spread(count, low, high)
    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    assert all((low is None or low < rank) and (high is None or rank < high) for rank in ranks)
    assert not any(rank.endswith(DIGITS[0]) for rank in ranks)


@pytest.mark.parametrize("is_append", [True, False], ids=["appended", "prepended"])
def test_twenty_thousand_at_one_end_stay_short(is_append):
    rank = between(None, None)
    for _ in range(20_000):
        put = between(rank, None) if is_append else between(None, rank)
        assert put > rank if is_append else put < rank
        assert len(put) <= 8
        rank = put


def test_spread_over_ten_thousand_stays_short():
    for bounds in ((None, None), ("a0V", None), (None, "a0V"), ("a0V", "a1V")):
        assert max(map(len, spread(10_000, *bounds))) <= 8
