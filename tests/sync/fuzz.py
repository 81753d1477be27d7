"""Seeded histories of several clients against the real engine: `python -m tests.sync.fuzz --seeds 1000`.

At the end everybody's copies equal fresh snapshots, nobody holds what they may not read, and every
acknowledged command is in the log exactly once.
"""

import argparse
import asyncio
import os
import shutil
import tempfile
import time
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path
from random import Random
from typing import Any

# First: it sets the environment of tests before anything reads Django's settings.
from tests.conftest import use_database

# isort: split
import orjson
from django.core.management import call_command
from django.db import connection

from tafla.accounts.models import Member
from tafla.boards.models import Column, Tag
from tafla.cards.depending import MIRROR
from tafla.cards.models import Card, Dependency
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.project.databases import create_file
from tafla.sync import hub as hubs
from tafla.sync import reading
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tafla.sync.models import Change
from tafla.sync.reading import Reader
from tests.support.world import LINK, World, build_world, ident
from tests.sync.peers import Peer, Server

STEPS = 90
STATUSES = ("normal", "ready", "blocked")
PEOPLE = ("ana", "ben", "chidi", "dana", "eve")


class Play:
    """One seeded history."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.chance = Random(seed)
        self.server = Server(self.chance)
        others = self.chance.sample(PEOPLE, self.chance.randint(0, 2))
        names = dict.fromkeys(["ben", "chidi", *others])
        self.peers = [Peer(name, Reader(ident(name)), self.chance, self.server) for name in names]
        self.peers.append(Peer("link", Reader(None, LINK), self.chance, self.server))

    async def run(self) -> None:
        for peer in self.peers:
            self._open_some(peer)
        for _ in range(STEPS):
            self._step()
            await self.server.dawdle()
        await self._settle()
        self._check()

    def _step(self) -> None:
        peer = self.chance.choice(self.peers)
        actions: list[tuple[int, Any]] = [
            (30, lambda: self._act(peer)),
            (15, self.server.write),
            (12, peer.post),
        ]
        actions += [(30, lambda: self._hear(peer)), (4, lambda: peer.connect(self.server))]
        actions += [(5, lambda: self._open_some(peer)), (1, self._restart)]
        self.chance.choices([act for _, act in actions], [weight for weight, _ in actions])[0]()

    def _hear(self, peer: Peer) -> None:
        for _ in range(self.chance.randint(1, 4)):
            peer.hear()

    def _open_some(self, peer: Peer) -> None:
        world = self.world
        cards = list(Card.objects.values_list("id", flat=True))
        scopes = [f"board:{world.plan}", f"board:{world.ops}", f"team:{world.plan}", f"desk:{world.plan}"]
        scopes += [
            f"card:{self.chance.choice(cards)}",
            f"person:{peer.reader.person_id}",
            f"account:{world.acme}",
        ]
        for scope in self.chance.sample(scopes, 3):
            peer.open(scope)

    def _restart(self) -> None:
        """The process ends and another begins: memory and what was queued are gone."""
        old, self.server = self.server, Server(self.chance)
        old.lane._queue.clear()
        for peer in self.peers:
            peer.connect(self.server)
        for task in old.hub._tasks:
            task.cancel()

    def _act(self, peer: Peer) -> None:
        if peer.reader.person_id is None:
            return
        for _ in range(self.chance.randint(1, 4)):
            peer.command(new_id(), *self._wish(peer))
        if self.chance.random() < 0.7:
            peer.post()

    def _wish(self, peer: Peer) -> tuple[str, dict[str, Any]]:
        world, chance = self.world, self.chance
        cards = sorted(Card.objects.exclude(board_id=world.lair).values_list("id", flat=True))
        columns = self._columns()
        some = chance.sample(cards, min(len(cards), chance.randint(1, 3)))
        card, column, person = chance.choice(cards), chance.choice(columns), ident(chance.choice(PEOPLE))
        mine = chance.choice(peer.mine[-6:]) if peer.mine else new_id()
        new = [{"card_id": new_id(), "title": f"New {at}"} for at in range(chance.randint(1, 3))]
        place = {"after": card} if chance.random() < 0.5 else {"before": card}
        spot = {"to_top": True} if chance.random() < 0.2 else place
        version = {
            "base_version": chance.randint(0, 2),
            "text": chance.choice(["one", "one\ntwo", "one\ntwo\nthree"]),
        }
        wishes: list[tuple[int, str, dict[str, Any]]] = [
            (20, "card.move", {"card_ids": some, "column_id": column, **spot}),
            (6, "card.add", {"column_id": column, "cards": new, **place}),
            (4, "card.rename", {"card_id": card, "title": f"T{chance.randrange(99)}"}),
            (4, "card.set_status", {"card_ids": some, "status": chance.choice(STATUSES)}),
            (4, "card.assign", {"card_ids": some, "person_id": person}),
            (2, "card.unassign", {"card_ids": some, "person_id": person}),
            (4, "card.set_details", {"card_id": card, **version}),
            (4, "card.delete", {"card_ids": some}),
            (3, "card.restore", {"card_ids": some}),
            (2, "card.purge", {"card_ids": [card]}),
            (8, "change.undo", {"command_id": mine}),
            (4, "change.redo", {"command_id": mine}),
            *self._tag_wishes(some),
            *self._tie_wishes(card, chance.choice(cards)),
            (2, "card.copy", {"copies": _copies(some), "column_id": column, **place}),
            (2, "column.sort", {"column_id": column, "by": chance.choice(["title", "status", "due"])}),
            (2, "column.add", {"column_id": new_id(), "board_id": world.plan, "name": "Col"}),
            (2, "column.move", {"column_id": column, "after": chance.choice(columns)}),
            (2, "column.delete", {"column_id": column, "move_cards_to": chance.choice(columns)}),
            (1, "column.set_wip_limit", {"column_id": column, "limit": 3}),
            (1, "board.set_wip_mode", {"board_id": world.plan, "mode": chance.choice(["block", "warn"])}),
            (2, "pref.set_favourite", {"board_id": world.plan, "favourite": chance.random() < 0.5}),
            (2, "member.set_role", self._role(person)),
            (1, "member.remove", {"board_id": world.plan, "person_id": person}),
            (3, "member.invite", self._invitation()),
            (2, "board.set_privacy", self._privacy()),
        ]
        _, verb, args = chance.choices(wishes, [weight for weight, _, _ in wishes])[0]
        return verb, args

    def _tag_wishes(self, cards: list[str]) -> list[tuple[int, str, dict[str, Any]]]:
        tags = sorted(Tag.objects.values_list("id", flat=True)) or [new_id()]
        tag, other = self.chance.choice(tags), self.chance.choice(tags)
        new = {"tag_id": new_id(), "name": self.chance.choice(["Red", "RED", "Blue"]), "hue": "red"}
        return [
            (2, "tag.create", {**new, "board_id": self.chance.choice([self.world.plan, self.world.ops])}),
            (4, "card.add_tag", {"card_ids": cards, "tag_id": tag}),
            (2, "card.remove_tag", {"card_ids": cards, "tag_id": tag}),
            (1, "tag.merge", {"tag_id": tag, "into_id": other}),
            (1, "tag.delete", {"tag_id": tag}),
        ]

    def _tie_wishes(self, card: str, other: str) -> list[tuple[int, str, dict[str, Any]]]:
        pair = {"card_id": card, "other_id": other}
        kind = self.chance.choice(["blocks", "blocked_by"])
        return [(8, "dependency.add", pair | {"kind": kind}), (3, "dependency.remove", pair)]

    def _columns(self) -> list[str]:
        """Columns to aim at; the fixed ones less often."""
        found = sorted(Column.objects.exclude(board_id=self.world.lair).values_list("id", "kind"))
        return [column for column, kind in found for _ in range(4 if kind == "normal" else 1)]

    def _role(self, person: str) -> dict[str, Any]:
        return {
            "board_id": self.world.plan,
            "person_id": person,
            "role": self.chance.choice(["admin", "member", "visitor"]),
        }

    def _invitation(self) -> dict[str, Any]:
        email = f"{self.chance.choice(PEOPLE)}@example.com"
        role = self.chance.choice(["member", "visitor"])
        people = [{"invitation_id": new_id(), "email": email}]
        return {"board_id": self.world.plan, "role": role, "people": people}

    def _privacy(self) -> dict[str, Any]:
        privacy = self.chance.choice(["team", "account", "link"])
        return {"board_id": self.world.plan, "privacy": privacy, "link_token": LINK}

    async def _settle(self) -> None:
        """Let everybody come back and finish, without further losses."""
        for peer in self.peers:
            peer.chance = Calm()
            peer.connect(self.server)
        for _ in range(3_000):
            for peer in self.peers:
                peer.post()
                peer.hear()
            self.server.write()
            await asyncio.sleep(0)
            is_done = not self.server.is_busy() and not any(
                p.inbox or p.outbox or p.tasks for p in self.peers
            )
            if is_done:
                return
        waiting = [(p.name, len(p.inbox), [c.verb.name for c in p.outbox], len(p.tasks)) for p in self.peers]
        raise AssertionError(f"never quiet: {waiting}")

    def _check_ties(self) -> None:
        """Each dependency is told by both its cards, on the boards they are on, and none leads to itself."""
        boards = dict(Card.objects.values_list("id", "board_id"))
        rows = {(row.card_id, row.other_id): row for row in Dependency.objects.all()}
        blocked: dict[str, set[str]] = {}
        for (one, other), row in rows.items():
            assert MIRROR[row.kind] == rows[other, one].kind
            assert (row.board_id, row.other_board_id) == (boards[one], boards[other])
            if row.kind == "blocks":
                blocked.setdefault(one, set()).add(other)
        list(TopologicalSorter(blocked).static_order())

    def _check(self) -> None:
        self._check_ties()
        for peer in self.peers:
            assert not [answer for answer in peer.answers.values() if answer.get("code") == "server_error"]
            for scope, held in peer.held.items():
                if scope in peer.wanted:
                    self._check_copy(peer, scope, held)
            for command_id, answer in peer.answers.items():
                self._check_answer(peer, command_id, answer)
        self._check_log()

    def _check_copy(self, peer: Peer, scope: str, held: Any) -> None:
        try:
            reading.access_scope(current(), Gate(), peer.reader, scope)
        except Refusal:
            raise AssertionError(f"{peer.name} holds {scope} and may not") from None
        fresh = self.world.copy(scope)
        assert (held.epoch, held.seq) == (fresh.epoch, fresh.seq), (peer.name, scope, held.seq, fresh.seq)
        for table, rows in fresh.tables.items():
            assert held.tables.get(table, {}) == rows, (peer.name, scope, table)

    def _check_answer(self, peer: Peer, command_id: str, answer: dict[str, Any]) -> None:
        stored = Change.objects.filter(command_id=command_id, person_id=peer.reader.person_id)
        found = Counter((change.scope, change.seq) for change in stored)
        assert found == Counter(map(tuple, answer.get("wrote", []))), (peer.name, command_id, answer)

    def _check_log(self) -> None:
        numbers: dict[str, list[int]] = {}
        for scope, seq in Change.objects.order_by("pos").values_list("scope", "seq"):
            numbers.setdefault(scope, []).append(seq)
        assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
        kinds = dict(Column.objects.values_list("id", "kind"))
        places = [
            (column, rank)
            for column, rank in Card.objects.values_list("column_id", "rank")
            if kinds[column] != "deleted"
        ]
        assert len(set(places)) == len(places), "two cards of one column have one rank (S11)"
        teams = set(Member.objects.exclude(role="visitor").values_list("board_id", "person_id"))
        for card in Card.objects.exclude(assignee_ids="[]"):
            people = [person for person in PEOPLE if ident(person) in card.assignee_ids]
            assert all((card.board_id, ident(person)) in teams for person in people), (card.id, people)
        homes = dict(Tag.objects.values_list("id", "board_id"))
        for card in Card.objects.exclude(tag_ids="[]"):
            assert {homes.get(tag) for tag in orjson.loads(card.tag_ids)} == {card.board_id}, card.id


class Calm(Random):
    """Nothing is lost any more."""

    def random(self) -> float:
        return 0.5


def play(world: World, seed: int) -> None:
    """Play one history against the test's database."""
    current().query("PRAGMA synchronous=OFF")
    hubs.TICK_S, tick = 0.0, hubs.TICK_S
    # One thread plays all parts, the database's too.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        asyncio.run(Play(world, seed).run())
    except BaseException as error:
        error.add_note(f"seed {seed}: python -m tests.sync.fuzz --seeds 1 --from {seed}")
        raise
    finally:
        hubs.TICK_S = tick
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def _template(path: Path) -> Path:
    create_file(path)
    use_database(path)
    call_command("migrate", verbosity=0, interactive=False)
    current().query("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


def main() -> None:
    """Play many histories, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1_000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    told = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="tafla-fuzz-"))
    template = _template(folder / "template.sqlite3")
    began = time.monotonic()
    for seed in range(told.first, told.first + told.seeds):
        path = folder / f"seed-{seed}.sqlite3"
        shutil.copyfile(template, path)
        use_database(path)
        play(build_world(), seed)
        path.unlink()
    shutil.rmtree(folder)
    print(f"{told.seeds} histories from seed {told.first} in {time.monotonic() - began:.0f} s")  # noqa: T201


def _copies(cards: list[str]) -> list[dict[str, str]]:
    return [{"card_id": card, "new_id": new_id()} for card in cards]


if __name__ == "__main__":
    main()
