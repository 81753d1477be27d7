"""A case: a command that succeeds, and what has to be there before it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.support.world import World

Args = dict[str, Any]


def nothing(world: World) -> None:
    """No preparation."""


@dataclass(frozen=True)
class Case:
    """A command that succeeds: `actor` is the person with the least rights who may."""

    verb: str
    actor: str
    args: Callable[[World], Args]
    prepare: Callable[[World], None] = nothing
    name: str = ""

    def __str__(self) -> str:
        return f"{self.verb} {self.name}".strip()
