"""A board as an Excel file: a row a card, and sheets for what cards and board hold."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from tafla.core.clock import now_ms
from tafla.exchange import telling
from tafla.exchange.reading import Board, Card, attachments_of, cards, messages
from tafla.exchange.sheets import Book, Columns, Sheet
from tafla.history import queries
from tafla.history.models import Entry
from tafla.sync.tables import Row

ENTRIES_AT_ONCE = 500
# (number, title) of the card a row is about; both None for the board's own
Name = tuple[int | None, str | None]
_BOARD: Name = (None, None)

_CARD: Columns = (("Number", 8), ("Task", 40))
_TASKS: Columns = (
    *(("Number", 8), ("Title", 50), ("Column", 16), ("Status", 14), ("Priority", 13), ("Assignees", 24)),
    *(
        ("Tags", 24),
        ("Start", 11),
        ("Due", 17),
        ("Overdue", 9),
        ("Done", 7),
        ("Items", 7),
    ),
    *(("Details", 60), ("Created", 17), ("Created by", 20), ("Completed", 17), ("Completed by", 20)),
    *(("Deleted", 17), ("Deleted by", 20), ("Attachments", 30), ("Chat messages", 15), ("Address", 40)),
)
_ITEMS: Columns = (*_CARD, ("Item", 50), ("Done", 7), ("Assignees", 24), ("Due", 17))
_CHAT: Columns = (*_CARD, ("Time", 17), ("Person", 20), ("Message", 80), ("Edited", 17), ("Reactions", 20))
_FILES: Columns = (
    *(*_CARD, ("Name", 40), ("Type", 24), ("Bytes", 12), ("Version", 9), ("Attached", 17)),
    *(("Attached by", 20), ("Changed", 17), ("Changed by", 20), ("Link", 40)),
)
_HISTORY: Columns = (("Time", 17), ("Person", 20), *_CARD, ("What", 20), ("Before", 40), ("After", 40))
SHEETS = {"Tasks": _TASKS, "Checklist": _ITEMS, "Chat": _CHAT, "Attachments": _FILES, "History": _HISTORY}


def write(board: Board, file: BinaryIO) -> None:
    """Write the Excel file of a board."""
    with tempfile.TemporaryDirectory(prefix="tafla-export-") as folder, closing(Book(file, folder)) as book:
        Writer(board, book).write()


class Writer:
    """Fills the sheets of one board."""

    def __init__(self, board: Board, book: Book) -> None:
        self.board, self.zone, self.now = board, ZoneInfo(board.wish.zone), now_ms()
        left_out = {"Chat": not board.wish.with_chat, "Attachments": not board.wish.with_files}
        self.sheets = {
            name: Sheet(book, name, columns) for name, columns in SHEETS.items() if not left_out.get(name)
        }

    def write(self) -> None:
        self._add_hanging(_BOARD, self.board.id, attachments_of(self.board, [self.board.id]))
        named: dict[str, Name] = {}
        for card in cards(self.board):
            name = named[card.id] = (card.row["number"], card.row["title"])
            self.sheets["Tasks"].add(self._task(card))
            for item in card.items:
                self.sheets["Checklist"].add([*name, *self._item(item)])
            self._add_hanging(name, card.id, card.attachments, has_chat=card.messages > 0)
        for entry in _entries(self.board):
            self.sheets["History"].add(self._entry(entry, named))
        for sheet in self.sheets.values():
            sheet.end()

    def _item(self, item: Row) -> list[Any]:
        people = telling.names(item["assignee_ids"], self.board.names)
        return [item["text"], _yes(item["done"]), people, telling.due(item, self.zone)]

    def _task(self, card: Card) -> list[Any]:
        row, board = card.row, self.board
        known = [row["number"], row["title"], telling.column_name(card.column)]
        known += [telling.STATUSES.get(row["status"]), telling.PRIORITIES.get(row["priority"])]
        known += [telling.names(row["assignee_ids"], board.names), telling.tag_names(board, card)]
        known += [telling.day(row["start_on"]), telling.due(row, self.zone)]
        known += [_yes(telling.is_overdue(row, card.column, self.now))]
        known += [row["checklist_done"], row["checklist_total"]] if card.items else [None, None]
        known += [card.details]
        for what in ("created", "completed", "deleted"):
            known += [self._time(row[f"{what}_at"]), board.names.get(row[f"{what}_by"] or "")]
        known += [telling.file_names(card.attachments), card.messages or None]
        return [*known, telling.address(board.id, card.id)]

    def _add_hanging(
        self, name: Name, subject: str, attachments: list[Row], *, has_chat: bool = True
    ) -> None:
        """What was said about and hung on a card or the board; nothing of what was not asked for."""
        known = self.board.names
        for row in attachments:
            told = [telling.called(row), row["type"], row["size"] or None, row["version"] or None]
            told += [self._time(row["at"]), known.get(row["by"])]
            told += [self._time(row["updated_at"]), known.get(row["updated_by"]), row["url"]]
            self.sheets["Attachments"].add([*name, *told])
        for row in messages(self.board, [subject]) if has_chat else ():
            if row["deleted_at"] is None:
                told = [self._time(row["at"]), known.get(row["by"]), row["text"]]
                told += [self._time(row["edited_at"]), " ".join(one["emoji"] for one in row["reactions"])]
                self.sheets["Chat"].add([*name, *told])

    def _entry(self, told: tuple[Entry, dict[str, str]], named: dict[str, Name]) -> list[Any]:
        entry, known = told
        name = named.get(entry.card_id or "", _BOARD)
        said = [telling.told(entry.old, known), telling.told(entry.new, known)]
        return [self._time(entry.at), known.get(entry.by or ""), *name, telling.aspect(entry.what), *said]

    def _time(self, at: int | None) -> Any:
        return telling.local(at, self.zone)


def _yes(is_so: bool) -> str:
    return "Yes" if is_so else ""


def _entries(board: Board) -> Iterator[tuple[Entry, dict[str, str]]]:
    """The history of the board and its cards, newest first, each entry with the people it may name."""
    before: queries.Place | None = None
    while page := queries.of_board(board.db, board.id, before, ENTRIES_AT_ONCE, is_own=False):
        there = queries.cards_named(board.db, page)
        known = {one["id"]: one["name"] for one in queries.people_named(board.db, page)}
        yield from ((one, known) for one in page if one.card_id is None or one.card_id in there)
        before = (page[-1].pos, page[-1].n)
