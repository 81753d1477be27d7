"""What opening a board asks of the database: how many statements, and how long a bare read takes."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
import time
from typing import Any

from django.db import connection

from bench.run import found, given
from tafla.people.access import access_session
from tafla.sync import reading, snapshot
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tafla.sync.reading import Reader

__all__ = ["ready"]


def statements(cookie: str, board: str) -> list[int]:
    """Reads of a first opening, and of one by a process that knows the board's team."""
    db, gate, scope = current(), Gate(), f"board:{board}"
    counts: list[int] = []
    for _ in range(2):
        asked: list[str] = []
        connection.connection.set_trace_callback(asked.append)
        signed_in = access_session(f"sessionid={cookie}")
        assert signed_in
        reading.access_scope(db, gate, Reader(signed_in.person_id), scope)
        reading.head_of(db, scope)
        snapshot.read_snapshot(db, scope, "all")
        connection.connection.set_trace_callback(None)
        counts.append(sum(sql.lstrip().upper().startswith("SELECT") for sql in asked))
    return counts


def bare_ms(board: str) -> float:
    """The least time of reading the cards' rows and nothing else."""
    db, took = current(), []
    for _ in range(5):
        began = time.perf_counter()
        db.query("SELECT * FROM cards_card WHERE board_id = ? ORDER BY column_id, rank, id", (board,))
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


def main(cookie: str, boards: dict[str, Any]) -> None:
    """For each board."""
    found(
        {
            name: {"queries": statements(cookie, one["id"]), "bare_ms": bare_ms(one["id"])}
            for name, one in boards.items()
        }
    )


if __name__ == "__main__":
    main(**given())
