"""How long one large command holds the writer: the time of its batch, from the first read to the commit."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import time
from typing import Any

from bench.load.moves import new_id
from bench.run import found, given
from tafla.boards.models import Board
from tafla.boards.templates import Template, gallery
from tafla.sync.batch import run_batch
from tafla.sync.command import Command, make_command
from tafla.sync.db import current
from tafla.sync.engine import MOST_IN_BATCH
from tafla.sync.gate import Gate

__all__ = ["ready"]

WARM_UP = 3


def held_ms(gate: Gate, commands: list[Command]) -> float:
    """Milliseconds of these commands, in batches as the engine takes them. Raises RuntimeError if refused."""
    began = time.perf_counter()
    for at in range(0, len(commands), MOST_IN_BATCH):
        outcomes, left = run_batch(current(), gate, commands[at : at + MOST_IN_BATCH])
        wrong = [outcome.answer for outcome in outcomes if outcome.answer["s"] != "done"]
        if wrong or left:
            raise RuntimeError(f"{len(left)} left, {wrong[:1]}")
    return (time.perf_counter() - began) * 1000


def moves(board: dict[str, Any], actor: str, count: int, turn: int, *, is_bulk: bool) -> list[Command]:
    """The same cards to the end of the one column, then of the other: by one command, or one each."""
    columns = len(board["columns"])
    cards, to = board["cards"][::columns][:count], board["columns"][1 - turn % 2]
    some = [cards] if is_bulk else [[card] for card in cards]
    return [make_command(new_id(), actor, "card.move", {"card_ids": ids, "column_id": to}) for ids in some]


def rows_of(template: Template) -> int:
    """About how many rows a board from this template has."""
    return (
        len(template.columns) + len(template.tags) + sum(1 + len(card.checklist) for card in template.cards)
    )


def main(board: dict[str, Any], people: list[str], count: int, rounds: int) -> None:
    """Median and worst, in ms: a bulk move, the same cards one by one, a board from the largest template."""
    gate, actor = Gate(), people[0]
    account = Board.objects.get(id=board["id"]).account_id
    largest = max(gallery(), key=rows_of)
    took: dict[str, list[float]] = {"bulk": [], "singles": [], "create": []}
    for turn in range(rounds + WARM_UP):
        args = {"board_id": new_id(), "account_id": account, "name": "New", "template": largest.id}
        one = {
            "bulk": moves(board, actor, count, 0, is_bulk=True),
            "singles": moves(board, actor, count, 1, is_bulk=False),
            "create": [make_command(new_id(), actor, "board.create", args)],
        }
        for name, commands in one.items():
            ms = held_ms(gate, commands)
            if turn >= WARM_UP:
                took[name].append(ms)
    middle = {name: sorted(times)[len(times) // 2] for name, times in took.items()}
    worst = {name: max(times) for name, times in took.items()}
    found({"median": middle, "worst": worst, "template": largest.id, "rows": rows_of(largest)})


if __name__ == "__main__":
    main(**given())
