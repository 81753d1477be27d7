"""Marks: what others changed since one looked, for each person and aspect."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tafla.accounts.models import BoardPrivacy, Member
from tafla.marks import queries
from tafla.people.models import Person
from tafla.sync.db import current
from tests.marks.conftest import Clock
from tests.marks.looking import counts, marks, read_log
from tests.support.checklists import listed
from tests.support.shelves import attached
from tests.support.world import SOON, THEN, World, ident

Act = Callable[[World], Any]


# What Chidi does with a card, and what that is news of.
ACTS: dict[str, tuple[Act, dict[str, list[str]]]] = {
    "rename": (lambda w: w.done("chidi", "card.rename", card_id=w.ink, title="x"), {"ink": ["title"]}),
    "details": (
        lambda w: w.done("chidi", "card.set_details", card_id=w.ink, text="x", base_version=0),
        {"ink": ["details"]},
    ),
    "status": (
        lambda w: w.done("chidi", "card.set_status", card_ids=[w.ink, w.oak], status="blocked"),
        {"ink": ["status"], "oak": ["status"]},
    ),
    "priority": (
        lambda w: w.done("chidi", "card.set_priority", card_ids=[w.ink], priority="high"),
        {"ink": ["status"]},
    ),
    "people": (
        lambda w: w.done("chidi", "card.assign", card_ids=[w.ink], person_id=w.ben),
        {"ink": ["people"]},
    ),
    "due": (
        lambda w: w.done("chidi", "card.set_due", card_ids=[w.ink], due_on="2026-01-02", due_zone="UTC"),
        {"ink": ["due"]},
    ),
    "new": (
        lambda w: w.done(
            "chidi", "card.add", column_id=w.todo, cards=[{"card_id": w.new, "title": "x"}], after=w.ink
        ),
        {"new": ["new"]},
    ),
    "move": (lambda w: w.done("chidi", "card.move", card_ids=[w.ink], column_id=w.doing), {}),
    "message": (
        lambda w: w.done("chidi", "chat.post", message_id=w.hello, card_id=w.ink, text="x"),
        {"ink": ["chat"]},
    ),
    "board message": (
        lambda w: w.done("chidi", "chat.post", message_id=w.hello, board_id=w.plan, text="x"),
        {"plan": ["chat"]},
    ),
    "file": (lambda w: attached(w, "photo"), {"ink": ["files"]}),
}


@pytest.mark.parametrize("act", ACTS)
def test_each_change_marks_its_aspect_for_others_and_not_for_oneself(world: World, act: str) -> None:
    do, expected = ACTS[act]
    do(world)
    assert marks("ben") == expected
    assert marks("chidi") == {}


CHECKLIST: dict[str, Act] = {
    "add": lambda w: w.done("chidi", "checklist.add", card_id=w.ink, items=[{"item_id": w.new, "text": "x"}]),
    "rename": lambda w: w.done("chidi", "checklist.rename", item_id=w.milk, text="x"),
    "done": lambda w: w.done("chidi", "checklist.set_done", item_ids=[w.milk], done=True),
    "remove": lambda w: w.done("chidi", "checklist.remove", item_ids=[w.milk]),
    "unassign": lambda w: w.done("chidi", "checklist.unassign", item_ids=[w.tea], person_id=w.chidi),
    "due": lambda w: w.done("chidi", "checklist.set_due", item_ids=[w.tea], due_on=None),
}


@pytest.mark.parametrize("act", CHECKLIST)
def test_each_change_of_a_checklist_marks_it(world: World, clock: Clock, act: str) -> None:
    listed(world)
    world.done("ben", "marks.see_board", board_id=world.plan, at=THEN + 1_000)
    assert marks("ben") == {}
    clock(THEN + 1_001)
    CHECKLIST[act](world)
    assert marks("ben") == {"ink": ["checklist"]}


def test_visitors_have_marks_and_those_of_chat_where_they_may_read_it(world: World) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("ben", "chat.post", message_id=world.hello, card_id=world.oak, text="x")
    assert marks("dana") == {"ink": ["title"]}
    assert counts("dana") == {"plan": 1}
    world.done("ben", "board.set_visitors_chat", board_id=world.plan, on=True)
    assert marks("dana") == {"ink": ["title"], "oak": ["chat"]}
    assert counts("dana") == {"plan": 2}


def test_opening_a_tab_clears_what_is_on_it_and_later_changes_mark_again(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("ben", "card.set_details", card_id=world.ink, text="x", base_version=0)
    attached(world, "photo")
    world.done("chidi", "marks.see_card", card_id=world.ink, at=THEN + 1_000, tab="details")
    assert marks("ben") == {"ink": ["files"]}
    assert marks("chidi") == {}
    world.done("ben", "marks.see_card", card_id=world.ink, at=THEN + 1_000)
    assert marks("ben") == {}
    clock(THEN + 1_001)
    world.done("chidi", "card.rename", card_id=world.ink, title="y")
    assert marks("ben") == {"ink": ["title"]}


def test_reading_the_chat_clears_it(world: World) -> None:
    world.done("ben", "chat.post", message_id=world.hello, card_id=world.ink, text="x")
    assert marks("chidi") == {"ink": ["chat"]}
    world.done("chidi", "chat.seen", card_id=world.ink, until=SOON)
    assert marks("chidi") == {}


def test_a_boards_own_attachments_are_seen_by_themselves(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    args = {"attachment_id": world.new, "board_id": world.plan, "url": "https://example.com/"}
    world.done("ben", "file.add_link", **args)
    assert marks("chidi") == {"ink": ["title"], "plan": ["files"]}
    world.done("chidi", "marks.see_board", board_id=world.plan, at=THEN + 1_000, tab="files")
    assert marks("chidi") == {"ink": ["title"]}


def test_a_board_marked_as_read_has_no_marks_and_others_keep_theirs(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("eve", "card.rename", card_id=world.ops1, title="x")
    assert counts("chidi") == {"plan": 1, "ops": 1}
    world.done("chidi", "marks.see_board", board_id=world.plan, at=THEN + 1_000)
    assert counts("chidi") == {"ops": 1}
    assert counts("dana") == {"plan": 1}
    world.done("chidi", "marks.see_all", at=THEN + 1_000)
    assert counts("chidi") == {}


def test_seen_never_goes_back(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("chidi", "marks.see_card", card_id=world.ink, at=THEN + 1_000)
    for at in (0, THEN, THEN + 1_000):
        assert world.run("chidi", "marks.see_card", card_id=world.ink, at=at)["wrote"] == []
    assert marks("chidi") == {}


def test_what_has_not_happened_cannot_be_seen(world: World, clock: Clock) -> None:
    world.done("chidi", "marks.see_board", board_id=world.plan, at=2**53)
    clock(THEN + 2 * 86_400_000)
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    assert marks("chidi") == {"ink": ["title"]}


def test_of_two_changes_at_the_same_instant_each_marks_for_the_other(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("chidi", "card.rename", card_id=world.ink, title="y")
    for who in ("ben", "chidi", "dana"):
        assert marks(who) == {"ink": ["title"]}, who


def test_whoever_joins_begins_without_marks(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    Member.objects.create(
        id=f"{world.plan}.{world.eve}", board_id=world.plan, person_id=world.eve, role="member",
        joined_at=THEN + 1_000,
    )  # fmt: skip
    assert marks("eve") == {}
    clock(THEN + 1_001)
    world.done("ben", "card.rename", card_id=world.oak, title="x")
    assert marks("eve") == {"oak": ["title"]}


def test_who_reads_without_having_joined_has_marks_from_when_they_first_looked(
    world: World, clock: Clock
) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    for who in ("ana", "eve", "faye"):
        assert marks(who) == {}
        world.done(who, "marks.see_board", board_id=world.plan, at=THEN + 1_000)
    clock(THEN + 1_001)
    world.done("ben", "card.rename", card_id=world.oak, title="x")
    for who in ("ana", "eve", "faye"):
        assert marks(who) == {"oak": ["title"]}
        assert counts(who) == {"plan": 1}


def test_deleted_cards_have_no_marks_until_they_are_restored(world: World) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("ben", "card.delete", card_ids=[world.ink])
    assert (marks("chidi"), counts("chidi")) == ({}, {})
    world.done("ben", "card.restore", card_ids=[world.ink])
    assert marks("chidi") == {"ink": ["title"]}


@pytest.mark.parametrize("state", ["archived", "trash"])
def test_boards_at_rest_have_no_marks(world: World, state: str) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    assert counts("chidi") == {"plan": 1}
    world.done("ben", "board.set_state", board_id=world.plan, state=state)
    for who in ("ben", "chidi"):
        assert (marks(who), counts(who)) == ({}, {})


def test_undo_by_others_is_a_change_and_ones_own_is_none(world: World, clock: Clock) -> None:
    done = world.done("ben", "card.rename", card_id=world.ink, title="x")
    world.done("chidi", "marks.see_board", board_id=world.plan, at=THEN + 1_000)
    clock(THEN + 1_001)
    world.done("ben", "change.undo", command_id=done)
    assert (marks("chidi"), marks("ben")) == ({"ink": ["title"]}, {})


def test_a_card_on_another_board_is_new_there_and_brings_its_news(world: World, clock: Clock) -> None:
    world.done("ben", "chat.post", message_id=world.hello, card_id=world.ink, text="x")
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    read_log()
    Member.objects.create(
        id=f"{world.ops}.{world.ben}", board_id=world.ops, person_id=world.ben, role="member", joined_at=THEN
    )
    world.done("ben", "card.move", card_ids=[world.ink], column_id=world.later)
    # Before the listener has come to it, it is on neither board: nobody reads more than they may.
    assert queries.counts(current(), ident("chidi"))["boards"] == {}
    assert marks("chidi") == {}
    assert marks("chidi", "ops") == {"ink": ["chat", "new", "title"]}
    assert marks("eve", "ops") == {"ink": ["chat", "new", "title"]}
    assert (marks("ben", "ops"), marks("dana")) == ({}, {})


def test_copies_and_imports_of_ones_own_mark_nothing_for_oneself(world: World) -> None:
    world.done(
        "ben",
        "board.copy_frame",
        board_id=world.plan,
        new_board_id=world.new,
        account_id=world.acme,
        name="C",
    )
    world.done("ben", "board.copy_cards", card_ids=[world.ink, world.old], new_board_id=world.new)
    assert (marks("ben", "new"), counts("ben")) == ({}, {})


def test_a_person_who_loses_the_board_loses_its_marks_at_once(world: World, clock: Clock) -> None:
    world.done("ben", "card.rename", card_id=world.ink, title="x")
    assert counts("chidi") == {"plan": 1}
    client = Client()
    client.force_login(Person.objects.get(id=ident("chidi")), settings.AUTHENTICATION_BACKENDS[0])
    address = f"/api/v1/boards/{world.plan}/marks"
    assert client.get(address).json()["marks"] == {world.ink: {"title": THEN + 1_000}}
    BoardPrivacy.objects.filter(id=world.plan).update(privacy="team")
    world.done("ben", "member.remove", board_id=world.plan, person_id=world.chidi)
    assert client.get(address).status_code == 404
    assert client.get("/api/v1/marks").json()["boards"] == {}
