"""One crash run on a database of its own: load, kills, and the comparison afterwards."""

import asyncio
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections

from tests.conftest import use_database
from tests.crash.storm import Server, rage
from tests.crash.truth import check
from tests.crash.writers import Writer
from tests.support.sockets import sign_in
from tests.support.world import build_world, ident

# Who writes, and on which columns: three devices share a board, one of them of a person who has two.
DEVICES = [("ben", "plan"), ("ben", "plan"), ("chidi", "plan"), ("eve", "ops")]
COLUMNS = {"plan": ["todo", "doing"], "ops": ["later"]}
SCOPES = ("plan", "ops")


@dataclass(frozen=True)
class Told:
    """What a run went through."""

    commands: int
    again: int
    connections: int


def storm_of_sqlite(
    folder: Path, template: Path, deeds: list[str], *, seed: int, supervised: bool = False
) -> Told:
    """Run on a copy of the migrated template."""
    place = folder / "tafla.sqlite3"
    shutil.copyfile(template, place)
    use_database(place)
    return storm(Server(folder, {}, supervised), deeds, seed)


def storm(server: Server, deeds: list[str], seed: int) -> Told:
    """Run against the database Django points at, and check what must hold afterwards."""
    dice = random.Random(seed)
    world = build_world()
    before = {f"board:{ident(board)}": world.copy(f"board:{ident(board)}") for board in SCOPES}
    writers = make_writers(dice)
    connections.close_all()
    server.more["TAFLA_SECRET_KEY"] = settings.SECRET_KEY
    server.start()
    try:
        asyncio.run(rage(server, writers, deeds, dice))
    finally:
        server.stop()
    check(world, before, writers)
    sent = sum(len(writer.sent) for writer in writers)
    return Told(sent, sum(writer.again for writer in writers), sum(one.connections for one in writers))


def make_writers(dice: random.Random) -> list[Writer]:
    """The devices, each signed in and with dice of its own."""
    return [
        Writer(
            sign_in(ident(person)), [ident(column) for column in COLUMNS[board]], random.Random(dice.random())
        )
        for person, board in DEVICES
    ]
