"""Copying a whole board: what comes along, what stays behind, and how it is cut into commands."""

from typing import Any

import pytest

from tafla.boards.models import Board, Column, Tag
from tafla.cards.models import Card, CardText, ChecklistItem, Dependency
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.sync import jobs
from tafla.sync.models import Change, Job
from tests.support.ties import tied, ties_of, web
from tests.support.world import World, many_cards


def furnish(world: World) -> None:
    """`ink` with all that a card may have."""
    world.done("ben", "tag.create", tag_id=world.red, board_id=world.plan, name="Red", hue="red")
    world.done("ben", "card.add_tag", card_ids=[world.ink], tag_id=world.red)
    world.done("ben", "card.assign", card_ids=[world.ink], person_id=world.chidi)
    world.done("ben", "card.set_due", card_ids=[world.ink], due_on="2027-01-05", due_zone="UTC")
    world.done("ben", "card.set_details", card_id=world.ink, text="How", base_version=0)
    items = [{"item_id": world.first, "text": "First"}, {"item_id": world.second, "text": "Second"}]
    world.done("ben", "checklist.add", card_id=world.ink, items=items)
    world.done("ben", "checklist.set_done", item_ids=[world.first], done=True)
    world.done("ben", "checklist.assign", item_ids=[world.second], person_id=world.chidi)
    world.done("ben", "checklist.set_due", item_ids=[world.second], due_on="2027-01-04", due_zone="UTC")
    world.done("ben", "board.set_wip_mode", board_id=world.plan, mode="block")


def copy(world: World, who: str = "ben", **other: Any) -> Job:
    job_id = new_id()
    told = {"board_id": world.plan, "new_board_id": world.fresh, "account_id": world.acme, "name": "Again"}
    jobs.start(getattr(world, who), job_id, "board.copy", told | other)
    while jobs.turn():
        pass
    return Job.objects.get(id=job_id)


def cards(board_id: str) -> dict[str, Card]:
    return {card.title: card for card in Card.objects.filter(board_id=board_id)}


def order(board_id: str) -> list[tuple[str, list[str]]]:
    return [
        (
            column.name,
            [card.title for card in Card.objects.filter(column_id=column.id).order_by("rank", "id")],
        )
        for column in Column.objects.filter(board_id=board_id).order_by("rank")
    ]


def test_the_copy_is_the_board_without_its_people_dates_and_deleted_cards(world: World) -> None:
    furnish(world)
    assert (copy(world).state, Board.objects.get(id=world.fresh).name) == ("done", "Again")
    assert Board.objects.get(id=world.fresh).wip_mode == "block"
    expected = [(name, [] if name == "gone" else found) for name, found in order(world.plan)]
    assert order(world.fresh) == expected
    ink = cards(world.fresh)["Card ink"]
    assert (ink.assignee_ids, ink.due_at, ink.checklist_due_at) == ("[]", None, None)
    assert (ink.checklist_done, ink.checklist_total) == (1, 2)
    assert ink.tag_ids == f'["{Tag.objects.get(board_id=world.fresh).id}"]'
    assert CardText.objects.get(id=ink.id).details == "How"
    items = ChecklistItem.objects.filter(card_id=ink.id).order_by("rank")
    assert [(item.text, item.done, item.due_at, item.assignee_ids) for item in items] == [
        ("First", True, None, "[]"),
        ("Second", False, None, "[]"),
    ]
    assert cards(world.fresh)["Card old"].completed_by == world.ben
    numbers = sorted(card.number for card in cards(world.fresh).values())
    assert numbers == list(range(1, len(numbers) + 1))


def test_dates_come_along_when_asked_for(world: World) -> None:
    furnish(world)
    copy(world, with_dates=True)
    old, new = cards(world.plan)["Card ink"], cards(world.fresh)["Card ink"]
    assert (new.due_on, new.due_at, new.checklist_due_at) == (old.due_on, old.due_at, old.checklist_due_at)


def test_a_large_board_is_copied_in_commands_of_a_bounded_size(world: World) -> None:
    many_cards("todo", 450)
    job = copy(world)
    assert (job.state, job.done, job.total) == ("done", 455, 455)
    assert job.sent == 6
    copied = Change.objects.filter(verb="board.copy_cards", scope=f"board:{world.fresh}")
    assert max(change.patches.count('"cards"') for change in copied) <= 100
    assert order(world.fresh)[0] == order(world.plan)[0]


def test_what_ties_cards_to_each_other_is_copied_and_what_ties_them_elsewhere_is_not(world: World) -> None:
    kept = tied(world)
    copy(world)
    assert ties_of(world.fresh) == kept
    assert set(Dependency.objects.filter(board_id=world.fresh).values_list("other_board_id", flat=True)) == {
        world.fresh
    }


def test_a_web_larger_than_one_command_is_copied_whole(world: World) -> None:
    ids = many_cards("todo", 300)
    # Each blocks some that are copied before it, by this command and by earlier ones.
    web(world, [(ids[at], ids[before]) for at in range(1, 300) for before in {at - 1, at // 2}])
    assert copy(world).state == "done"
    assert ties_of(world.fresh) == ties_of(world.plan)
    assert len(ties_of(world.fresh)) > 500
    copied = Change.objects.filter(verb="board.copy_cards", scope=f"board:{world.fresh}")
    assert max(change.patches.count('["+"') for change in copied) <= 500


def test_who_may_not_read_a_board_copies_nothing(world: World) -> None:
    with pytest.raises(Refusal, match="not_found"):
        copy(world, "mallory", account_id=world.rogue)
    assert not Job.objects.exists()


def test_a_copy_for_an_account_that_is_not_ones_own_fails(world: World) -> None:
    job = copy(world, account_id=world.rogue)
    assert (job.state, job.code) == ("failed", "not_found")
    assert not Board.objects.filter(id=world.fresh).exists()


def begun(world: World, turns: int) -> str:
    """A copy that has come so far."""
    job_id = new_id()
    told = {"board_id": world.plan, "new_board_id": world.fresh, "account_id": world.acme, "name": "Again"}
    jobs.start(world.ben, job_id, "board.copy", told)
    for _ in range(turns):
        jobs.turn()
    return job_id


def ended(job_id: str) -> str:
    while jobs.turn():
        pass
    return Job.objects.get(id=job_id).state


def test_columns_that_come_meanwhile_come_along(world: World) -> None:
    job_id = begun(world, 1)
    for name, after in (("fresh one", world.todo), ("empty one", world.doing)):
        column = {"column_id": getattr(world, name), "board_id": world.plan, "name": name, "after": after}
        world.done("ben", "column.add", **column)
    first = {"column_id": getattr(world, "very first"), "board_id": world.plan, "name": "very first"}
    world.done("ben", "column.add", **first, before=world.todo)
    world.done("chidi", "card.move", card_ids=[world.oak], column_id=getattr(world, "fresh one"))
    world.done("chidi", "card.move", card_ids=[world.elm], column_id=getattr(world, "very first"))
    assert ended(job_id) == "done"
    found = [(name, titles) for name, titles in order(world.fresh) if name != "very first"]
    expected = [
        (name, titles) for name, titles in order(world.plan) if name not in ("empty one", "very first")
    ]
    assert found == [(name, [] if name == "gone" else titles) for name, titles in expected]
    assert order(world.fresh)[0] == ("very first", ["Card elm"])


def moved(world: World) -> None:
    world.done("ben", "column.add", column_id=world.new, board_id=world.plan, name="new")
    world.done("chidi", "card.move", card_ids=[world.oak], column_id=world.new)


def deleted(world: World) -> None:
    world.done("chidi", "card.delete", card_ids=[world.oak])


def purged(world: World) -> None:
    deleted(world)
    world.done("ben", "card.purge", card_ids=[world.oak])


def gone(world: World) -> None:
    world.done("chidi", "card.move", card_ids=[world.oak], column_id=world.later)


@pytest.mark.parametrize(
    ("change", "is_there"), [(moved, True), (deleted, False), (purged, False), (gone, False)]
)
def test_a_card_that_goes_between_plan_and_command_stops_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, change: Any, is_there: bool
) -> None:
    job_id = begun(world, 1)
    plain = jobs.dispatch
    with monkeypatch.context() as patched:

        def late(*told: Any) -> Any:
            patched.setattr(jobs, "dispatch", plain)
            change(world)
            return plain(*told)

        patched.setattr(jobs, "dispatch", late)
        jobs.turn()
    assert ended(job_id) == "done"
    assert ("Card oak" in cards(world.fresh)) == is_there
    assert len(cards(world.fresh)) == Card.objects.filter(board_id=world.plan, deleted_at=None).count()


def test_a_copy_ends_with_the_right_to_make_it(world: World) -> None:
    job_id = begun(world, 1)
    world.done("ben", "member.remove", board_id=world.plan, person_id=world.ben)
    world.done("ana", "board.set_privacy", board_id=world.plan, privacy="team")
    assert ended(job_id) == "failed"
    assert Job.objects.get(id=job_id).code == "not_found"
