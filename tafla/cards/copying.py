"""The job `board.copy`: a board's frame first, then its cards, in commands of a bounded size (S23).

Others go on working on the board meanwhile: a column that came after the frame is added to the copy, and a
command that a moved card was refused for is made anew without it.
"""

from itertools import accumulate
from typing import Any

from tafla.boards.acts import copied_id
from tafla.cards.verbs.copy_cards import MOST_CARDS
from tafla.cards.weighing import weights
from tafla.core.fields import Id
from tafla.core.text import BoardName
from tafla.sync.db import Db
from tafla.sync.gate import Gate
from tafla.sync.jobs import KINDS, Kind, Step
from tafla.sync.models import Job
from tafla.sync.reading import Reader, access_ground
from tafla.sync.verbs import Args

# A card is itself, its details and the version kept of them; its items, ties and attachments come on top.
ROWS_OF_CARD = 3
MOST_ROWS = 400


class CopyBoard(Args):
    board_id: Id
    new_board_id: Id
    account_id: Id
    name: BoardName
    with_dates: bool = False


def begin(db: Db, person_id: str, args: CopyBoard) -> int:
    """How many cards there are. Raises Refusal for who may not read the board."""
    access_ground(db, Gate(), Reader(person_id), f"board:{args.board_id}", "read")
    found = db.query(f"SELECT count(*) {_CARDS}", (args.board_id,))
    return int(found[0][0])


def step(db: Db, job: Job, args: CopyBoard, cursor: dict[str, Any] | None) -> Step | None:
    """The frame, then as many cards as fit, in the order of their numbers."""
    if cursor is None:
        frame = args.model_dump(include={"board_id", "new_board_id", "account_id", "name"})
        return Step("board.copy_frame", frame, {"number": 0, "done": 0}, 0)
    for board_id, right in ((args.board_id, "read"), (args.new_board_id, "write")):
        access_ground(db, Gate(), Reader(job.person_id), f"board:{board_id}", right)
    found = db.query(
        f"SELECT c.id, c.number, c.checklist_total + ({_TIES}), c.column_id {_CARDS} AND c.number > ? "
        f"ORDER BY c.number LIMIT {MOST_CARDS}",
        (args.board_id, cursor["number"]),
    )
    if not found:
        return None
    missing = _missing_column(db, args, {column_id for *_, column_id in found})
    if missing:
        return Step("column.add", missing, cursor, cursor["done"])
    along = weights(db, [card[0] for card in found])
    sizes = accumulate(ROWS_OF_CARD + more + along[card_id] for card_id, _, more, _ in found)
    fitting = [card for card, size in zip(found, sizes, strict=True) if size <= MOST_ROWS] or found[:1]
    told = {"card_ids": [card[0] for card in fitting], "new_board_id": args.new_board_id}
    done = cursor["done"] + len(fitting)
    after = {"number": fitting[-1][1], "done": done}
    return Step("board.copy_cards", told | {"with_dates": args.with_dates}, after, done)


def _missing_column(db: Db, args: CopyBoard, wanted: set[str]) -> dict[str, Any] | None:
    """The first of these columns that the copy does not have, as `column.add` takes it: after the same
    neighbour.
    """
    columns = "SELECT id, name FROM boards_column WHERE board_id = ? ORDER BY rank, id"
    there = [column_id for column_id, _ in db.query(columns, (args.new_board_id,))]
    neighbour = None
    for column_id, name in db.query(columns, (args.board_id,)):
        copy_id = copied_id(args.new_board_id, column_id)
        if copy_id in there:
            neighbour = copy_id
        elif column_id in wanted:
            new = {"column_id": copy_id, "board_id": args.new_board_id, "name": name}
            return new | ({"after": neighbour} if neighbour else {"before": there[0]})
    return None


# Each of the two cards of a dependency brings one of its rows.
_TIES = "SELECT count(*) FROM cards_dependency d WHERE d.card_id = c.id AND d.other_board_id = c.board_id"
_CARDS = (
    "FROM cards_card c JOIN boards_column k ON k.id = c.column_id "
    "WHERE c.board_id = ? AND k.kind <> 'deleted'"
)

KINDS["board.copy"] = Kind(CopyBoard, begin, step, frozenset({"column_elsewhere", "not_found"}))
