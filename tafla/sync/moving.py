"""What has moved since a position of the log, and who may know: the reading half of the pulse, in a thread.

Access is judged at that moment, scope by scope: who may not read a board's chat is not told that somebody
wrote there.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tafla.sync import reading
from tafla.sync.db import Db
from tafla.sync.feed import Position, end_of, read_visible
from tafla.sync.gate import Circle, Gate

# (db, person) -> the grounds this person has to do with; the rooms above register themselves
GROUNDS_OF: list[Callable[[Db, str], Iterable[str]]] = []

# person -> ids of boards that have moved; none when it is the person's own access that changed
Told = dict[str, list[str]]

# Grounds whose readers are remembered, each for the rights that moved there.
MOST_READERS = 500


class Readers(NamedTuple):
    """Who of `asked` may read, by a circle: true as long as it is this very circle."""

    circle: Circle
    asked: frozenset[str]
    may: frozenset[str]


Known = dict[tuple[str, frozenset[str]], Readers]


@dataclass
class Heard:
    """What a look goes by."""

    position: Position | None = None
    # Read already, though a transaction that began before them still runs.
    ahead: frozenset[int] = frozenset()
    # Circles as they were when last looked at. A ground that is not here is read by nobody who listens.
    known: dict[str, Circle] = field(default_factory=dict)
    readers: Known = field(default_factory=dict)


@dataclass
class Found:
    """What one look found: whom to tell what, circles as they are now, and how far it read."""

    told: Told
    circles: dict[str, Circle]
    gone: set[str]
    position: Position
    ahead: frozenset[int]


def begin(db: Db, gate: Gate, heard: Heard, people: Collection[str]) -> tuple[Position, dict[str, Circle]]:
    """Where the log ends, and the circles of these people's grounds that are not known yet."""
    position = heard.position or end_of(db, "sync_change")
    grounds = {ground for person in people for ask in GROUNDS_OF for ground in ask(db, person)}
    return position, reading.circles_of(db, gate, [one for one in grounds if one not in heard.known])


def look(db: Db, gate: Gate, heard: Heard, regrounded: set[str], people: frozenset[str]) -> Found:
    """What these people are to be told of the log behind `heard`, and of access that changed."""
    after = heard.position or end_of(db, "sync_change")
    rows, position, ahead = read_visible(db, "sync_change", "scope", after)
    moved: dict[str, set[str]] = defaultdict(set)
    for ground, right in reading.grounds_of(db, {scope for pos, scope in rows if pos not in heard.ahead}):
        if ground.startswith("board:"):
            moved[ground].add(right)
    # A person's own ground changes with their sessions, which say nothing of boards.
    changed = {ground for ground in regrounded if not ground.startswith("person:")}
    asked = {ground for ground in moved if ground in heard.known} | changed
    circles = reading.circles_of(db, gate, list(asked))
    told = readers_of(moved, circles, people, heard.readers)
    for ground in asked:
        # Compared wherever a circle is another, for the log may be read before word of the access change.
        old, new = heard.known.get(ground), circles.get(ground)
        if old is not new:
            told |= {person: [] for person in people if _role(old, person) != _role(new, person)}
    return Found(told, circles, asked - circles.keys(), position, ahead)


def readers_of(
    moved: dict[str, set[str]], circles: dict[str, Circle], people: frozenset[str], known: Known
) -> Told:
    """Person -> boards on which they may read one of the rights that moved. `known` gains who may."""
    boards: dict[frozenset[str], list[str]] = defaultdict(list)
    for ground in sorted(moved.keys() & circles.keys()):
        key = ground, frozenset(moved[ground])
        held = known.pop(key, None)
        known[key] = held = _judged(circles[ground], key[1], people, held)
        boards[held.may].append(ground.removeprefix("board:"))
    while len(known) > MOST_READERS:
        del known[next(iter(known))]
    told: Told = {}
    for may, ids in boards.items():
        told |= {person: [*told[person], *ids] if person in told else ids for person in may}
    return told


def _judged(circle: Circle, rights: frozenset[str], people: frozenset[str], held: Readers | None) -> Readers:
    """Who of these people may read one of the rights; the circle is asked for those that are new."""
    if held is None or held.circle is not circle:
        held = Readers(circle, frozenset(), frozenset())
    if held.asked is people:
        return held
    new = {
        person for person in people - held.asked if any(circle.refuse(person, one) is None for one in rights)
    }
    return Readers(circle, people, held.may & people | new)


def _role(circle: Circle | None, person: str) -> str | None:
    """What somebody is on a ground; None for those to whom it does not exist."""
    if circle is None or circle.refuse(person, "read") == "not_found":
        return None
    return circle.role(person)
