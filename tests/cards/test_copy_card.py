"""Copying cards: what comes along, to where, and what is left behind."""

from typing import Any

import pytest

from tafla.accounts.models import BoardPrivacy, Member
from tafla.boards.models import Tag
from tafla.cards.models import Card, CardText, ChecklistItem
from tafla.files.models import Attachment, Shelf
from tests.support.checklists import listed
from tests.support.preparing import tagged
from tests.support.shelves import attached
from tests.support.world import World


@pytest.fixture
def full(world: World) -> World:
    """`ink` has everything a card may have."""
    listed(world)
    tagged(world)
    world.done("chidi", "card.set_details", card_id=world.ink, text="words", base_version=0)
    world.done("chidi", "card.set_status", card_ids=[world.ink], status="blocked")
    world.done("chidi", "card.set_due", card_ids=[world.ink], due_on="2026-03-01")
    world.done("chidi", "card.set_start", card_ids=[world.ink], start_on="2026-02-01")
    for person in (world.ben, world.chidi):
        world.done("ben", "card.assign", card_ids=[world.ink], person_id=person)
    return world


def copies(world: World, *names: str) -> list[dict[str, str]]:
    return [{"card_id": getattr(world, name), "new_id": getattr(world, f"{name}2")} for name in names]


def card(world: World, name: str) -> dict[str, Any]:
    return dict(Card.objects.filter(id=getattr(world, name)).values()[0])


ALIKE = ("title", "status", "priority", "due_on", "due_zone", "due_at", "start_on", "tag_ids", "assignee_ids")


def test_a_copy_has_all_but_the_past(full: World) -> None:
    full.done("chidi", "card.copy", copies=copies(full, "ink"), column_id=full.doing, after=full.fig)
    one, two = card(full, "ink"), card(full, "ink2")
    assert {name: two[name] for name in ALIKE} == {name: one[name] for name in ALIKE}
    assert (two["number"], two["created_by"]) == (10, full.chidi)
    assert full.order("doing") == [full.fig, full.ink2]
    assert CardText.objects.get(id=full.ink2).details == "words"
    assert two["checklist_total"] == one["checklist_total"] > 0
    assert two["checklist_done"] == 0
    items = ChecklistItem.objects.filter(card_id=full.ink2)
    assert items.count() == two["checklist_total"]
    assert not items.filter(done=True).exists()
    dates = [item.due_at for item in items if item.due_at is not None]
    assert two["checklist_due_at"] == min(dates, default=None)


def test_links_and_files_hang_on_the_copy_too_and_stay_on_it_through_undo(world: World) -> None:
    attached(world, "photo")
    world.done(
        "chidi", "file.add_link", attachment_id=world.link, card_id=world.ink, url="https://example.org/"
    )
    done = world.done("chidi", "card.copy", copies=copies(world, "ink"), column_id=world.later)
    assert shelf(world) == (2, 2)
    world.done("chidi", "change.undo", command_id=done)
    assert card(world, "ink2")["deleted_by"] == world.chidi
    assert shelf(world) == (2, 2)


def shelf(world: World) -> tuple[int, int]:
    """What the shelf of ink's copy counts, and how many hang there."""
    hanging = Attachment.objects.filter(subject_id=world.ink2).count()
    return Shelf.objects.get(id=world.ink2).count, hanging


def test_on_another_board_a_copy_has_its_tags_by_name_and_only_the_people_there(full: World) -> None:
    full.done("eve", "tag.create", tag_id=full.far, board_id=full.ops, name="RED", hue="pink")
    full.done("chidi", "card.copy", copies=copies(full, "ink"), column_id=full.later)
    assert full.card("ink2", "ops")["tag_ids"] == [full.far]
    assert full.card("ink2", "ops")["assignee_ids"] == [full.chidi]
    assert full.card("ink2", "ops")["number"] == 10
    assert Tag.objects.filter(board_id=full.ops).count() == 1
    items = full.copy(f"card:{full.ink2}").tables["checklist_items"].values()
    assert {person for item in items for person in item["assignee_ids"]} == {full.chidi}


@pytest.mark.parametrize("name", ["old", "bin"])
def test_copies_of_completed_and_deleted_cards_are_alive(world: World, name: str) -> None:
    world.done("chidi", "card.copy", copies=copies(world, name), column_id=world.todo)
    copy = card(world, f"{name}2")
    assert (copy["completed_at"], copy["deleted_at"]) == (None, None)
    world.done("chidi", "card.rename", card_id=copy["id"], title="Once more")


def test_a_copy_into_completed_is_done_now(world: World) -> None:
    world.done("chidi", "card.copy", copies=copies(world, "old"), column_id=world.closed, after=world.old)
    assert card(world, "old2")["completed_by"] == world.chidi
    assert (
        world.refusal("chidi", "card.copy", copies=copies(world, "elm"), column_id=world.gone)
        == "column_fixed"
    )


def test_who_reads_may_copy_to_where_they_write(world: World) -> None:
    BoardPrivacy.objects.filter(id=world.ops).update(privacy="account")
    to_ops = {"copies": copies(world, "ink"), "column_id": world.later}
    assert world.refusal("dana", "card.copy", **to_ops) == "not_found"
    world.done("eve", "card.copy", **to_ops)
    assert (
        world.refusal("eve", "card.copy", copies=copies(world, "oak"), column_id=world.todo) == "not_allowed"
    )
    BoardPrivacy.objects.filter(id=world.plan).update(state="archived")
    world.done("eve", "card.copy", copies=copies(world, "oak"), column_id=world.later)


def test_a_foreign_card_is_like_none(world: World) -> None:
    for who in ("chidi", "ana"):
        answers = [
            world.run(who, "card.copy", copies=[{"card_id": one, "new_id": world.x}], column_id=world.todo)
            for one in (world.loot, world.nothing)
        ]
        assert answers[0] == answers[1]
        assert answers[0]["code"] == "not_found"
    taken = [{"card_id": world.ink, "new_id": world.loot}]
    assert world.refusal("chidi", "card.copy", copies=taken, column_id=world.todo) == "id_taken"


def test_a_blocking_limit_holds_for_copies(world: World) -> None:
    world.done("ben", "column.set_wip_limit", column_id=world.doing, limit=2)
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")
    args = {"copies": copies(world, "ink", "oak"), "column_id": world.doing}
    assert world.refusal("chidi", "card.copy", **args) == "wip_limit_reached"


def test_many_long_checklists_are_copied_in_parts(full: World) -> None:
    """S23: rows are counted; one card goes whole."""
    steps = [{"item_id": getattr(full, f"s{at}"), "text": f"Step {at}"} for at in range(400)]
    for name, items in (("oak", steps[:200]), ("elm", steps[200:])):
        full.done("chidi", "checklist.add", card_id=getattr(full, name), items=items)
    for at in (1, 2):
        more = [{**step, "item_id": getattr(full, f"t{at}{step['text']}")} for step in steps[:100]]
        full.done("chidi", "checklist.add", card_id=full.oak, items=more)
    args = {"column_id": full.doing}
    assert full.refusal("chidi", "card.copy", copies=copies(full, "oak", "elm"), **args) == "too_many"
    full.done("chidi", "card.copy", copies=copies(full, "oak"), **args)
    assert card(full, "oak2")["checklist_total"] == card(full, "oak")["checklist_total"]


def test_undo_puts_copies_with_all_they_hold_into_deleted_and_redo_brings_them_back(full: World) -> None:
    done = full.done("chidi", "card.copy", copies=copies(full, "ink", "oak"), column_id=full.doing)
    item = ChecklistItem.objects.filter(card_id=full.ink2)[0].id
    full.done("ben", "checklist.set_done", item_ids=[item], done=True)
    undone = full.done("chidi", "change.undo", command_id=done)
    assert full.order("doing") == [full.fig]
    assert card(full, "ink2")["deleted_by"] == full.chidi
    assert CardText.objects.get(id=full.ink2).details == "words"
    assert ChecklistItem.objects.filter(card_id=full.ink2).count() == card(full, "ink2")["checklist_total"]
    full.done("chidi", "change.redo", command_id=undone)
    assert full.order("doing") == [full.fig, full.ink2, full.oak2]
    assert card(full, "ink2")["checklist_done"] == 1


def test_undo_changes_nothing_where_one_only_reads(world: World) -> None:
    """S10: a copy that others have taken to the board it was made from is that board's."""
    joining = {"board_id": world.ops, "person_id": world.dana, "role": "member", "joined_at": 1}
    Member.objects.create(id=f"{world.ops}.{world.dana}", **joining)
    copies = [{"card_id": world.ink, "new_id": world.fresh}]
    copied = world.done("dana", "card.copy", copies=copies, column_id=world.later)
    world.done("chidi", "card.move", card_ids=[world.fresh], column_id=world.todo)
    assert world.refusal("dana", "change.undo", command_id=copied) == "undo_gone"
