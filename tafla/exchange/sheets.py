"""Sheets of an Excel file, written row by row. Whatever people typed is text and nothing else."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
MOST_CHARS = 32_767
CUT = "…"
# No XML may hold these; control characters the library writes in its own way.
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Excel counts days from here; before March 1900 its calendar is not ours.
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 — Excel knows no zones
_FIRST = date(1900, 3, 1)

# Headings and widths
Columns = Sequence[tuple[str, int]]


class Book:
    """An Excel file being written; `folder` holds what is not packed yet."""

    def __init__(self, file: Any, folder: str) -> None:
        options = {"constant_memory": True, "tmpdir": folder}
        never = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
        self.book = Workbook(file, {**options, **dict.fromkeys(never, False)})
        self.book.use_zip64()
        self.bold = self.book.add_format({"bold": True, "bottom": 1})
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd"})
        self.time = self.book.add_format({"num_format": "yyyy-mm-dd hh:mm"})

    def close(self) -> None:
        """Pack it into the file."""
        self.book.close()


class Sheet:
    """Rows under headings. Where one sheet is full, another goes on."""

    def __init__(self, book: Book, name: str, columns: Columns, most_rows: int = MOST_ROWS) -> None:
        self.book, self.name, self.columns, self.most_rows = book, name, columns, most_rows
        self.count = 0
        self._begin()

    def _begin(self) -> None:
        self.count += 1
        name = self.name if self.count == 1 else f"{self.name} {self.count}"
        self.sheet: Worksheet = self.book.book.add_worksheet(name)
        for at, (heading, width) in enumerate(self.columns):
            self.sheet.set_column(at, at, width)
            self.sheet.write_string(0, at, heading, self.book.bold)
        self.sheet.freeze_panes(1, 0)
        self.row = 1

    def add(self, values: Sequence[Any]) -> None:
        """A row: texts, numbers, days, times; None and "" leave a cell empty."""
        if self.row >= self.most_rows:
            self.end()
            self._begin()
        for at, value in enumerate(values):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                self.sheet.write_string(self.row, at, fitting(value))
            elif isinstance(value, int):
                self.sheet.write_number(self.row, at, value)
            else:
                self._write_date(at, value)
        self.row += 1

    def _write_date(self, at: int, value: date | datetime) -> None:
        is_time = isinstance(value, datetime)
        whole = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
        if whole.date() < _FIRST:
            self.sheet.write_string(self.row, at, value.isoformat())
            return
        shown: Format = self.book.time if is_time else self.book.day
        self.sheet.write_number(self.row, at, (whole - _DAY_0) / timedelta(days=1), shown)

    def end(self) -> None:
        """No more rows: the headings filter those there are."""
        self.sheet.autofilter(0, 0, self.row - 1, len(self.columns) - 1)


def fitting(text: str) -> str:
    """A text as a cell can hold it. Excel counts in units of UTF-16."""
    text = _FORBIDDEN.sub("", text)
    if len(text) * 2 <= MOST_CHARS or len(text.encode("utf-16-le")) // 2 <= MOST_CHARS:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MOST_CHARS - 1)]
    return kept.decode("utf-16-le", "ignore") + CUT
