"""Who may do what: the engine asks, the rooms above answer (S10).

A *ground* is what access rules belong to: `board:ID`, `account:ID` or `person:ID`. A *circle* is what a
process holds in memory of one ground: who has which right there. Circles are trusted only at the `access_rev`
they were loaded at; heads carry the current one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tafla.sync.db import Db


class Circle(Protocol):
    """Who may do what on one ground. `leans_on` are other grounds whose rules it holds too (a board's
    account).
    """

    @property
    def leans_on(self) -> tuple[str, ...]: ...

    def role(self, person: str | None) -> str | None:
        """What this person is on the ground; the same for the same rights."""
        ...

    def refuse(self, person: str | None, right: str, link: str | None = None) -> str | None:
        """A refusal code, or None when this person (None: nobody signed in), or who holds this link, has the
        right.
        """
        ...


# kind of ground -> loader(db, ids) -> {id: circle}; ids that do not exist are left out
CIRCLES: dict[str, Callable[[Db, list[str]], dict[str, Circle]]] = {}

Way = tuple[str, str]

# kind of scope -> (tables and fields leading to its ground; none when the scope's id is the ground's), kind
# of ground, right to read
READERS: dict[str, tuple[tuple[Way, ...], str, str]] = {}


def scope_kind(kind: str, *, ground: str, right: str, through: tuple[Way, ...] = ()) -> None:
    """Declare a kind of scope: which ground guards it and the right that reads it.

    through: (table, field) pairs when the scope's id is a row's in one of these tables, whose field names the
    ground; the first table that has the row counts.
    """
    READERS[kind] = (through, ground, right)


@dataclass
class Gate:
    """The circles this process holds."""

    held: dict[str, tuple[dict[str, int], Circle]] = field(default_factory=dict)
    most: int = 5_000

    def refresh(
        self, db: Db, grounds: Sequence[str], revs: dict[str, int], *, is_steady: bool
    ) -> dict[str, Circle]:
        """The circles of these grounds, as new as their heads; those that do not exist are left out. `revs`
        holds the heads known already and gains others.

        Judge by what is returned: another thread may forget what is held at any moment.
        """
        fresh = self.fresh(db, grounds, revs)
        stale = [ground for ground in grounds if ground not in fresh]
        if not stale:
            return fresh
        loaded = _load(db, stale)
        unread = {other for circle in loaded.values() for other in circle.leans_on} - set(revs)
        if unread:
            self._read_revs(db, unread, revs)
            # A circle must not be older than the counts it is filed under: count first, then load again,
            # unless all was read from one state of the database.
            if not is_steady:
                loaded = _load(db, stale)
        for ground in stale:
            self.held.pop(ground, None)
            if ground in loaded:
                circle = loaded[ground]
                self.held[ground] = ({name: revs.get(name, 0) for name in (ground, *circle.leans_on)}, circle)
        while len(self.held) > self.most:
            self.held.pop(next(iter(list(self.held))), None)
        return fresh | loaded

    def fresh(self, db: Db, grounds: Sequence[str], revs: dict[str, int]) -> dict[str, Circle]:
        """The circles held of these grounds that are no older than the heads; `revs` gains what it reads."""
        held = {ground: entry for ground in grounds if (entry := self.held.get(ground))}
        leaned = {other for _, circle in held.values() for other in circle.leans_on}
        self._read_revs(db, {*grounds, *leaned}, revs)
        return {
            ground: circle
            for ground, (known, circle) in held.items()
            if all(revs.get(name, 0) == rev for name, rev in known.items())
        }

    def forget(self, ground: str) -> list[str]:
        """Drop a circle and those that lean on it; returns the grounds dropped or asked for."""
        lost = [name for name, (revs, _) in list(self.held.items()) if ground in revs]
        for name in lost:
            self.held.pop(name, None)
        return lost

    @staticmethod
    def _read_revs(db: Db, grounds: Iterable[str], revs: dict[str, int]) -> None:
        missing = [ground for ground in grounds if ground not in revs]
        if missing:
            found = db.query(
                f"SELECT id, access_rev FROM sync_scope WHERE {db.within('id')}", (db.members(missing),)
            )
            revs.update(dict.fromkeys(missing, 0))
            revs.update(dict(found))


def refuse(circle: Circle | None, person: str | None, right: str, link: str | None = None) -> str | None:
    """A refusal code or None; what has no circle does not exist."""
    return circle.refuse(person, right, link) if circle else "not_found"


def _load(db: Db, grounds: list[str]) -> dict[str, Circle]:
    loaded: dict[str, Circle] = {}
    for kind, load in CIRCLES.items():
        ids = [ground.split(":", 1)[1] for ground in grounds if ground.startswith(kind + ":")]
        if ids:
            loaded.update({f"{kind}:{found}": circle for found, circle in load(db, ids).items()})
    return loaded
