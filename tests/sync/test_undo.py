"""Undo and redo (S13): every undoable verb there and back, and where it is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.boards.models import Board, Column
from tafla.cards.models import Card
from tafla.core.ids import new_id
from tafla.sync.verbs import VERBS
from tests.support.checklists import listed
from tests.support.preparing import filter_saved, tagged, tied
from tests.support.world import World

Act = tuple[str, Callable[[World], dict[str, Any]]]

# verb -> who does it, and with which arguments
ACTS: dict[str, Act] = {
    "board.rename": ("ben", lambda w: {"board_id": w.plan, "name": "Other"}),
    "board.set_wip_mode": ("ben", lambda w: {"board_id": w.plan, "mode": "block"}),
    "board.describe": ("ben", lambda w: {"board_id": w.plan, "description": "What for"}),
    "board.set_numbering": ("ben", lambda w: {"board_id": w.plan, "on": True}),
    "board.set_use_tags": ("ben", lambda w: {"board_id": w.plan, "on": False}),
    "column.add": ("ben", lambda w: {"column_id": w.new, "board_id": w.plan, "name": "New", "after": w.todo}),
    "column.rename": ("ben", lambda w: {"column_id": w.todo, "name": "Other"}),
    "column.move": ("ben", lambda w: {"column_id": w.todo, "after": w.doing}),
    "column.set_wip_limit": ("ben", lambda w: {"column_id": w.todo, "limit": 3}),
    "column.sort": ("chidi", lambda w: {"column_id": w.todo, "by": "title"}),
    "column.delete": ("ben", lambda w: {"column_id": w.todo, "move_cards_to": w.doing}),
    "tag.create": ("ben", lambda w: {"tag_id": w.new, "board_id": w.plan, "name": "New", "hue": "teal"}),
    "tag.rename": ("ben", lambda w: {"tag_id": w.red, "name": "Other"}),
    "tag.set_hue": ("ben", lambda w: {"tag_id": w.red, "hue": "pink"}),
    "tag.merge": ("ben", lambda w: {"tag_id": w.red, "into_id": w.blue}),
    "tag.delete": ("ben", lambda w: {"tag_id": w.red}),
    "card.rename": ("chidi", lambda w: {"card_id": w.ink, "title": "Other"}),
    "card.move": ("chidi", lambda w: {"card_ids": [w.elm, w.oak], "column_id": w.doing, "before": w.fig}),
    "card.set_status": ("chidi", lambda w: {"card_ids": [w.ink, w.oak], "status": "blocked"}),
    "card.set_priority": ("chidi", lambda w: {"card_ids": [w.ink], "priority": "critical"}),
    "card.set_due": ("chidi", lambda w: {"card_ids": [w.ink], "due_on": "2026-03-01", "due_time": "10:00"}),
    "card.set_start": ("chidi", lambda w: {"card_ids": [w.ink], "start_on": "2026-02-01"}),
    "card.add_tag": ("chidi", lambda w: {"card_ids": [w.ink, w.oak], "tag_id": w.blue}),
    "card.remove_tag": ("chidi", lambda w: {"card_ids": [w.ink], "tag_id": w.red}),
    "card.replace_tag": ("ben", lambda w: {"card_ids": [w.ink, w.old], "tag_id": w.red, "into_id": w.blue}),
    "card.assign": ("chidi", lambda w: {"card_ids": [w.ink, w.oak], "person_id": w.ben}),
    "card.unassign": ("chidi", lambda w: {"card_ids": [w.ink], "person_id": w.chidi}),
    "dependency.add": ("chidi", lambda w: {"card_id": w.fig, "kind": "blocked_by", "other_id": w.ops1}),
    "dependency.remove": ("chidi", lambda w: {"card_id": w.ink, "other_id": w.oak}),
    "card.delete": ("chidi", lambda w: {"card_ids": [w.ink, w.fig]}),
    "card.restore": ("chidi", lambda w: {"card_ids": [w.bin]}),
    "checklist.add": (
        "chidi",
        lambda w: {"card_id": w.ink, "items": [{"item_id": w.n1, "text": "New"}], "before": w.eggs},
    ),
    "checklist.rename": ("chidi", lambda w: {"item_id": w.milk, "text": "Other"}),
    "checklist.set_done": ("chidi", lambda w: {"item_ids": [w.tea, w.cup], "done": True}),
    "checklist.move": ("chidi", lambda w: {"item_ids": [w.tea, w.milk], "after": w.eggs}),
    "checklist.remove": ("chidi", lambda w: {"item_ids": [w.tea, w.eggs, w.cup]}),
    "checklist.assign": ("chidi", lambda w: {"item_ids": [w.milk, w.cup], "person_id": w.ben}),
    "checklist.unassign": ("chidi", lambda w: {"item_ids": [w.tea], "person_id": w.chidi}),
    "filter.save": ("chidi", lambda w: {"filter_id": w.new, "name": "New", "filter": {"due": ["today"]}}),
    "filter.rename": ("chidi", lambda w: {"filter_id": w.sieve, "name": "Other"}),
    "filter.remove": ("chidi", lambda w: {"filter_id": w.sieve}),
    "checklist.set_due": ("chidi", lambda w: {"item_ids": [w.milk, w.tea], "due_on": None}),
}
# These leave something behind: an added card goes to Deleted, a version number is never given again.
OTHERWISE = {"card.add", "card.copy", "card.set_details", "checklist.make_card", "change.undo", "change.redo"}
# Undone in tests/files, where there are files.
OTHERWISE |= {"file.attach", "file.add_link", "file.add_version", "file.rename", "file.move", "file.remove"}
OTHERWISE |= {"file.restore_version"}


@pytest.fixture
def acting(world: World) -> World:
    """The world with somebody on a card, and tags, also on frozen ones."""
    world.done("ben", "card.assign", card_ids=[world.ink], person_id=world.chidi)
    tagged(world)
    tied(world)
    listed(world)
    filter_saved(world)
    return world


def undo(world: World, who: str, command_id: str) -> str:
    return world.done(who, "change.undo", command_id=command_id)


def undo_code(world: World, who: str, command_id: str) -> str:
    return world.refusal(who, "change.undo", command_id=command_id)


def faces(world: World) -> dict[str, Any]:
    """Everything but marks of the clock, which redo sets anew, and order in Deleted, which has none."""
    found = world.everything()
    for tables in found.values():
        for row in tables.get("cards", {}).values():
            row.pop("deleted_at")
            row.pop("deleted_by")
            if row["deleted_from"]:
                row.pop("rank")
    return found


def test_every_undoable_verb_is_here() -> None:
    undoable = {name for name, verb in VERBS.items() if verb.undoable}
    assert set(ACTS) | OTHERWISE == undoable


@pytest.mark.parametrize("verb", ACTS)
def test_undo_puts_everything_back_and_redo_does_it_again(acting: World, verb: str) -> None:
    who, args = ACTS[verb]
    before = faces(acting)
    command_id = acting.done(who, verb, **args(acting))
    after = faces(acting)
    assert after != before, "the case changes nothing"
    undone = undo(acting, who, command_id)
    assert faces(acting) == before
    redone = acting.done(who, "change.redo", command_id=undone)
    assert faces(acting) == after
    undo(acting, who, redone)
    assert faces(acting) == before


def test_an_added_card_goes_to_deleted_and_its_number_is_not_given_again(world: World) -> None:
    new = [{"card_id": world.n1, "title": "One"}, {"card_id": world.n2, "title": "Two"}]
    added = world.done("chidi", "card.add", column_id=world.todo, cards=new, after=world.ink)
    order, numbers = world.order("todo"), [world.card("n1")["number"], world.card("n2")["number"]]
    undone = undo(world, "chidi", added)
    assert world.card("n1")["column_id"] == world.card("n2")["column_id"] == world.gone
    world.done("chidi", "card.add", column_id=world.todo, cards=[{"card_id": world.n3, "title": "Three"}])
    assert world.card("n3")["number"] == max(numbers) + 1
    world.done("chidi", "change.redo", command_id=undone)
    assert world.order("todo") == [*order, world.n3]


def test_details_put_back_are_a_new_version(world: World) -> None:
    save = {"card_id": world.ink}
    first = world.done("chidi", "card.set_details", **save, text="one\ntwo\nthree", base_version=0)
    second = world.done("chidi", "card.set_details", **save, text="one\n2\nthree", base_version=1)
    undo(world, "chidi", second)
    stored = world.row("card_texts", "ink", f"card:{world.ink}")
    assert stored == {"id": world.ink, "details": "one\ntwo\nthree", "version": 3}
    # A save that started from the version taken back is merged, not lost and not refused.
    world.done("chidi", "card.set_details", **save, text="one\n2\nthree\nfour", base_version=2)
    stored = world.row("card_texts", "ink", f"card:{world.ink}")
    assert stored == {"id": world.ink, "details": "one\ntwo\nthree\nfour", "version": 4}
    assert undo_code(world, "chidi", first) == "undo_changed"


def test_the_first_details_undone_are_empty_and_saving_goes_on(world: World) -> None:
    first = world.done("chidi", "card.set_details", card_id=world.ink, text="one", base_version=0)
    undone = undo(world, "chidi", first)
    assert world.row("card_texts", "ink", f"card:{world.ink}")["details"] == ""  # type: ignore[index]
    world.done("chidi", "change.redo", command_id=undone)
    assert world.row("card_texts", "ink", f"card:{world.ink}")["details"] == "one"  # type: ignore[index]
    world.done("chidi", "card.set_details", card_id=world.ink, text="one two", base_version=3)


@pytest.mark.parametrize(
    ("verb", "args", "meanwhile"),
    [
        ("card.rename", {"card_id": "ink", "title": "A"}, ("card.rename", {"card_id": "ink", "title": "B"})),
        (
            "card.set_status",
            {"card_ids": ["ink", "oak"], "status": "ready"},
            ("card.set_status", {"card_ids": ["oak"], "status": "blocked"}),
        ),
        (
            "card.move",
            {"card_ids": ["ink"], "column_id": "doing"},
            ("card.move", {"card_ids": ["ink"], "column_id": "closed"}),
        ),
        (
            "card.move",
            {"card_ids": ["ink"], "column_id": "todo", "after": "elm"},
            ("card.move", {"card_ids": ["ink"], "column_id": "doing"}),
        ),
    ],
)
def test_undo_is_refused_where_somebody_changed_the_same(
    world: World, verb: str, args: dict[str, Any], meanwhile: tuple[str, dict[str, Any]]
) -> None:
    command_id = world.done("chidi", verb, **named(world, args))
    world.done("ben", meanwhile[0], **named(world, meanwhile[1]))
    assert undo_code(world, "chidi", command_id) == "undo_changed"


def named(world: World, args: dict[str, Any]) -> dict[str, Any]:
    """Arguments with ids in place of names."""
    ids = {name: getattr(world, value) for name, value in args.items() if name.endswith("_id")}
    lists = {
        name: [getattr(world, one) for one in value] for name, value in args.items() if name == "card_ids"
    }
    places = {name: getattr(world, args[name]) for name in ("after", "before") if name in args}
    return args | ids | lists | places


def test_undo_leaves_what_others_changed_beside_it(world: World) -> None:
    command_id = world.done("chidi", "card.set_status", card_ids=[world.ink, world.oak], status="ready")
    world.done("ben", "card.rename", card_id=world.ink, title="Renamed")
    undo(world, "chidi", command_id)
    assert (world.card("ink")["title"], world.card("ink")["status"]) == ("Renamed", "normal")


def test_sets_merge(world: World) -> None:
    command_id = world.done("chidi", "card.assign", card_ids=[world.ink], person_id=world.chidi)
    world.done("ben", "card.assign", card_ids=[world.ink], person_id=world.ben)
    undo(world, "chidi", command_id)
    assert world.card("ink")["assignee_ids"] == [world.ben]


def test_undo_of_unassign_does_not_bring_back_who_left_the_board(acting: World) -> None:
    command_id = acting.done("ben", "card.unassign", card_ids=[acting.ink], person_id=acting.chidi)
    acting.done("ben", "member.remove", board_id=acting.plan, person_id=acting.chidi)
    undo(acting, "ben", command_id)
    assert acting.card("ink")["assignee_ids"] == []


def test_a_move_is_undone_beside_whoever_took_the_place(world: World) -> None:
    """The old place is taken: the card goes right above it, and no two ranks are equal (S11)."""
    moved = world.done("chidi", "card.move", card_ids=[world.oak], column_id=world.doing)
    Card.objects.filter(id=world.bin).update(rank=Card.objects.get(id=world.ink).rank + "V")
    for name in ("n1", "n2", "n3"):
        new = [{"card_id": getattr(world, name), "title": name}]
        world.done("chidi", "card.add", column_id=world.todo, cards=new, after=world.ink)
    undo(world, "chidi", moved)
    order = world.order("todo")
    assert order[0] == world.ink
    assert order[-1] == world.elm
    ranks = list(Card.objects.filter(column_id=world.todo).values_list("rank", flat=True))
    assert len(set(ranks)) == len(ranks) == 6


def test_restoring_after_the_place_was_taken_keeps_ranks_apart(world: World) -> None:
    """A deleted card keeps its rank, and another may get the same one meanwhile."""
    first = world.done(
        "chidi",
        "card.add",
        column_id=world.todo,
        cards=[{"card_id": world.n1, "title": "a"}],
        after=world.ink,
    )
    undone = undo(world, "chidi", first)
    world.done(
        "chidi",
        "card.add",
        column_id=world.todo,
        cards=[{"card_id": world.n2, "title": "b"}],
        after=world.ink,
    )
    assert world.card("n1")["rank"] == world.card("n2")["rank"]
    world.done("chidi", "change.redo", command_id=undone)
    ranks = list(Card.objects.filter(column_id=world.todo).values_list("rank", flat=True))
    assert len(set(ranks)) == len(ranks)


def test_a_deleted_column_comes_back_beside_the_one_that_took_its_place(world: World) -> None:
    deleted = world.done("ben", "column.delete", column_id=world.doing, move_cards_to=world.todo)
    world.done("ben", "column.add", column_id=world.new, board_id=world.plan, name="New", after=world.todo)
    undo(world, "ben", deleted)
    ranks = list(Column.objects.filter(board_id=world.plan).values_list("rank", flat=True))
    assert len(set(ranks)) == len(ranks)
    assert world.order("doing") == [world.fig]


def test_an_added_column_with_cards_stays(world: World) -> None:
    added = world.done("ben", "column.add", column_id=world.new, board_id=world.plan, name="New")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.new)
    assert undo_code(world, "ben", added) == "column_not_empty"


def test_a_card_does_not_go_back_into_a_column_that_is_gone(world: World) -> None:
    moved = world.done("chidi", "card.move", card_ids=[world.fig], column_id=world.todo)
    world.done("ben", "column.delete", column_id=world.doing)
    assert undo_code(world, "chidi", moved) == "undo_gone"


def test_a_card_deleted_for_ever_does_not_come_back(world: World) -> None:
    deleted = world.done("ben", "card.delete", card_ids=[world.ink])
    purged = world.done("ben", "card.purge", card_ids=[world.ink])
    assert undo_code(world, "ben", deleted) in ("undo_gone", "undo_not_possible")
    assert undo_code(world, "ben", purged) == "undo_not_possible"


def test_undo_does_not_pass_a_blocking_limit(world: World) -> None:
    moved = world.done("chidi", "card.move", card_ids=[world.fig], column_id=world.todo)
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=1)
    world.done("chidi", "card.move", card_ids=[world.oak], column_id=world.doing)
    assert undo_code(world, "chidi", moved) == "wip_limit_reached"


def test_a_completed_card_is_frozen_for_undo_too(world: World) -> None:
    renamed = world.done("chidi", "card.rename", card_id=world.ink, title="Other")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.closed)
    assert undo_code(world, "chidi", renamed) == "card_completed"


def test_bulk_is_undone_in_one(world: World) -> None:
    command_id = world.done(
        "chidi", "card.move", card_ids=[world.elm, world.ink, world.oak], column_id=world.doing
    )
    undo(world, "chidi", command_id)
    assert world.order("todo") == [world.ink, world.oak, world.elm]


def test_a_move_between_boards_is_undone_with_number_and_people(world: World) -> None:
    world.done("ben", "card.assign", card_ids=[world.ink], person_id=world.ben)
    before = faces(world)
    moved = world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    assert world.card("ink", "ops")["assignee_ids"] == []
    undone = undo(world, "chidi", moved)
    assert faces(world) == before
    assert world.run("chidi", "change.redo", command_id=undone)["s"] == "done"
    assert world.card("ink", "ops")["board_id"] == world.ops


def test_access_lost_meanwhile_refuses_undo(world: World) -> None:
    command_id = world.done("chidi", "card.rename", card_id=world.ink, title="Other")
    world.done("ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="visitor")
    assert undo_code(world, "chidi", command_id) == "not_allowed"
    BoardPrivacy.objects.filter(id=world.plan).update(privacy="team")
    world.done("ben", "member.remove", board_id=world.plan, person_id=world.chidi)
    assert undo_code(world, "chidi", command_id) == "not_found"


def test_undo_reaches_only_ones_own_commands(world: World) -> None:
    command_id = world.done("chidi", "card.rename", card_id=world.ink, title="Other")
    assert undo_code(world, "ben", command_id) == "undo_not_possible"
    assert undo_code(world, "chidi", new_id()) == "undo_not_possible"


@pytest.mark.parametrize("verb", ["pref.set_zoom", "board.set_privacy", "member.set_role"])
def test_what_is_not_undoable_is_refused(world: World, verb: str) -> None:
    args = {
        "pref.set_zoom": {"board_id": world.plan, "zoom": "lines"},
        "board.set_privacy": {"board_id": world.plan, "privacy": "team"},
        "member.set_role": {"board_id": world.plan, "person_id": world.dana, "role": "member"},
    }[verb]
    command_id = world.done("ben", verb, **args)
    assert undo_code(world, "ben", command_id) == "undo_not_possible"
    assert Board.objects.filter(id=world.plan).exists()


@pytest.mark.parametrize("verb", ["card.rename", "card.set_details", "card.add"])
def test_what_was_taken_to_another_board_is_not_changed_there(world: World, verb: str) -> None:
    """S10: undo asks for the rights the command needed, and those are of the board it was given on."""
    acts: dict[str, dict[str, Any]] = {
        "card.rename": {"card_id": world.ink, "title": "Mine"},
        "card.set_details": {"card_id": world.ink, "text": "Mine", "base_version": 0},
        "card.add": {"column_id": world.todo, "cards": [{"card_id": world.ink2, "title": "Mine"}]},
    }
    command_id = world.done("ben", verb, **acts[verb])
    card = world.ink2 if verb == "card.add" else world.ink
    world.done("faye", "card.move", card_ids=[card], column_id=world.later)
    assert undo_code(world, "ben", command_id) == "undo_gone"


def test_what_came_back_may_be_undone(world: World) -> None:
    command_id = world.done("chidi", "card.rename", card_id=world.ink, title="Mine")
    for column in (world.later, world.todo):
        world.done("faye", "card.move", card_ids=[world.ink], column_id=column)
    undo(world, "chidi", command_id)
    assert world.card("ink")["title"] == "Card ink"
