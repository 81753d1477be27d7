"""Boards, columns and preferences: what each verb does and each way it is refused."""

import pytest

from tests.support.world import World, many_cards


def names(world: World) -> list[str]:
    columns = world.copy(f"board:{world.plan}").tables["columns"].values()
    return [row["name"] for row in sorted(columns, key=lambda row: row["rank"])]


@pytest.mark.parametrize("column", ["closed", "gone"])
def test_fixed_columns_stay(world: World, column: str) -> None:
    column_id = getattr(world, column)
    assert world.refusal("ben", "column.move", column_id=column_id, before=world.todo) == "column_fixed"
    assert world.refusal("ben", "column.delete", column_id=column_id) == "column_fixed"
    assert world.refusal("ben", "column.set_wip_limit", column_id=column_id, limit=2) == "column_fixed"


def test_completed_may_be_called_otherwise_and_deleted_not(world: World) -> None:
    world.done("ben", "column.rename", column_id=world.closed, name="Shipped")
    assert world.refusal("ben", "column.rename", column_id=world.gone, name="Attic") == "column_fixed"


@pytest.mark.parametrize(
    "place", [{}, {"after": "gone"}, {"after": "closed"}, {"before": "gone"}, {"after": "later"}]
)
def test_a_column_never_goes_behind_completed(world: World, place: dict[str, str]) -> None:
    args = {side: getattr(world, name) for side, name in place.items()}
    world.done("ben", "column.add", column_id=world.new, board_id=world.plan, name="New", **args)
    assert names(world) == ["todo", "doing", "New", "closed", "gone"]
    world.done("ben", "column.move", column_id=world.todo, **args)
    assert names(world) == ["doing", "New", "todo", "closed", "gone"]


def test_a_column_with_cards_says_where_they_go(world: World) -> None:
    assert world.refusal("ben", "column.delete", column_id=world.todo) == "column_not_empty"
    for elsewhere in ("later", "todo", "nothing", "secret"):
        target = getattr(world, elsewhere)
        assert (
            world.refusal("ben", "column.delete", column_id=world.todo, move_cards_to=target)
            == "column_elsewhere"
        )
    assert (
        world.refusal("ben", "column.delete", column_id=world.todo, move_cards_to=world.gone)
        == "column_fixed"
    )
    world.done("ben", "column.delete", column_id=world.todo, move_cards_to=world.doing)
    assert world.order("doing") == [world.fig, world.ink, world.oak, world.elm]


def test_a_column_of_more_than_one_command_may_change_is_refused(world: World) -> None:
    """S23."""
    many_cards("todo", 500)
    assert (
        world.refusal("ben", "column.delete", column_id=world.todo, move_cards_to=world.doing) == "too_many"
    )


def test_emptying_a_column_into_a_blocking_one_is_refused(world: World) -> None:
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=2)
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")
    code = world.refusal("ben", "column.delete", column_id=world.todo, move_cards_to=world.doing)
    assert code == "wip_limit_reached"


def test_a_card_that_comes_while_its_column_is_deleted_is_not_lost(world: World) -> None:
    outcomes = world.batch(
        world.command("chidi", "card.move", card_ids=[world.ink], column_id=world.doing),
        world.command("ben", "column.delete", column_id=world.doing, move_cards_to=world.todo),
        world.command("chidi", "card.move", card_ids=[world.oak], column_id=world.doing),
    )
    codes = [outcome.answer.get("code", "done") for outcome in outcomes]
    assert codes == ["done", "done", "not_found"]
    assert {world.ink, world.oak, world.fig} <= set(world.order("todo"))


def test_a_deleted_card_whose_column_is_gone_comes_back_to_the_first(world: World) -> None:
    world.done("ben", "column.delete", column_id=world.todo, move_cards_to=world.doing)
    world.done("chidi", "card.restore", card_ids=[world.bin])
    assert world.card("bin")["column_id"] == world.doing


def test_an_unknown_template_is_refused(world: World) -> None:
    args = {"board_id": world.new, "account_id": world.acme, "name": "x"}
    assert world.refusal("ana", "board.create", **args, template="nothing") == "bad_arguments"


def test_who_creates_a_board_is_its_admin(world: World) -> None:
    world.done("eve", "board.create", board_id=world.new, account_id=world.acme, name="x")
    assert world.row("members", f"{world.new}.{world.eve}", f"team:{world.new}")["role"] == "admin"  # type: ignore[index]


def test_preferences_are_ones_own(world: World) -> None:
    world.done("dana", "pref.hide_column", column_id=world.todo, hidden=True)
    world.done("dana", "pref.set_zoom", board_id=world.plan, zoom="lines")
    mine = world.row("board_prefs", f"{world.dana}.{world.plan}", f"person:{world.dana}")
    assert mine is not None
    assert (mine["hidden_column_ids"], mine["zoom"]) == ([world.todo], "lines")
    assert world.copy(f"person:{world.ben}").tables["board_prefs"] == {}
    world.done("dana", "pref.hide_column", column_id=world.todo, hidden=False)
    again = world.row("board_prefs", f"{world.dana}.{world.plan}", f"person:{world.dana}")
    assert again is not None
    assert again["hidden_column_ids"] == []
