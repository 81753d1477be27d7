"""Marks in process: what reading them takes, and what they cost a command."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import time
from collections.abc import Callable
from typing import Any

from django.db import connection

from bench.inside.pouring import Pourer
from bench.load.moves import new_id
from bench.run import found, given
from tafla.accounts.models import Member
from tafla.core.clock import now_ms
from tafla.marks import queries
from tafla.marks.models import News
from tafla.sync.batch import run_batch
from tafla.sync.command import Command, make_command
from tafla.sync.db import Postgres, Sqlite, current
from tafla.sync.gate import Gate

__all__ = ["ready"]

MEMBERS = (10, 1_000)


def main(step: str, **asked: Any) -> None:
    """One of the steps below; each prints what it found."""
    steps: dict[str, Callable[..., dict[str, Any]]] = {"board": board, "counts": counts, "members": members}
    found(steps[step](**asked))


def times(read: Callable[[], Any], rounds: int) -> dict[str, float]:
    """Median and p95 in ms."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        read()
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return {"p50": took[rounds // 2], "p95": took[int(rounds * 0.95)]}


def board(board: dict[str, Any], people: list[str], rounds: int) -> dict[str, Any]:
    """A board for somebody who has seen nothing of it: with few marks, and with one on every card."""
    me, other = people[1], people[2]
    pour, told = Pourer(), {}
    for card_id in board["cards"][:200]:
        pour.add(News, subject_id=card_id, board_id=board["id"], aspect="title", at=now_ms(), by=other)
    pour.close()
    told["few"] = times(lambda: queries.of_board(current(), me, board["id"]), rounds)
    pour = Pourer()
    for card_id in board["cards"]:
        pour.add(News, subject_id=card_id, board_id=board["id"], aspect="new", at=now_ms(), by=other)
        pour.add(News, subject_id=card_id, board_id=board["id"], aspect="due", at=now_ms(), by=me)
    pour.close()
    told["all"] = times(lambda: queries.of_board(current(), me, board["id"]), rounds)
    return told | {"cards": len(queries.of_board(current(), me, board["id"])["marks"])}


def counts(person: str, rounds: int) -> dict[str, Any]:
    """How many each board has, of somebody who reads all boards of a large world."""
    told = queries.counts(current(), person)["boards"]
    took = times(lambda: queries.counts(current(), person), rounds)
    return took | {"boards": len(told), "counted": sum(told.values())}


def members(board: dict[str, Any], people: list[str], rounds: int) -> dict[str, Any]:
    """A command on a board with ten people, and with a thousand: its statements, and its time."""
    gate, told = Gate(), {}
    for size in MEMBERS:
        _fill(board["id"], size)
        renames = [
            make_command(new_id(), people[0], "card.rename", {"card_id": card_id, "title": f"Of {size}"})
            for card_id in board["cards"][: rounds + 1]
        ]
        # The first finds out who is there.
        run_batch(current(), gate, renames[:1])
        took = times(_one_after_the_other(gate, renames[1:]), rounds)
        told[size] = took | {"statements": _statements(gate, renames[1])}
    return {str(size): one for size, one in told.items()}


def _one_after_the_other(gate: Gate, commands: list[Command]) -> Callable[[], Any]:
    """Runs the next of these commands each time it is called."""
    left = iter(commands)
    return lambda: run_batch(current(), gate, [next(left)])


def _fill(board_id: str, size: int) -> None:
    """Take people off a board, or put new ones on it, until there are so many."""
    there = Member.objects.filter(board_id=board_id)
    kept = set(there.order_by("role", "id").values_list("id", flat=True)[:size])
    there.exclude(id__in=kept).delete()
    more = [new_id() for _ in range(size - len(kept))]
    key = {"board_id": board_id, "role": "member", "joined_at": now_ms()}
    Member.objects.bulk_create(Member(id=f"{board_id}.{one}", person_id=one, **key) for one in more)


def _statements(gate: Gate, like: Any) -> int:
    """How many statements one more such command takes."""
    kind, count = (Sqlite if connection.vendor == "sqlite" else Postgres), 0
    real = {name: getattr(kind, name) for name in ("query", "run", "insert", "update")}

    def counted(name: str) -> Callable[..., Any]:
        def run(*args: Any, **more: Any) -> Any:
            nonlocal count
            count += 1
            return real[name](*args, **more)

        return run

    for name in real:
        setattr(kind, name, counted(name))
    args = {**like.args.model_dump(), "title": "Counted"}
    run_batch(current(), gate, [make_command(new_id(), like.actor, "card.rename", args)])
    for name, method in real.items():
        setattr(kind, name, method)
    return count


if __name__ == "__main__":
    main(**given())
