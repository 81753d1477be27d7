"""The registry of verbs: a verb is a pure function with declared arguments, places and needs.

A verb's function gets a `Work` (the working copy) and its arguments, and changes rows there or raises a
Refusal. It never touches the database, the clock or the network, so it is tested in microseconds, replayed,
fuzzed and batched.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict

from tafla.sync.needs import Need, Row


class Args(BaseModel):
    """Base of every verb's arguments: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class On:
    """A place: the ground (board, account, person) named by an argument, and the right needed there."""

    kind: str
    arg: str
    right: str


@dataclass(frozen=True)
class At:
    """A place: the ground of the row or rows of `table` whose ids stand in an argument, and the right needed
    there.
    """

    table: str
    arg: str
    right: str
    # The ids may be looked up by another field (an invitation's token).
    by: str = "id"


@dataclass(frozen=True)
class Me:
    """A place: the acting person's own ground."""


@dataclass(frozen=True)
class Past:
    """A place: every ground an earlier command of the same person wrote, with the rights it needed."""

    arg: str


Place = On | At | Me | Past
Needs = Callable[[Any, Any], Iterable[Need]]


@dataclass
class Verb:
    """One kind of command. `rest` is its REST route, method and path; `undoable` whether S13 applies."""

    name: str
    run: Callable[[Any, Any], None]
    args: type[Args]
    places: tuple[Place, ...]
    rest: str
    undoable: bool
    summary: str
    extra_needs: Needs | None = field(default=None)

    def needs(self, ask: Needs) -> Needs:
        """Decorator: declare further needs. Called with (work, args) again and again until it names nothing
        new.
        """
        self.extra_needs = ask
        return ask

    def all_needs(self, work: Any, args: Any) -> Iterable[Need]:
        """What this command must see: the rows its places name, and what the verb adds."""
        for place in self.places:
            if isinstance(place, At) and place.by == "id":
                for row_id in ids_of(getattr(args, place.arg)):
                    yield Row(place.table, row_id)
        if self.extra_needs:
            yield from self.extra_needs(work, args)


VERBS: dict[str, Verb] = {}


def verb(
    name: str, *places: Place, rest: str, undoable: bool = True
) -> Callable[[Callable[..., None]], Verb]:
    """Decorator: register a verb. The arguments' type is read from the function's second parameter."""

    def register(run: Callable[..., None]) -> Verb:
        args = list(inspect.signature(run).parameters.values())[1].annotation
        summary = inspect.getdoc(run) or ""
        if name in VERBS:
            raise ValueError(f"verb {name} is declared twice")
        VERBS[name] = Verb(name, run, args, places, rest, undoable, summary)
        return VERBS[name]

    return register


def ids_of(value: Any) -> tuple[str, ...]:
    """The ids in an argument that holds one, several or none."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
