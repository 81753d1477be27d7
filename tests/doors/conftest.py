"""A real live process with the shared world in its database: one for all tests of this folder that need no
other, each on boards of its own.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import F

from tafla.accounts.models import Member
from tafla.accounts.verbs.invitations import PURPOSE
from tafla.core.ids import new_id
from tafla.core.tokens import seal
from tafla.sync import snapshot
from tafla.sync.access import tell_access_changed
from tafla.sync.db import current
from tafla.sync.dispatch import do
from tafla.sync.models import Scope
from tests.conftest import use_database
from tests.support.servers import RunningServer, running
from tests.support.sockets import sign_in
from tests.support.world import World, build_world, ident


@dataclass
class Place:
    """A board of one test's own in the shared server: Ana owns its account, Ben is its admin, Chidi a member
    and Dana a visitor.
    """

    server: RunningServer
    world: World
    board: str
    columns: list[str]
    cookies: dict[str, str]

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def scope(self) -> str:
        return f"board:{self.board}"

    def add_cards(self, count: int, column: int = 0) -> list[str]:
        """Add cards from outside the live process; their ids."""
        ids = [new_id() for _ in range(count)]
        cards = [{"card_id": card, "title": f"Card {at}"} for at, card in enumerate(ids)]
        do(ident("ben"), "card.add", column_id=self.columns[column], cards=cards)
        return ids

    def crowd(self, people: list[str]) -> None:
        """Put people on the board who were never invited."""
        Member.objects.bulk_create(
            Member(id=f"{self.board}.{one}", board_id=self.board, person_id=one, role="member", joined_at=1)
            for one in people
        )
        tell_access_changed(self.scope)
        Scope.objects.filter(id=self.scope).update(access_rev=F("access_rev") + 1)


def serve_arguments() -> dict[str, str]:
    """What a server needs to accept sessions made here."""
    return {"TAFLA_SECRET_KEY": settings.SECRET_KEY}


@pytest.fixture(scope="session")
def living(
    database_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunningServer, World]]:
    folder = tmp_path_factory.mktemp("doors")
    shutil.copyfile(database_template, folder / "tafla.sqlite3")
    use_database(folder / "tafla.sqlite3")
    world = build_world()
    with running(["tafla.project.live"], folder, **serve_arguments()) as server:
        yield server, world


@pytest.fixture
def place(living: tuple[RunningServer, World]) -> Place:
    """A fresh board in the shared server."""
    server, world = living
    use_database(server.log.parent / "tafla.sqlite3")
    return make_place(server, world)


def make_place(server: RunningServer, world: World) -> Place:
    board = new_id()
    do(ident("ana"), "board.create", board_id=board, account_id=ident("acme"), name="Place")
    do(ident("ana"), "board.set_privacy", board_id=board, privacy="team")
    for name, role in (("ben", "admin"), ("chidi", "member"), ("dana", "visitor")):
        join(board, name, role)
    rows = world.copy(f"board:{board}").tables["columns"].values()
    columns = [row["id"] for row in sorted(rows, key=lambda row: row["rank"])]
    cookies = {name: sign_in(ident(name)) for name in ("ana", "ben", "chidi", "dana", "eve", "mallory")}
    return Place(server, world, board, columns, cookies)


def join(board: str, name: str, role: str) -> None:
    """Ana invites somebody to a board, and they accept."""
    invitation = new_id()
    people = [{"invitation_id": invitation, "email": f"{name}@example.com"}]
    do(ident("ana"), "member.invite", board_id=board, role=role, people=people)
    rows = snapshot.read_snapshot(current(), f"desk:{board}", "all")[1]
    if invitation.encode() in rows:  # somebody Ana works with already has joined at once
        do(ident(name), "invitation.accept", token=seal(PURPOSE, invitation, f"{name}@example.com"))
