"""What becomes of a chat when its card goes to another board, or is deleted for ever."""

import pytest

from tafla.chat import along
from tafla.chat.models import Message, Reaction, Talk
from tafla.core.refusals import Refusal
from tafla.sync import listeners, reading
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tafla.sync.models import AccessChange, Scope
from tafla.sync.reading import Reader
from tests.support.talks import long_talk, reacted, said
from tests.support.world import World, ident
from tests.sync.test_forgetting import stored_texts

SECRET = "quarterly-secret"


def may_read(who: str, scope: str) -> bool:
    try:
        reading.access_scope(current(), Gate(), Reader(ident(who)), scope)
    except Refusal:
        return False
    return True


def test_a_moved_card_takes_its_chat_along_by_one_row(world: World) -> None:
    said(world)
    scope = f"chat:{world.ink}"
    before = world.copy(scope)
    assert may_read("ben", scope)
    assert not may_read("eve", scope)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    assert Talk.objects.get(id=world.ink).board_id == world.ops
    assert world.row("talks", "ink", f"talk:{world.plan}") is None
    assert world.row("talks", "ink", f"talk:{world.ops}") is not None
    assert world.copy(scope).tables == before.tables
    assert not may_read("ben", scope)
    assert may_read("eve", scope)
    assert AccessChange.objects.filter(ground=scope).exists()
    assert world.refusal("ben", "chat.edit", message_id=world.hi, text="x") == "not_found"
    world.done("eve", "chat.post", message_id=world.new, card_id=world.ink, text="Here now")


def test_undo_brings_the_chat_home(world: World) -> None:
    said(world)
    moved = world.done("chidi", "card.move", card_ids=[world.ink, world.oak], column_id=world.later)
    # This talk was opened on the other board.
    world.done("eve", "chat.post", message_id=world.new, card_id=world.oak, text="x")
    world.done("chidi", "change.undo", command_id=moved)
    assert set(Talk.objects.values_list("board_id", flat=True)) == {world.plan}
    assert may_read("ben", f"chat:{world.oak}")
    assert not may_read("eve", f"chat:{world.oak}")


def test_a_silent_card_that_moves_takes_its_readers_along(world: World) -> None:
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    assert AccessChange.objects.filter(ground=f"chat:{world.ink}").exists()


def purge(world: World, *names: str) -> None:
    ids = [ident(name) for name in names]
    world.done("chidi", "card.delete", card_ids=ids)
    world.done("ben", "card.purge", card_ids=ids)


def secrets(world: World) -> None:
    """A talk that said too much: in a message, an old version of one, and one that was deleted."""
    reacted(world)
    for name in ("s1", "s2"):
        world.done("chidi", "chat.post", message_id=ident(name), card_id=world.ink, text=SECRET)
    world.done("chidi", "chat.edit", message_id=world.s1, text="better so")
    world.done("chidi", "chat.delete", message_id=world.s2)


def test_a_purge_takes_the_chat_in_the_same_command(world: World) -> None:
    secrets(world)
    purge(world, "ink")
    assert (Message.objects.count(), Talk.objects.count(), Reaction.objects.count()) == (0, 0, 0)
    assert [text for text in stored_texts() if SECRET in text] == []
    assert not may_read("ana", f"chat:{world.ink}")


def test_a_deleted_message_is_forgotten_everywhere_and_its_place_is_kept(world: World) -> None:
    reacted(world)
    scope = f"chat:{world.ink}"
    world.done("chidi", "chat.post", message_id=world.s1, card_id=world.ink, text=SECRET)
    world.done("chidi", "chat.edit", message_id=world.s1, text=f"{SECRET} again")
    world.done("chidi", "chat.delete", message_id=world.s1)
    assert [text for text in stored_texts() if SECRET in text] == []
    head = Scope.objects.get(id=scope)
    assert head.cut == head.seq
    row = world.row("messages", "s1", scope)
    assert row is not None
    assert row["deleted_at"] is not None


def test_edited_and_deleted_in_one_batch_ends_alike_for_whoever_watches(world: World) -> None:
    """The records of both are sent, without the words; whoever applies them has the row as it is."""
    said(world)
    scope = f"chat:{world.ink}"
    ours = world.copy(scope)
    edit = world.command("chidi", "chat.edit", message_id=world.hello, text=SECRET)
    delete = world.command("chidi", "chat.delete", message_id=world.hello)
    outcomes = world.batch(edit, delete)
    for outcome in outcomes:
        for record in outcome.records:
            assert SECRET.encode() not in record.encoded
            if record.scope == scope:
                for patch in record.patches:
                    ours.patch(patch)
    assert ours.tables == world.copy(scope).tables
    assert [text for text in stored_texts() if SECRET in text] == []


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if more than twenty rows were a long chat."""
    monkeypatch.setattr("tafla.chat.along.MOST", 20)
    monkeypatch.setattr("tafla.sync.sweeping.SLICE", 20)


@pytest.mark.usefixtures("small")
def test_a_long_chat_is_closed_at_once_and_deleted_by_itself(world: World) -> None:
    secrets(world)
    Talk.objects.all().delete()
    long_talk(world, "ink", 65)
    long_talk(world, "oak", 30, prefix="o")
    purge(world, "ink")
    assert not may_read("ana", f"chat:{world.ink}")
    assert Message.objects.filter(subject_id=world.ink).count() > 65
    assert world.refusal("chidi", "chat.delete", message_id=world.m3) == "not_found"
    listeners.catch_up()
    assert not Message.objects.filter(subject_id=world.ink).exists()
    assert not Reaction.objects.filter(subject_id=world.ink).exists()
    assert [text for text in stored_texts() if SECRET in text] == []
    assert Message.objects.filter(subject_id=world.oak).count() == 30


@pytest.mark.usefixtures("small")
def test_what_a_purge_of_many_chats_takes_is_counted_together(world: World) -> None:
    """S23."""
    for name in ("ink", "oak", "elm"):
        long_talk(world, name, 8, prefix=name)
    purge(world, "ink", "oak", "elm")
    assert Message.objects.count() == 8
    listeners.catch_up()
    assert (Message.objects.count(), Reaction.objects.count()) == (0, 0)


def test_a_chat_that_moved_is_not_swept(world: World) -> None:
    said(world)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    listeners.catch_up()
    assert Message.objects.count() == 2


def test_what_one_command_takes_fits_into_it() -> None:
    assert along.MOST <= 500
