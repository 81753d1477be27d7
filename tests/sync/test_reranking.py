"""Re-ranking through the database (S11): always at the same spot, equal ranks, and no history of it."""

import orjson
import pytest

from tafla.cards.models import Card
from tafla.core import ranks
from tafla.sync.models import Change
from tests.support.world import World, many_cards


def added(world: World, name: str, **place: str) -> str:
    card = {"card_id": getattr(world, name), "title": name}
    return world.done("chidi", "card.add", column_id=world.todo, cards=[card], **place)


def lengths(world: World) -> list[int]:
    return [len(rank) for rank in Card.objects.filter(column_id=world.todo).values_list("rank", flat=True)]


def crowd(world: World) -> None:
    """Bring two neighbours so close that nothing fits between."""
    low = "a0V" + "1" * (ranks.MAX_LENGTH - 3)
    Card.objects.filter(id=world.ink).update(rank=low)
    Card.objects.filter(id=world.oak).update(rank=ranks.between(low, low[:-1] + "2"))


def test_a_card_between_two_that_touch_makes_room(world: World) -> None:
    crowd(world)
    added(world, "new", after=world.ink)
    assert world.order("todo") == [world.ink, world.new, world.oak, world.elm]
    assert max(lengths(world)) < 10


def test_moves_to_one_spot_never_run_out_of_room(world: World) -> None:
    crowd(world)
    for at in range(30):
        name, other = ("fig", "elm") if at % 2 else ("elm", "fig")
        world.done(
            "chidi", "card.move", card_ids=[getattr(world, name)], column_id=world.todo, after=world.ink
        )
        order = world.order("todo")
        assert order[1] == getattr(world, name)
        assert at == 0 or order[2] == getattr(world, other)
    assert max(lengths(world)) <= ranks.MAX_LENGTH


def test_a_batch_that_outgrows_the_room_it_saw_waits_for_the_next(world: World) -> None:
    low = "a0V" + "1" * (ranks.MAX_LENGTH - 9)
    Card.objects.filter(id=world.ink).update(rank=low)
    Card.objects.filter(id=world.oak).update(rank=ranks.between(low, low[:-1] + "2"))
    names = [f"n{at}" for at in range(90)]
    outcomes = world.batch(
        *(
            world.command(
                "chidi",
                "card.add",
                column_id=world.todo,
                cards=[{"card_id": getattr(world, name), "title": name}],
                after=world.ink,
            )
            for name in names
        )
    )
    assert {outcome.answer["s"] for outcome in outcomes} == {"done"}
    expected = [world.ink, *(getattr(world, name) for name in reversed(names)), world.oak, world.elm]
    assert world.order("todo") == expected
    assert max(lengths(world)) <= ranks.MAX_LENGTH


def test_history_and_undo_know_nothing_of_the_neighbours(world: World) -> None:
    crowd(world)
    before = Card.objects.get(id=world.oak).rank
    command_id = world.done("chidi", "card.move", card_ids=[world.fig], column_id=world.todo, after=world.ink)
    record = Change.objects.get(command_id=command_id)
    old = dict(
        zip([patch[2] for patch in orjson.loads(record.patches)], orjson.loads(record.before), strict=True)
    )
    assert {card for card, values in old.items() if values} == {world.fig}
    after = Card.objects.get(id=world.oak).rank
    assert after != before
    world.done("chidi", "change.undo", command_id=command_id)
    assert Card.objects.get(id=world.oak).rank == after
    assert world.order("doing") == [world.fig]


def test_a_moved_card_among_its_own_neighbours_keeps_its_history(world: World) -> None:
    crowd(world)
    command_id = world.done("chidi", "card.move", card_ids=[world.elm], column_id=world.todo, after=world.ink)
    assert world.order("todo") == [world.ink, world.elm, world.oak]
    world.done("chidi", "change.undo", command_id=command_id)
    assert world.order("todo") == [world.ink, world.oak, world.elm]


@pytest.mark.parametrize("side", ["after", "before"])
def test_siblings_of_equal_rank_are_parted(world: World, side: str) -> None:
    Card.objects.filter(column_id=world.todo).update(rank="a0V")
    order = world.order("todo")
    added(world, "new", **{side: order[1]})
    expected = (
        [order[0], order[1], world.new, order[2]] if side == "after" else [order[0], world.new, *order[1:]]
    )
    assert world.order("todo") == expected


def test_the_end_of_an_anchor_that_left_in_the_same_batch_is_the_true_end(world: World) -> None:
    """Only the ranks beside the anchor were loaded; the end of the column was not."""
    outcomes = world.batch(
        world.command("ben", "card.move", card_ids=[world.ink], column_id=world.doing),
        world.command("chidi", "card.move", card_ids=[world.fig], column_id=world.todo, after=world.ink),
    )
    assert [outcome.answer["s"] for outcome in outcomes] == ["done", "done"]
    assert world.order("todo") == [world.oak, world.elm, world.fig]
    found = list(Card.objects.filter(column_id=world.todo).values_list("rank", flat=True))
    assert len(set(found)) == 3


def test_columns_make_room_too(world: World) -> None:
    for at in range(12):
        args = {"board_id": world.plan, "column_id": getattr(world, f"col{at}"), "name": f"Column {at}"}
        world.done("ben", "column.add", **args, after=world.todo)
    columns = world.copy(f"board:{world.plan}").tables["columns"].values()
    names = [row["name"] for row in sorted(columns, key=lambda row: row["rank"])]
    assert names[:3] == ["todo", "Column 11", "Column 10"]
    assert names[-2:] == ["closed", "gone"]


def test_ten_thousand_cards_move_like_ten(world: World) -> None:
    """S23: a move in a long column touches one row and reads a handful."""
    ids = many_cards("doing", 10_000)
    world.done("chidi", "card.move", card_ids=[ids[9_000]], column_id=world.doing, after=ids[10])
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.doing, before=ids[11])
    order = world.order("doing")
    assert order[11:14] == [ids[10], ids[9_000], world.ink]
    record = Change.objects.filter(scope=f"board:{world.plan}").order_by("-seq").first()
    assert record is not None
    assert len(orjson.loads(record.patches)) == 1
