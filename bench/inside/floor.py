"""The raw floor of commands: the same statements and rows in groups of 16, in a bare loop of one process.

Two steps, each a process on its own copy of the database: `record` runs real batches and writes down every
statement with its values; `replay` sends them again to a database that has not seen them, timed, with
nothing of Tafla between but the driver.
"""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench.load.moves import Moves, new_id
from bench.run import found, given
from tafla.sync import batch as batches
from tafla.sync.command import make_command
from tafla.sync.db import Postgres, Sqlite, current
from tafla.sync.gate import Gate

__all__ = ["ready"]

GROUP = 16
Step = list[Any]


ASKS = ("begin", "commit", "query", "run", "insert", "update")


class Recorder:
    """A database that writes down what it is asked: [name, values, named values]."""

    def __init__(self, inner: Sqlite | Postgres) -> None:
        self.inner = inner
        self.steps: list[Step] = []

    def __getattr__(self, name: str) -> Any:
        whole = getattr(self.inner, name)
        if name not in ASKS:
            return whole

        def asked(*values: Any, **named: Any) -> Any:
            self.steps.append([name, values, named])
            return whole(*values, **named)

        return asked

    @contextmanager
    def together(self) -> Iterator[Any]:
        """Statements sent in one go are sent in one go again."""
        self.steps.append(["together", [], {}])
        with self.inner.together() as sending:
            yield sending
        self.steps.append(["apart", [], {}])


def record(board: dict[str, Any], people: list[str], groups: int, file: str) -> dict[str, int]:
    """Run groups of moves of 16 people, and write down the statements of all but the first."""
    moves = [Moves(board, number, GROUP) for number in range(GROUP)]
    gate, recorder, ran = Gate(), Recorder(current()), 0
    for group in range(groups + 1):
        commands = [
            make_command(new_id(), person, "card.move", mover.args())
            for person, mover in zip(people, moves, strict=True)
        ]
        outcomes, _ = batches.run_batch(recorder, gate, commands)
        if not group:
            recorder.steps.clear()
            continue
        ran += sum(outcome.answer["s"] == "done" for outcome in outcomes)
    Path(file).write_text(json.dumps(recorder.steps))
    statements = sum(name in ASKS for name, _, _ in recorder.steps)
    return {"commands": ran, "statements": statements // groups}


def replay(file: str, commands: int) -> dict[str, float]:
    """Send the statements again; commands a second."""
    db, sending = current(), ExitStack()
    ask: dict[str, Any] = {name: getattr(db, name) for name in ASKS}
    ask["together"] = lambda: sending.enter_context(db.together())
    ask["apart"] = sending.close
    prepared = [
        (ask[name], [_pairs(name, value) for value in values], named)
        for name, values, named in json.loads(Path(file).read_text())
    ]
    began = time.perf_counter()
    for call, values, named in prepared:
        call(*values, **named)
    return {"per_s": commands / (time.perf_counter() - began)}


def _pairs(name: str, value: Any) -> Any:
    """Columns are pairs in tuples again, which JSON made lists."""
    if (
        name in ("insert", "update")
        and isinstance(value, list)
        and value
        and isinstance(value[0], list)
        and len(value[0]) == 2
    ):
        is_columns = all(
            isinstance(one, list) and len(one) == 2 and one[1] in ("int", "text", "rank", "ids", "bool")
            for one in value
        )
        return [tuple(one) for one in value] if is_columns else value
    return value


def main(step: str, **rest: Any) -> None:
    """`record` or `replay`."""
    found(record(**rest) if step == "record" else replay(**rest))


if __name__ == "__main__":
    main(**given())
