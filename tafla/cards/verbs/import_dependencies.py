"""Tie cards of a board as an export tells it (job `board.import`)."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from tafla.cards.depending import MOST, dependencies_of, tie
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.sync.needs import Need, Row
from tafla.sync.verbs import Args, On, verb
from tafla.sync.work import Work

# Two rows each (S23).
MOST_PAIRS = 200


class ImportedPair(Args):
    blocker_id: Id
    blocked_id: Id


class ImportDependencies(Args):
    """pairs: in an order in which no card blocks anything before all that it waits for is told."""

    board_id: Id
    pairs: Annotated[list[ImportedPair], Field(min_length=1, max_length=MOST_PAIRS)]


@verb(
    "dependency.import",
    On("board", "board_id", "manage"),
    rest="POST /boards/{board_id}/imported_dependencies",
    undoable=False,
)
def import_dependencies(work: Work, args: ImportDependencies) -> None:
    """Tie cards of one board, finished and deleted ones too.

    A card that blocks something already gets nothing more to wait for: so there is no circle, however large
    the whole, and nobody need follow it.
    """
    for pair in args.pairs:
        blocker, blocked = work.must("cards", pair.blocker_id), work.must("cards", pair.blocked_id)
        if blocker["board_id"] != args.board_id or blocked["board_id"] != args.board_id:
            raise Refusal("not_found")
        waits = work.rows(dependencies_of(pair.blocked_id))
        if pair.blocker_id == pair.blocked_id or any(row["kind"] == "blocks" for row in waits):
            raise Refusal("dependency_circle")
        if max(len(waits), len(work.rows(dependencies_of(pair.blocker_id)))) >= MOST:
            raise Refusal("too_many", limit=MOST)
        if not work.row("dependencies", f"{pair.blocker_id}.{pair.blocked_id}"):
            tie(work, blocker, "blocks", blocked)


@import_dependencies.needs
def needs(work: Work, args: ImportDependencies) -> Iterable[Need]:
    """The cards, what they are tied to, and that the ids of the rows are free."""
    for pair in args.pairs:
        for one, other in ((pair.blocker_id, pair.blocked_id), (pair.blocked_id, pair.blocker_id)):
            yield Row("cards", one)
            yield dependencies_of(one)
            yield Row("dependencies", f"{one}.{other}")
