"""The listener behind marks: exact for everybody, told twice, late, in any order; and what it forgets."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tafla.marks.happenings import Latest
from tafla.marks.models import BoardSeen, CardSeen, News
from tafla.sync.models import Cursor
from tests.marks.conftest import Clock
from tests.marks.looking import read_log
from tests.support.shelves import attached
from tests.support.world import THEN, World, ident, many_cards

MADE = st.lists(st.tuples(st.integers(1, 5), st.sampled_from("abc")), min_size=1, max_size=5)


@settings(deadline=None)
@given(MADE)
def test_the_newest_change_by_others_is_exact_for_everybody_in_any_order(made: list[tuple[int, str]]) -> None:
    for order in permutations(made):
        latest = latest_of([*order, *order])
        for me in "abcd":
            theirs = max((at for at, by in made if by != me), default=0)
            assert newest_not_by(me, latest) == theirs, (order, me)


@settings(deadline=None)
@given(MADE, MADE)
def test_two_parts_of_the_log_make_the_whole(
    first: list[tuple[int, str]], second: list[tuple[int, str]]
) -> None:
    together, whole = latest_of(first).with_all(latest_of(second)), latest_of(first + second)
    for me in "abcd":
        assert newest_not_by(me, together) == newest_not_by(me, whole), me


def latest_of(made: list[tuple[int, str]]) -> Latest:
    latest = Latest(*made[0])
    for change in made[1:]:
        latest = latest.after(*change)
    return latest


def newest_not_by(me: str, latest: Latest) -> int:
    return latest.other_at if latest.by == me else latest.at


def stored() -> list[tuple[object, ...]]:
    rows = News.objects.order_by("subject_id", "aspect")
    return list(rows.values_list("subject_id", "board_id", "aspect", "at", "by", "other_at", "other_by"))


def busy(world: World, clock: Clock) -> None:
    clock(THEN + 1_000)
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("chidi", "card.set_status", card_ids=[world.ink, world.oak], status="blocked")
    attached(world, "photo")
    clock(THEN + 2_000)
    world.done("chidi", "card.rename", card_id=world.ink, title="y")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    world.done("ben", "chat.post", message_id=world.hello, card_id=world.oak, text="x")


def test_told_twice_it_stands_there_once(world: World, clock: Clock) -> None:
    """S19."""
    busy(world, clock)
    read_log()
    once = stored()
    Cursor.objects.all().delete()
    read_log()
    assert stored() == once


def test_told_bit_by_bit_it_is_as_told_at_once(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy(world, clock)
    read_log()
    once = stored()
    Cursor.objects.all().delete()
    News.objects.all().delete()
    with monkeypatch.context() as patched:
        patched.setattr("tafla.sync.listeners.AT_ONCE", 1)
        patched.setattr("tafla.marks.listeners.AT_ONCE", 1)
        read_log()
    assert stored() == once


def test_a_bulk_act_is_stored_in_parts(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands get their turn to write between them."""
    cards = many_cards("todo", 450)
    rests: list[float] = []
    world.done("ben", "card.set_status", card_ids=cards, status="blocked")
    monkeypatch.setattr("tafla.marks.listeners.time.sleep", rests.append)
    read_log()
    assert set(News.objects.values_list("subject_id", flat=True)) == set(cards)
    assert len(rests) == 2


def test_a_card_deleted_for_ever_leaves_neither_news_nor_what_was_seen(world: World) -> None:
    """S22."""
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("ben", "card.rename", card_id=world.oak, title="x")
    read_log()
    world.done("chidi", "marks.see_card", card_id=world.ink, at=THEN)
    world.done("chidi", "marks.see_card", card_id=world.oak, at=THEN)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    for _ in range(2):
        read_log()
        assert not News.objects.filter(subject_id=world.ink).exists()
        assert list(CardSeen.objects.values_list("card_id", flat=True)) == [world.oak]
        # However late the log is read.
        Cursor.objects.all().delete()


def test_a_board_deleted_for_ever_is_forgotten_and_cards_that_had_left_stay(world: World) -> None:
    """S22."""
    for card in (world.ink, world.oak):
        world.done("ben", "card.rename", card_id=card, title="x")
        world.done("chidi", "marks.see_card", card_id=card, at=THEN)
    world.done("ben", "chat.post", message_id=world.hello, board_id=world.plan, text="x")
    world.done("chidi", "marks.see_board", board_id=world.plan, at=THEN)
    world.done("chidi", "marks.see_board", board_id=world.ops, at=THEN)
    read_log()
    world.done("chidi", "card.move", card_ids=[world.oak], column_id=world.later)
    world.done("ben", "board.set_state", board_id=world.plan, state="trash")
    world.done("ana", "board.purge", board_id=world.plan)
    read_log()
    assert set(News.objects.values_list("subject_id", "board_id")) == {(world.oak, world.ops)}
    assert list(CardSeen.objects.values_list("card_id", flat=True)) == [world.oak]
    assert list(BoardSeen.objects.values_list("board_id", flat=True)) == [world.ops]


def test_what_came_with_a_card_is_part_of_its_making(world: World) -> None:
    world.done("ben", "card.set_details", card_id=world.ink, text="x", base_version=0)
    world.done("ben", "checklist.add", card_id=world.ink, items=[{"item_id": world.milk, "text": "x"}])
    read_log()
    copy = {"card_id": world.ink, "new_id": world.new}
    world.done("ben", "card.copy", copies=[copy], column_id=world.todo)
    read_log()
    assert list(News.objects.filter(subject_id=ident("new")).values_list("aspect", flat=True)) == ["new"]
