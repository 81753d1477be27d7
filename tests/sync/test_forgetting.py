"""Forgetting (S22): what is deleted for ever is in no record, no answer and no tail."""

from typing import Any

import orjson
import pytest
from django.db import connection

from tafla.core.ids import new_id
from tafla.sync import forgetting, reading
from tafla.sync.db import current
from tafla.sync.models import Answer, Change, Scope
from tests.support.world import World

SECRET = "quarterly-secret"


@pytest.fixture(params=[8, 0], ids=["few", "many"])
def purged(world: World, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> World:
    """A card whose title and details said too much, that was on two boards, and is gone."""
    monkeypatch.setattr(forgetting, "FEW", request.param)
    monkeypatch.setattr(forgetting, "SLICE", 2)
    world.done("chidi", "card.add", column_id=world.later, cards=[{"card_id": world.leak, "title": SECRET}])
    world.done("chidi", "card.move", card_ids=[world.leak, world.ops1], column_id=world.todo)
    world.done("chidi", "card.rename", card_id=world.leak, title=f"{SECRET} again")
    world.done("chidi", "card.rename", card_id=world.ink, title="kept")
    world.done("chidi", "card.set_details", card_id=world.leak, text=SECRET, base_version=0)
    items = [{"item_id": getattr(world, name), "text": f"{SECRET} {name}"} for name in ("i1", "i2")]
    world.done("chidi", "checklist.add", card_id=world.leak, items=items)
    world.done("chidi", "checklist.remove", item_ids=[world.i1])
    clash = world.run("ben", "card.set_details", card_id=world.leak, text=f"no {SECRET}", base_version=0)
    assert clash["code"] == "text_conflict"
    world.done("chidi", "card.delete", card_ids=[world.leak])
    world.done("ben", "card.purge", card_ids=[world.leak])
    return world


def stored_texts() -> list[str]:
    """Every row of every table that holds text, as text."""
    texts = []
    with connection.cursor() as cursor:
        # The full-text table has no contents of its own; the tables it is made of are looked at.
        for table in set(connection.introspection.table_names(cursor)) - {"search_words"}:
            cursor.execute(f'SELECT * FROM "{table}"')
            texts += [f"{table}: {row}" for row in cursor.fetchall()]
    return texts


def test_no_table_holds_its_words(purged: World) -> None:
    assert [text for text in stored_texts() if SECRET in text] == []


def test_sequence_numbers_and_authors_stay(purged: World) -> None:
    for scope in (f"board:{purged.plan}", f"board:{purged.ops}", f"card:{purged.leak}"):
        rows = Change.objects.filter(scope=scope).order_by("seq")
        assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
        assert all(row.person_id and row.command_id for row in rows)


def test_other_rows_of_the_same_records_keep_their_content(purged: World) -> None:
    moved = Change.objects.get(scope=f"board:{purged.plan}", seq=1)
    kinds = {(patch[0], patch[1]) for patch in orjson.loads(moved.patches)}
    assert kinds == {("-", "cards"), ("+", "cards")}
    assert "Card ops1" in moved.patches
    assert "kept" in Change.objects.get(scope=f"board:{purged.plan}", seq=3).patches


def test_tails_are_cut_so_that_blanked_records_refill_nobody(purged: World) -> None:
    for scope in (f"board:{purged.plan}", f"board:{purged.ops}", f"card:{purged.leak}"):
        head = Scope.objects.get(id=scope)
        assert head.cut == head.seq > 0


def test_a_repeated_purge_gets_its_answer(world: World) -> None:
    command_id = world.done("ben", "card.purge", card_ids=[world.bin])
    answer = world.run("ben", "card.purge", command_id, card_ids=[world.bin])
    assert answer["s"] == "done"
    assert answer["wrote"]


def test_renamed_and_purged_in_one_batch_leaves_no_word(world: World) -> None:
    scope = f"board:{world.plan}"
    outcomes = world.batch(
        world.command("ben", "card.set_status", card_ids=[world.ink], status="ready"),
        world.command("ben", "card.move", card_ids=[world.bin], column_id=world.todo),
        world.command("ben", "card.rename", card_id=world.bin, title=SECRET),
        world.command("ben", "card.delete", card_ids=[world.bin]),
        world.command("ben", "card.purge", card_ids=[world.bin]),
    )
    assert [outcome.answer["s"] for outcome in outcomes] == ["done"] * 5
    assert [text for text in stored_texts() if SECRET in text] == []
    assert reading.head_of(current(), scope).cut == 5


def test_undo_of_a_command_with_a_forgotten_row_changes_nothing(purged: World) -> None:
    moved = Change.objects.get(scope=f"board:{purged.plan}", seq=1)
    before = purged.everything()
    answer = purged.run("chidi", "change.undo", command_id=moved.command_id)
    assert answer["s"] in ("done", "refused")
    assert SECRET not in str(purged.everything())
    assert answer["s"] == "done" or purged.everything() == before


def test_stored_answers_hold_no_content(purged: World) -> None:
    for stored in Answer.objects.all():
        answer: dict[str, Any] = orjson.loads(stored.answer)
        assert set(answer) <= {"s", "wrote", "code", "args"}
        assert not {"mine", "theirs"} & set(answer.get("args", {}))


def test_a_conflict_sent_again_is_a_conflict_again(world: World) -> None:
    world.done("chidi", "card.set_details", card_id=world.ink, text="one", base_version=0)
    command_id = new_id()
    for _ in range(2):
        answer = world.run(
            "ben", "card.set_details", command_id, card_id=world.ink, text="two", base_version=0
        )
        assert (answer["s"], answer["args"]["theirs"]) == ("conflict", "one")
