"""What stands in the Excel file is what stands on the board, as texts, numbers and dates."""

import io
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from tafla.cards.models import Card, CardText
from tafla.exchange import sheets as exchange_sheets
from tests.exchange.conftest import export, records, sheets, tasks
from tests.support.world import World, ident, many_cards

# Texts that a spreadsheet program might take for something else, or break on.
TRICKY = [
    *("=1+1", '=HYPERLINK("http://evil.example","x")', "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "{=A1}"),
    *("=cmd|' /C calc'!A0", "https://example.org", "mailto:a@example.org", "internal:Tasks!A1", "007", "1e5"),
    *("2026-01-01", "TRUE", "#N/A", "<b>&amp;</b>", "]]>", "_x0041_", "a\nb", " spaces ", "\ufffe\uffff."),
]
SCRIPTS = [
    *("Ελληνικά", "Русский", "Հայերեն", "ქართული", "עברית", "العربية", "فارسی", "اردو", "ܣܘܪܝܝܐ", "ދިވެހި"),
    *("हिन्दी", "বাংলা", "ਪੰਜਾਬੀ", "ગુજરાતી", "ଓଡ଼ିଆ", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "සිංහල"),
    *("ไทย", "ລາວ", "བོད་ཡིག", "မြန်မာ", "አማርኛ", "ខ្មែរ", "ᠮᠣᠩᠭᠣᠯ", "日本語", "한국어", "中文"),
    *("ᏣᎳᎩ", "ᐃᓄᒃᑎᑐᑦ", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "ߒߞߏ", "ꦧꦱꦗꦮ", "ᬩᬲᬩᬮᬶ", "𞤀𞤁𞤂", "Ślązak", "İstanbul", "👩🏽‍🚀🇪🇺"),
]


# (text, how much of it is kept)
LONG = [("a" * 32_767, 32_767), ("a" * 32_768, 32_766), ("😀" * 20_000, 16_383)]
at = datetime.fromisoformat


def write_title(world: World, title: str) -> str:
    """Give a card any title, also one that no command would take; what the export says of it."""
    Card.objects.filter(id=ident("ink")).update(title=title)
    return str(records(export("xlsx"))[0]["Title"])


def test_every_field_of_a_card(full: World) -> None:
    ink = tasks(export("xlsx"))["Card ink"]
    expected = {
        "Number": 1,
        "Column": "todo",
        "Status": "In progress",
        "Priority": "Normal",
        "Assignees": "Chidi",
        "Tags": "urgent",
        "Start": at("2026-02-01"),
        "Due": at("2026-03-02T10:30"),
        "Overdue": "Yes",
        "Done": 1,
        "Items": 3,
        "Details": "Some **words**",
        "Created by": "Ben",
        "Created": at("2025-10-09T10:53:20"),
        "Completed": None,
        "Deleted": None,
        "Attachments": "photo.png",
        "Chat messages": 2,
        "Address": f"http://testserver/b/{full.plan}/c/{full.ink}",
    }
    assert {name: ink[name] for name in expected} == expected


def test_done_and_deleted_cards_say_when_and_by_whom(full: World) -> None:
    found = tasks(export("xlsx"))
    assert found["Card old"]["Completed by"] == "Ben"
    assert isinstance(found["Card old"]["Completed"], datetime)
    assert (found["Card bin"]["Column"], found["Card bin"]["Deleted by"]) == ("Deleted", "Ben")
    assert list(found) == [f"Card {name}" for name in ("ink", "oak", "elm", "fig", "old", "bin")]


def test_a_day_stays_the_day_that_was_set_and_a_time_is_told_in_the_zone(full: World) -> None:
    for zone, hour in (("UTC", "09"), ("America/New_York", "04"), ("Asia/Tokyo", "18")):
        found = tasks(export("xlsx", zone=zone))
        assert found["Card ink"]["Due"] == at(f"2026-03-02T{hour}:30")
        assert found["Card oak"]["Due"] == at("2036-03-02")
        assert not found["Card oak"]["Overdue"]


def test_dates_are_cells_of_dates(full: World) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx")))
    cells = {cell.value: cell for cell in book["Tasks"][1]}
    for heading in ("Start", "Due", "Created"):
        cell = book["Tasks"].cell(2, cells[heading].column)
        assert (cell.data_type, cell.is_date) == ("d", True)
    assert book["Tasks"].freeze_panes == "A2"
    assert book["Tasks"].auto_filter.ref == "A1:V7"


def test_the_other_sheets(full: World) -> None:
    data = export("xlsx")
    items = [(row["Task"], row["Item"], row["Done"], row["Assignees"]) for row in records(data, "Checklist")]
    assert items == [
        *(("Card ink", "Milk", None, None), ("Card ink", "Eggs", "Yes", None)),
        *(("Card ink", "Tea", None, "Chidi"), ("Card oak", "Cup", None, None)),
    ]
    said = [(row["Task"], row["Person"], row["Message"], row["Reactions"]) for row in records(data, "Chat")]
    assert said == [
        (None, "Ben", "To all @[all](person:all)", None),
        *(("Card ink", "Chidi", "Hello", "👍"), ("Card ink", "Ben", "Hi", None)),
    ]
    hung = [(row["Task"], row["Name"], row["Type"], row["Link"]) for row in records(data, "Attachments")]
    assert hung[0] == (None, "https://example.org/a", None, "https://example.org/a")
    assert hung[1] == ("Card ink", "photo.png", "image/png", None)


def test_history_tells_who_did_what(full: World) -> None:
    told = [
        (row["Person"], row["Task"], row["What"], row["Before"], row["After"])
        for row in records(export("xlsx"), "History")
    ]
    for line in (
        ("Chidi", "Card ink", "Status", "Normal", "In progress"),
        ("Chidi", "Card ink", "Tagged", None, "urgent"),
        ("Chidi", "Card ink", "Due date", None, "2026-03-02 09:30 UTC"),
        ("Ben", None, "Tag added", None, "urgent"),
        ("Chidi", "Card ink", "Item assigned", None, "Tea: Chidi"),
    ):
        assert line in told
    assert told[0][2] == "Status", "the newest first"


def test_history_of_many_pages_is_whole(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(7):
        world.done("ben", "board.rename", board_id=world.plan, name=f"Plan {at}")
    monkeypatch.setattr("tafla.exchange.excel.ENTRIES_AT_ONCE", 3)
    told = [row["After"] for row in records(export("xlsx"), "History")]
    assert told == [f"Plan {at}" for at in reversed(range(7))]


def test_chat_and_files_stay_out_for_those_who_may_not_read_them(full: World) -> None:
    data = export("xlsx", chat=False, files=False)
    assert list(sheets(data)) == ["Tasks", "Checklist", "History"]
    packed = b"".join(zipfile.ZipFile(io.BytesIO(data)).read(name) for name in _names(data))
    ink = tasks(data)["Card ink"]
    assert ink["Attachments"] is None
    assert ink["Chat messages"] is None
    assert b"Hello" not in packed


def _names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_a_deleted_message_is_no_message(full: World) -> None:
    full.done("chidi", "chat.delete", message_id=ident("hello"))
    assert [row["Message"] for row in records(export("xlsx"), "Chat")][1:] == ["Hi"]


@pytest.mark.parametrize("title", TRICKY)
def test_what_was_typed_stays_text(world: World, title: str) -> None:
    Card.objects.filter(id=ident("ink")).update(title=title)
    CardText.objects.update_or_create(id=ident("ink"), defaults={"details": title})
    data = export("xlsx")
    cell = openpyxl.load_workbook(io.BytesIO(data))["Tasks"]["B2"]
    assert (unescape(cell.value), cell.data_type) == (title.replace("\ufffe\uffff", ""), "s")
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<hyperlink" not in sheet


@pytest.mark.parametrize("title", SCRIPTS)
def test_every_script(world: World, title: str) -> None:
    assert write_title(world, title) == title


@pytest.mark.parametrize(
    ("text", "kept"), [("a" * 32_767, 32_767), ("a" * 32_768, 32_766), ("😀" * 20_000, 16_383)]
)
def test_a_cell_holds_so_much(world: World, text: str, kept: int) -> None:
    CardText.objects.update_or_create(id=ident("ink"), defaults={"details": text})
    found = str(tasks(export("xlsx"))["Card ink"]["Details"])
    assert found == text[:kept] + ("" if kept == len(text) else "…")
    assert len(found.encode("utf-16-le")) // 2 <= 32_767


def test_what_does_not_fit_goes_on_in_another_sheet(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    many_cards("doing", 25)
    monkeypatch.setattr(exchange_sheets.Sheet.__init__, "__defaults__", (11,))
    found = sheets(export("xlsx"))
    parts = [rows for name, rows in found.items() if name.startswith("Tasks")]
    assert [len(rows) for rows in parts] == [11, 11, 11, 2]
    assert "Tasks 4" in found
    assert all(rows[0] == parts[0][0] for rows in parts)


def test_more_cards_than_are_read_at_once_come_in_order(world: World) -> None:
    many_cards("doing", 130)
    found = [row["Title"] for row in records(export("xlsx"))]
    assert found[3:134] == ["Card fig", *(f"Card m{at}" for at in range(130))]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_it(full: World, tmp_path: Path) -> None:
    (tmp_path / "board.xlsx").write_bytes(export("xlsx"))
    command: list[Any] = ["soffice", "--headless", "--convert-to", "csv", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "board.xlsx"], check=True, timeout=120, capture_output=True)
    assert "Card ink" in (tmp_path / "board.csv").read_text()
