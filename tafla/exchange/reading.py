"""A board as an export reads it: from one transaction, and never more of it in memory than a few cards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from tafla.core.refusals import Refusal
from tafla.exchange.formats import Wish
from tafla.exchange.people import names_on
from tafla.sync.db import Db
from tafla.sync.tables import TABLES, Row

# Details may hold 200,000 characters each.
CARDS_AT_ONCE = 50
MESSAGES_AT_ONCE = 500
DEPENDENCIES_AT_ONCE = 1_000


@dataclass(frozen=True)
class Board:
    """A board being exported: what is small, at once."""

    db: Db
    wish: Wish
    row: Row
    columns: list[Row]
    tags: dict[str, Row]
    names: dict[str, str]

    @property
    def id(self) -> str:
        return self.wish.board_id


@dataclass(frozen=True)
class Card:
    """A card with what hangs on it, except its chat."""

    row: Row
    column: Row
    details: str
    items: list[Row]
    attachments: list[Row]
    messages: int

    @property
    def id(self) -> str:
        return str(self.row["id"])


def open_board(db: Db, wish: Wish) -> Board:
    """Read what is small of a board, in the transaction that runs. Raises Refusal not_found."""
    asked = (wish.board_id,)
    found = rows(db, "boards", "id = ?", asked)
    if not found:
        raise Refusal("not_found")
    columns = rows(db, "columns", "board_id = ? ORDER BY rank, id", asked)
    tags = {tag["id"]: tag for tag in rows(db, "tags", "board_id = ? ORDER BY name, id", asked)}
    return Board(
        db,
        wish,
        found[0],
        columns,
        tags,
        names_on(db, wish),
    )


def cards(board: Board, columns: Iterable[Row] | None = None) -> Iterator[Card]:
    """The cards of these columns (all without), in order."""
    for column in board.columns if columns is None else columns:
        behind: tuple[str, str] = ("", "")
        while chunk := rows(
            board.db,
            "cards",
            f"column_id = ? AND (rank, id) > (?, ?) ORDER BY rank, id LIMIT {CARDS_AT_ONCE}",
            (column["id"], *behind),
        ):
            yield from _filled(board, column, chunk)
            behind = (chunk[-1]["rank"], chunk[-1]["id"])


def _filled(board: Board, column: Row, chunk: list[Row]) -> Iterator[Card]:
    db, ids = board.db, [row["id"] for row in chunk]
    here = (db.members(ids),)
    details = dict(db.query(f"SELECT id, details FROM cards_cardtext WHERE {db.within('id')}", here))
    counts = dict(db.query(f"SELECT id, count FROM chat_talk WHERE {db.within('id')}", here))
    items = _grouped(
        rows(db, "checklist_items", f"{db.within('card_id')} ORDER BY rank, id", here), "card_id"
    )
    hanging = _grouped(attachments_of(board, ids), "subject_id")
    for row in chunk:
        one = row["id"]
        chat = counts.get(one, 0) if board.wish.with_chat else 0
        yield Card(row, column, details.get(one, ""), items[one], hanging[one], chat)


def dependencies(board: Board) -> Iterator[Row]:
    """What ties cards of the board to each other, each once: the rows of those that block."""
    behind = ""
    while chunk := rows(
        board.db,
        "dependencies",
        "board_id = ? AND other_board_id = board_id AND kind = 'blocks' AND id > ? "
        f"ORDER BY id LIMIT {DEPENDENCIES_AT_ONCE}",
        (board.id, behind),
    ):
        yield from chunk
        behind = chunk[-1]["id"]


def attachments(board: Board) -> Iterator[Row]:
    """Every attachment with its `versions`, the board's own first."""
    if not board.wish.with_files:
        return
    found = board.db.query(
        "SELECT id FROM files_shelf WHERE board_id = ? ORDER BY card_id IS NOT NULL, id", (board.id,)
    )
    for at in range(0, len(found), CARDS_AT_ONCE):
        yield from attachments_of(board, [row[0] for row in found[at : at + CARDS_AT_ONCE]])


def attachments_of(board: Board, subjects: list[str]) -> list[Row]:
    """What hangs on these cards or this board, each with its `versions`."""
    if not board.wish.with_files:
        return []
    db, here = board.db, (board.db.members(subjects),)
    within = db.within("subject_id")
    found = rows(db, "attachments", f"{within} ORDER BY subject_id, rank, id", here)
    versions = _grouped(rows(db, "attachment_versions", f"{within} ORDER BY number", here), "attachment_id")
    return [{**row, "versions": versions[row["id"]]} for row in found]


def messages(board: Board, subjects: Iterable[str] | None = None) -> Iterator[Row]:
    """Messages with their `reactions`, talk by talk, each from its beginning, the board's own first."""
    if not board.wish.with_chat:
        return
    talks = board.db.query(
        "SELECT id FROM chat_talk WHERE board_id = ? ORDER BY card_id IS NOT NULL, id", (board.id,)
    )
    for subject in (row[0] for row in talks) if subjects is None else subjects:
        behind: tuple[int, str] = (-1, "")
        while page := rows(
            board.db,
            "messages",
            f"subject_id = ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT {MESSAGES_AT_ONCE}",
            (subject, *behind),
        ):
            yield from _reacted(board.db, page)
            behind = (page[-1]["at"], page[-1]["id"])


def _reacted(db: Db, page: list[Row]) -> Iterator[Row]:
    ids = (db.members(row["id"] for row in page),)
    told = _grouped(rows(db, "reactions", f"{db.within('message_id')} ORDER BY id", ids), "message_id")
    for row in page:
        emoji = [{"emoji": one["emoji"], "person_id": one["person_id"]} for one in told[row["id"]]]
        yield {**row, "reactions": emoji}


def rows(db: Db, name: str, where: str, values: tuple[Any, ...]) -> list[Row]:
    """Rows of a scope table as clients get them."""
    table = TABLES[name]
    found = db.query(f"SELECT {','.join(table.names)} FROM {table.db} WHERE {where}", values)
    unsent = set(table.names) - table.wire_set
    made = [table.from_db(row) for row in found]
    for row in made:
        for field in unsent:
            del row[field]
    return made


def _grouped(found: list[Row], field: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for key, part in groupby(found, itemgetter(field)):
        groups[key] += part
    return groups
