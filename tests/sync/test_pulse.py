"""The pulse against the real log and circles: who is told what has moved, and what it costs."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest

from tafla.accounts.models import BoardPrivacy, Member
from tafla.cards.models import Card
from tafla.core.ids import new_id
from tafla.sync import moving
from tafla.sync.db import current
from tafla.sync.gate import CIRCLES, Circle, Gate
from tafla.sync.models import Change
from tafla.sync.pulse import Pulse
from tafla.sync.reading import Reader
from tests.support.matrix import ROLES, SCOPE_ROWS
from tests.support.world import PEOPLE, World, build_world, ident

MOST_OF_LOOP_S = 0.1  # ten times what is wished for: other work runs on the machine


@pytest.fixture
def world(database: object) -> World:
    return build_world()


def scope_id(name: str) -> str:
    kind, _, what = name.partition(":")
    return f"{kind}:{ident(what)}"


def write(*scopes: str) -> None:
    """Put something into the log of these scopes, whatever it is."""
    for scope in scopes:
        Change.objects.create(
            scope=scope, seq=Change.objects.count() + 1, command_id=new_id(), at=1, patches="[]", before="[]"
        )


def told(*scopes: str) -> moving.Told:
    """What everybody is told when these scopes have changed."""
    people, gate, heard = frozenset(ident(name) for name in PEOPLE), Gate(), moving.Heard()
    heard.position, heard.known = moving.begin(current(), gate, heard, people)
    write(*scopes)
    return moving.look(current(), gate, heard, set(), people).told


@pytest.mark.parametrize("scope", SCOPE_ROWS)
def test_of_a_scope_those_are_told_who_may_read_it(world: World, scope: str) -> None:
    """No default: each kind of scope is in the access matrix."""
    # Their own things and the account's are no boards.
    is_board = not scope.startswith(("person:", "account:"))
    may = {ident(name) for role, name in ROLES.items() if is_board and role in SCOPE_ROWS[scope]}
    found = told(scope_id(scope))
    assert set(found) == may
    board = ident({"lair": "lair", "loot": "lair", "ops": "ops"}.get(scope.split(":")[1], "plan"))
    assert all(boards == [board] for boards in found.values())


def test_of_a_card_that_is_gone_nobody_is_told(world: World) -> None:
    Card.objects.filter(id=world.ink).delete()
    assert told(f"card:{world.ink}", f"chat:{world.ink}", "board:", "nonsense:1", f"card:{new_id()}") == {}


def test_of_a_board_in_the_trash_its_admins_alone_are_told(world: World) -> None:
    BoardPrivacy.objects.filter(id=world.plan).update(state="trash")
    assert set(told(f"board:{world.plan}")) == {ident(name) for name in ("ana", "faye", "ben")}


@dataclass(eq=False)
class Page:
    """A connection that only listens."""

    reader: Reader
    heard: list[Any] = field(default_factory=list)
    is_stuck: bool = False

    def send(self, frame: str) -> bool:
        if not self.is_stuck:
            self.heard.append(orjson.loads(str(frame)))
        return not self.is_stuck

    def tell(self, message: dict[str, Any]) -> None:
        raise AssertionError(f"what moved is never kept for the slow: {message}")

    def boards(self) -> list[Any]:
        """What came since the last question."""
        found, self.heard = [message["boards"] for message in self.heard], []
        return found


Scene = Callable[[World, Pulse, dict[str, Page]], Coroutine[Any, Any, None]]


@pytest.fixture
def play(world: World) -> Iterator[Callable[[Scene], None]]:
    """Play a scene with a page of everybody's; one thread has all parts."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

    async def at_once(work: Any, *args: Any) -> Any:
        return work(current(), *args)

    def run(scene: Scene) -> None:
        async def on_stage() -> None:
            pulse = Pulse(world.gate, at_once)
            pages = {name: Page(Reader(ident(name))) for name in PEOPLE}
            for page in pages.values():
                pulse.join(page)
            await begun(pulse)
            await scene(world, pulse, pages)

        asyncio.run(on_stage())

    yield run
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


async def begun(pulse: Pulse) -> None:
    """Until it has been tried to read the boards of everybody who is new."""
    if pulse._beginning is not None:
        await pulse._beginning


async def act(pulse: Pulse, world: World, who: str, verb: str, **args: Any) -> None:
    """Do it, and let the pulse hear of the access that it changed as it would from the hub."""
    for outcome in world.batch(world.command(who, verb, **args)):
        assert outcome.answer["s"] == "done", outcome.answer
        for ground in outcome.regrounded:
            pulse.reground(ground)
    await pulse.look()


ACCESS: list[tuple[str, str, dict[str, Any], set[str]]] = [
    # who does what on `plan`, and whose access it changes
    ("ben", "member.remove", {"person_id": "dana"}, {"dana"}),
    ("ben", "member.set_role", {"person_id": "dana", "role": "member"}, {"dana"}),
    ("ben", "board.set_privacy", {"privacy": "team"}, {"eve"}),
    ("ben", "board.set_state", {"state": "trash"}, {"chidi", "dana", "eve"}),
    ("ben", "board.set_state", {"state": "archived"}, set()),
]


@pytest.mark.parametrize(("who", "verb", "args", "whose"), ACCESS)
def test_whose_access_changes_is_told_to_ask_for_everything(
    play: Callable[[Scene], None], who: str, verb: str, args: dict[str, Any], whose: set[str]
) -> None:
    if "person_id" in args:
        args = args | {"person_id": ident(args["person_id"])}

    async def scene(world: World, pulse: Pulse, pages: dict[str, Page]) -> None:
        await act(pulse, world, who, verb, board_id=world.plan, **args)
        heard = {name: page.boards() for name, page in pages.items()}
        assert {name for name, boards in heard.items() if boards == [[]]} == whose
        assert heard["mallory"] == []
        others = {name for name, boards in heard.items() if boards == [[world.plan]]}
        assert others == {"ana", "ben", "chidi", "dana", "eve", "faye"} - whose

    play(scene)


def test_the_log_may_be_read_before_word_of_the_access_comes(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, pulse: Pulse, pages: dict[str, Page]) -> None:
        world.done("ben", "member.remove", board_id=world.plan, person_id=world.dana)
        await pulse.look()
        assert pages["dana"].boards() == [[]]
        pulse.reground(f"board:{world.plan}")
        await pulse.look()
        assert pages["dana"].boards() == []

    play(scene)


def test_who_is_stuck_asks_for_everything_when_they_read_again(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, pulse: Pulse, pages: dict[str, Page]) -> None:
        pages["dana"].is_stuck = True
        for title in ("One", "Two"):
            await act(pulse, world, "ben", "card.rename", card_id=world.ink, title=title)
        assert len(pages["chidi"].boards()) == 2
        pages["dana"].is_stuck = False
        await pulse.look()
        assert (pages["dana"].boards(), pages["chidi"].boards()) == ([[]], [])

    play(scene)


def test_a_database_that_is_away_loses_nothing(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, pulse: Pulse, pages: dict[str, Page]) -> None:
        reads = pulse.in_thread

        async def fails(*_: Any) -> None:
            raise OSError

        late = Page(Reader(world.dana))
        pulse.in_thread = fails
        pulse.join(late)
        await begun(pulse)
        await act(pulse, world, "ben", "member.remove", board_id=world.plan, person_id=world.chidi)
        assert not any(page.boards() for page in pages.values())
        pulse.in_thread = reads
        await pulse.look()
        await begun(pulse)
        assert (pages["chidi"].boards(), late.boards()) == ([[]], [[world.plan]])

    play(scene)


def test_whoever_left_is_told_nothing_and_an_empty_house_forgets(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, pulse: Pulse, pages: dict[str, Page]) -> None:
        for name, page in pages.items():
            if name != "chidi":
                pulse.leave(page)
        await act(pulse, world, "ben", "card.rename", card_id=world.ink, title="One")
        assert [name for name, page in pages.items() if page.boards()] == ["chidi"]
        pulse.leave(pages["chidi"])
        assert (pulse.listeners, pulse.heard) == ({}, moving.Heard())
        nobody = Page(Reader(None, "a link"))
        pulse.join(nobody)
        assert pulse.listeners == {}

    play(scene)


def test_a_thousand_listeners_of_a_hundred_boards_cost_the_loop_little(play: Callable[[Scene], None]) -> None:
    async def scene(world: World, pulse: Pulse, pages: dict[str, Page]) -> None:
        people = [new_id() for _ in range(1_000)]
        boards = [new_id() for _ in range(100)]
        BoardPrivacy.objects.bulk_create(
            BoardPrivacy(id=one, account_id=world.acme, privacy="team") for one in boards
        )
        Member.objects.bulk_create(
            Member(id=f"{board}.{one}", board_id=board, person_id=one, role="member", joined_at=1)
            for board in boards
            for one in people
        )
        crowd = [Page(Reader(one)) for one in people]
        for page in crowd:
            pulse.join(page)
        await begun(pulse)
        write(*(f"board:{one}" for one in boards))
        found = moving.look(current(), pulse.gate, pulse.heard, set(), frozenset(pulse.listeners))
        started = time.process_time()
        await pulse._tell(found.told)
        spent = time.process_time() - started
        assert all(page.boards() == [sorted(boards)] for page in crowd)
        assert spent < MOST_OF_LOOP_S, f"{spent * 1000:.0f} ms"

    play(scene)


def test_every_kind_of_circle_says_what_somebody_is(world: World) -> None:
    loaded: dict[str, Circle] = {}
    for kind, name in (("board", "plan"), ("account", "acme"), ("person", "chidi")):
        loaded |= {kind: CIRCLES[kind](current(), [ident(name)])[ident(name)]}
    roles = {kind: circle.role(world.chidi) for kind, circle in loaded.items()}
    assert roles == {"board": "member", "account": "team", "person": "self"}
    assert loaded["person"].role(world.dana) is None
