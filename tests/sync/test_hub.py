"""The hub against the real engine: who is told what, and who is told to go (S5, S10, S17, S21)."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator
from random import Random
from typing import Any

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.sync.models import Scope
from tafla.sync.reading import Reader
from tafla.sync.stream import RECENT, RECENT_BYTES, Stream
from tests.support.world import World, build_world, ident
from tests.sync.fuzz import Calm
from tests.sync.peers import Peer, Server

Scene = Callable[[World, Server, Callable[[str], Peer]], Coroutine[Any, Any, None]]


@pytest.fixture
def play(database: object) -> Iterator[Callable[[Scene], None]]:
    """Play a scene on a loop of its own; one thread has all parts."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

    def run(scene: Scene) -> None:
        async def on_stage() -> None:
            server = Server(Random(1))
            await scene(build_world(), server, lambda name: Peer(name, Reader(ident(name)), Calm(), server))

        asyncio.run(on_stage())

    yield run
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


async def quiet(server: Server, *peers: Peer) -> None:
    """Until nothing moves any more."""
    for _ in range(20_000):
        for peer in peers:
            peer.post()
            peer.hear()
        server.write()
        await asyncio.sleep(0)
        if not server.is_busy() and not any(peer.inbox or peer.outbox or peer.tasks for peer in peers):
            return
    raise AssertionError("never quiet")


async def act(server: Server, world: World, peers: list[Peer], who: str, verb: str, **args: Any) -> None:
    command = world.command(who, verb, **args)
    answers: list[dict[str, Any]] = []
    server.lane.submit(command, answers.append)
    await quiet(server, *peers)
    assert answers[0]["s"] == "done", answers


def test_watchers_see_what_was_committed(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        peers = [come(name) for name in ("ana", "dana")]
        scope = f"board:{world.plan}"
        for peer in peers:
            peer.open(scope)
        await quiet(server, *peers)
        await act(server, world, peers, "chidi", "card.move", card_ids=[world.ink], column_id=world.doing)
        for peer in peers:
            assert peer.held[scope].tables == world.copy(scope).tables

    play(scene)


def test_a_card_that_moved_is_guarded_by_its_new_board(play: Callable[[Scene], None]) -> None:
    """S21: whoever loses the new board stops reading the card, though they opened it on the old one."""

    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        BoardPrivacy.objects.filter(id=world.ops).update(privacy="account")
        ben, scope = come("ben"), f"card:{world.ink}"
        ben.open(scope)
        await quiet(server, ben)
        await act(server, world, [ben], "chidi", "card.move", card_ids=[world.ink], column_id=world.later)
        assert scope in ben.held
        await act(server, world, [ben], "eve", "board.set_privacy", board_id=world.ops, privacy="team")
        assert scope not in ben.held
        assert scope not in server.hub.streams

    play(scene)


def test_who_cannot_read_the_new_board_loses_a_moved_card(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        dana, scope = come("dana"), f"card:{world.ink}"
        dana.open(scope)
        await quiet(server, dana)
        await act(server, world, [dana], "chidi", "card.move", card_ids=[world.ink], column_id=world.later)
        assert scope not in dana.held

    play(scene)


@pytest.mark.parametrize("verb", ["member.remove", "board.set_privacy"])
def test_a_shrink_of_access_ends_subscriptions(play: Callable[[Scene], None], verb: str) -> None:
    """S10: the removed member, and the account's readers when a board closes to its team."""

    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        BoardPrivacy.objects.filter(id=world.plan).update(privacy="account")
        peer = come("dana" if verb == "member.remove" else "eve")
        for scope in (f"board:{world.plan}", f"team:{world.plan}", f"card:{world.ink}"):
            peer.open(scope)
        await quiet(server, peer)
        assert len(peer.held) == 3
        args = {"person_id": world.dana} if verb == "member.remove" else {"privacy": "team"}
        await act(server, world, [peer], "ben", verb, board_id=world.plan, **args)
        assert peer.held == {}

    play(scene)


def test_access_that_ends_while_a_subscription_opens_is_seen(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        dana = come("dana")
        scope = f"team:{world.plan}"
        server.lane.submit(
            world.command("ben", "member.remove", board_id=world.plan, person_id=world.dana),
            lambda answer: None,
        )
        dana.open(scope)
        for _ in range(3):
            await asyncio.sleep(0)
        server.write()
        await quiet(server, dana)
        assert scope not in dana.held
        assert scope not in server.hub.streams

    play(scene)


@pytest.mark.parametrize(
    ("epoch", "seq", "code"),
    [(None, None, "epoch"), ("x", 1, "epoch"), ("0", 9, "ahead"), ("0", 0, "cut"), ("0", 1, None)],
)
def test_a_subscription_joins_the_log_or_is_told_to_start_again(
    play: Callable[[Scene], None], epoch: str | None, seq: int | None, code: str | None
) -> None:
    """S5."""

    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        dana, scope = come("dana"), f"board:{world.plan}"
        for title in ("one", "two"):
            await act(server, world, [], "ben", "board.rename", board_id=world.plan, name=title)
        Scope.objects.filter(id=scope).update(cut=1)
        await server.hub.subscribe(dana.wire, scope, epoch, seq)
        told = [message.get("code") or message["t"] for message in dana.inbox]
        assert told == ([code] if code else ["ch", "subbed"])

    play(scene)


def test_a_card_deleted_for_ever_is_gone_for_its_watchers(play: Callable[[Scene], None]) -> None:
    """S22."""

    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        dana, board, card = come("dana"), f"board:{world.plan}", f"card:{world.bin}"
        dana.open(board)
        dana.open(card)
        await quiet(server, dana)
        await act(server, world, [dana], "ben", "card.purge", card_ids=[world.bin])
        assert card not in dana.held
        assert world.bin not in dana.held[board].tables["cards"]

    play(scene)


def test_a_subscription_that_failed_leaves_no_stream(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        async def fail(*_: object) -> None:
            raise ConnectionResetError

        server.hub.in_thread = fail
        with pytest.raises(ConnectionResetError):
            await server.hub.subscribe(come("ana"), f"board:{world.plan}", "0", 0)
        assert not server.hub.streams

    play(scene)


def test_access_elsewhere_does_not_keep_anybody_from_joining(play: Callable[[Scene], None]) -> None:
    """However often it changes: one board's admin must not keep others out of theirs."""

    async def scene(world: World, server: Server, come: Callable[[str], Peer]) -> None:
        ana, reads = come("ana"), 0
        in_thread = server.hub.in_thread

        async def noisy(*args: Any) -> Any:
            nonlocal reads
            found = await in_thread(*args)
            reads += 1
            for ground in (f"card:{world.loot}", f"board:{world.lair}"):
                server.hub.reground(ground)
            return found

        server.hub.in_thread = noisy
        ana.open(f"board:{world.plan}")
        async with asyncio.timeout(20):
            await quiet(server, ana)
        assert f"board:{world.plan}" in ana.held
        assert reads < 10

    play(scene)


def test_large_changes_are_not_kept_by_the_thousand() -> None:
    stream = Stream("card:x")
    for seq in range(100):
        stream.remember(seq, b"x" * 200_000)
    assert sum(len(change) for _, change in stream.recent) <= RECENT_BYTES
    assert stream.recent[-1][0] == 99
    for seq in range(100, 3_000):
        stream.remember(seq, b"x")
    assert len(stream.recent) == RECENT
    assert stream.recent_bytes == RECENT
