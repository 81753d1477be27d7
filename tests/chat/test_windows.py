"""Windows (S6): a long chat opens with its newest messages, and is read backwards page by page."""

import re
from typing import Any

import orjson
import pytest
from django.db import connection

from tafla.chat.models import Message
from tafla.sync import reading, snapshot
from tafla.sync.db import current
from tafla.sync.tables import TABLES
from tafla.sync.windows import Page, part_of
from tests.support.copies import Held, are_equal
from tests.support.talks import long_talk
from tests.support.world import World, ident


def texts(held: Held) -> list[str]:
    rows = held.tables["messages"].values()
    return [row["text"] for row in sorted(rows, key=lambda row: row["at"])]


def test_a_snapshot_holds_the_newest_with_their_reactions(world: World) -> None:
    long_talk(world, "ink", 120)
    long_talk(world, "oak", 60, prefix="o")
    held = world.copy(f"chat:{world.ink}")
    assert texts(held) == [f"Message {at}" for at in range(70, 120)]
    liked = {row["message_id"] for row in held.tables["reactions"].values()}
    assert liked == {ident(f"m{at}") for at in range(70, 120, 10)}


def test_what_happens_outside_the_window_leaves_it_right(world: World) -> None:
    """Old messages are edited, deleted and reacted to, new ones push others out; S6 holds throughout."""
    long_talk(world, "ink", 60)
    scope = f"chat:{world.ink}"
    ours = world.copy(scope)
    commands: list[tuple[str, str, dict[str, Any]]] = [
        ("ben", "chat.edit", {"message_id": world.m3, "text": "old"}),
        ("ben", "chat.edit", {"message_id": world.m30, "text": "new"}),
        ("ben", "chat.react", {"message_id": world.m3, "emoji": "🎉", "on": True}),
        ("chidi", "chat.react", {"message_id": world.m59, "emoji": "🎉", "on": True}),
        *(
            ("chidi", "chat.post", {"message_id": ident(f"n{at}"), "card_id": world.ink, "text": f"N {at}"})
            for at in range(30)
        ),
        ("ben", "chat.edit", {"message_id": world.m10, "text": "once inside"}),
        ("ben", "chat.react", {"message_id": world.m45, "emoji": "🎉", "on": True}),
    ]
    for who, verb, args in commands:
        world.done(who, verb, **args)
        catch_up(ours)
        fresh = world.copy(scope)
        assert are_equal(ours, fresh), (verb, args)
    assert len(ours.tables["messages"]) == 80
    assert texts(fresh)[0] == "Message 40"
    assert texts(ours)[0] == "once inside"


def test_the_comparison_of_windows_notices_what_is_wrong(world: World) -> None:
    long_talk(world, "ink", 60)
    scope = f"chat:{world.ink}"
    for spoil in (
        lambda held: held.tables["messages"].pop(world.m20),
        lambda held: held.tables["messages"][world.m59].update(text="wrong"),
        lambda held: held.tables["reactions"].clear(),
    ):
        held = world.copy(scope)
        spoil(held)
        assert not are_equal(held, world.copy(scope))


def catch_up(held: Held) -> None:
    head = reading.head_of(current(), held.scope)
    for _, change in reading.changes_after(current(), held.scope, held.seq, head.seq):
        assert held.apply(orjson.loads(change))


def test_pages_join_without_a_gap(world: World) -> None:
    long_talk(world, "ink", 123)
    found: list[str] = []
    before = None
    while True:
        _, tables = snapshot.read_page(current(), f"chat:{world.ink}", Page(before, 50))
        rows = [
            dict(zip(tables["messages"]["fields"], row, strict=True)) for row in tables["messages"]["rows"]
        ]
        if not rows:
            break
        rows.sort(key=lambda row: row["at"])
        found = [row["text"] for row in rows] + found
        before = (rows[0]["at"], rows[0]["id"])
    assert found == [f"Message {at}" for at in range(123)]


def plan(sql: str, values: Any) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("?", "%s"), values)
            return "\n".join(row[3] for row in cursor.fetchall())
        # Few rows: the planner would read them all.
        cursor.execute("SET enable_seqscan = off")
        cursor.execute("ANALYZE chat_message")
        cursor.execute(f"EXPLAIN ANALYZE {sql}".replace("?", "%s"), values)
        return "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize("before", [None, (1_760_000_500_000, "x")], ids=["newest", "page"])
def test_a_window_is_read_from_the_end_of_its_index(world: World, before: tuple[int, str] | None) -> None:
    """No scan and no sort: as many rows are looked at as are told, however long the chat is."""
    long_talk(world, "ink", 2000)
    part, values = part_of(TABLES["messages"], world.ink, Page(before, 50))
    found = plan(f"SELECT text FROM chat_message WHERE {part}", values)
    assert "chat_message_order" in found
    if connection.vendor == "sqlite":
        assert "TEMP B-TREE" not in found
        assert "SCAN chat_message" not in found
    else:
        index = next(line for line in found.splitlines() if "chat_message_order" in line)
        assert re.search(r"rows=50(\.00)? loops=1", index), found


def test_an_empty_chat_opens(world: World) -> None:
    held = world.copy(f"chat:{world.elm}")
    assert held.tables == {"messages": {}, "reactions": {}}
    assert Message.objects.count() == 0
