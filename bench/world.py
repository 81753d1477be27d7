"""The databases a run works on: seeded once, copied for every figure."""

import shutil
import sqlite3
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

from bench import postgres
from bench.large import build
from bench.run import helper
from bench.server import Server, environment

FILE = "tafla.sqlite3"
PEOPLE = 501


class World:
    """Everything a run makes, gone at its end."""

    def __init__(self, *, is_quick: bool) -> None:
        self.is_quick = is_quick
        self.home = Path(tempfile.mkdtemp(prefix="tafla-bench-"))
        self._stack = ExitStack()
        self._seeds: dict[str, dict[str, Any]] = {}
        self._postgres: postgres.Postgres | None = None
        self._count = 0
        self._large: dict[tuple[str, int], dict[str, Any]] = {}

    def __enter__(self) -> "World":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def pick(self, full: float, quick: float) -> float:
        """A length or a count, by the kind of run."""
        return quick if self.is_quick else full

    def seed(self, kind: str = "sqlite") -> dict[str, Any]:
        """What was seeded: people, sessions, boards. The first call does it."""
        if kind not in self._seeds:
            env = environment(
                self.folder(f"seed-{kind}"), self._new_database("seed") if kind == "postgres" else ""
            )
            helper("bench.inside.migrate", {}, env)
            size = {"people": PEOPLE, "boards": {"1k": 1_000, "10k": 10_000}, "spare": int(self.pick(5, 2))}
            self._seeds[kind] = helper("bench.inside.seed", size, env)
            # Made once in the life of an installation; else it would be made beside every figure.
            helper("bench.inside.searched", {}, env)
        return self._seeds[kind]

    def copy(self, kind: str = "sqlite") -> tuple[Path, str]:
        """(data folder, database address) of a fresh copy of what was seeded."""
        self.seed(kind)
        self._count += 1
        folder = self.folder(f"copy-{self._count}")
        if kind == "sqlite":
            copy_file(self.home / "seed-sqlite" / FILE, folder / FILE)
            return folder, ""
        return folder, self.pg.copy("seed", f"copy_{self._count}")

    def large(self, kind: str, cards: int) -> tuple[dict[str, Any], Path, str]:
        """(what was made, data folder, database address) of a world of so many cards (`bench.large`); made
        once a run, so figures leave it as it is.
        """
        name = f"large_{kind}_{cards}"
        folder, address = self.folder(name), self.pg.url(name) if kind == "postgres" else ""
        if (kind, cards) not in self._large:
            if kind == "postgres":
                self._new_database(name)
            self._large[kind, cards] = build(environment(folder, address), cards=cards, boards=cards // 250)
        return self._large[kind, cards], folder, address

    def environment(self, kind: str = "sqlite") -> dict[str, str]:
        """The environment of a helper that works on a fresh copy."""
        return environment(*self.copy(kind))

    def server(self, kind: str = "sqlite") -> Server:
        """A real server on a fresh copy."""
        return Server(*self.copy(kind))

    def folder(self, name: str) -> Path:
        """A folder of this run."""
        made = self.home / name
        made.mkdir(exist_ok=True)
        return made

    @property
    def pg(self) -> postgres.Postgres:
        """The throw-away PostgreSQL server; started when first asked for."""
        if self._postgres is None:
            self._postgres = self._stack.enter_context(postgres.serving())
        return self._postgres

    def _new_database(self, name: str) -> str:
        return self.pg.copy("template1", name)


def copy_file(source: Path, target: Path) -> None:
    """Copy a SQLite database whole, whatever still stands in its log."""
    with sqlite3.connect(source) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(source, target)
