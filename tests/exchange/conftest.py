"""The shared world with a board full of what a board can hold, and exports of it read back."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tafla.exchange.formats import Wish
from tafla.exchange.making import make
from tests.support.checklists import listed
from tests.support.shelves import attached
from tests.support.talks import reacted
from tests.support.world import World, build_world, ident

ZONE = "Europe/Rome"


@pytest.fixture
def world(database: Path) -> World:
    return build_world()


@pytest.fixture
def full(world: World) -> World:
    return fill(world)


def fill(world: World) -> World:
    """Give `plan` what a board can hold: checklists, chat, a file, a link, a tag, details, dates."""
    listed(world)
    reacted(world)
    attached(world, "photo")
    link = {"attachment_id": ident("link"), "board_id": world.plan, "url": "https://example.org/a"}
    world.done("chidi", "file.add_link", **link)
    world.done(
        "ben", "chat.post", message_id=ident("notice"), board_id=world.plan, text="To all @[all](person:all)"
    )
    world.done("ben", "tag.create", board_id=world.plan, tag_id=ident("urgent"), name="urgent", hue="red")
    world.done("chidi", "card.add_tag", card_ids=[world.ink], tag_id=ident("urgent"))
    world.done("chidi", "card.set_details", card_id=world.ink, text="Some **words**", base_version=0)
    timed = {"due_on": "2026-03-02", "due_time": "09:30", "due_zone": "UTC"}
    world.done("chidi", "card.set_due", card_ids=[world.ink], **timed)
    world.done("chidi", "card.set_due", card_ids=[world.oak], due_on="2036-03-02", due_zone="Asia/Tokyo")
    world.done("chidi", "card.set_start", card_ids=[world.ink], start_on="2026-02-01")
    world.done("chidi", "card.set_status", card_ids=[world.ink], status="in_progress")
    return world


def export(kind: str, *, zone: str = ZONE, chat: bool = True, files: bool = True) -> bytes:
    """The board `plan` as its export is sent."""
    out = io.BytesIO()
    make(Wish(ident("plan"), kind, zone, chat, files), out)
    return out.getvalue()


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """Every sheet's rows of values, headings first."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def records(data: bytes, sheet: str = "Tasks") -> list[dict[str, Any]]:
    """A sheet's rows as {heading: value}."""
    rows = sheets(data)[sheet]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def tasks(data: bytes) -> dict[str, dict[str, Any]]:
    """Rows of the sheet of tasks by title."""
    return {row["Title"]: row for row in records(data)}


def board_json(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found: dict[str, Any] = json.loads(archive.read("board.json"))
    return found
