"""A board as one HTML page that loads nothing and runs nothing, for reading and printing."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from html import escape
from itertools import chain
from typing import BinaryIO
from zoneinfo import ZoneInfo

from tafla.core.clock import now_ms
from tafla.exchange import telling
from tafla.exchange.markdown import rendered
from tafla.exchange.reading import Board, Card, attachments_of, cards, messages
from tafla.sync.tables import Row

STYLE = """
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1c1f23; background: #fff; }
body { max-inline-size: 52rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; border-block-end: 2px solid #d5d9de; }
h3 { font-size: 1.05rem; margin: 0; }
h4 { font-size: 0.85rem; margin: 0.75rem 0 0.25rem; color: #555b63; }
article { border: 1px solid #d5d9de; border-radius: 6px; padding: 0.75rem 1rem; margin-block: 0.75rem; }
.facts, .muted { color: #555b63; font-size: 0.85rem; margin: 0.15rem 0; }
.late { color: #b3261e; font-weight: 600; }
ul, ol { padding-inline-start: 1.4rem; }
ul.plain { list-style: none; padding: 0; margin: 0; }
pre { background: #f3f4f6; padding: 0.5rem; border-radius: 4px; white-space: pre-wrap; }
blockquote { margin-inline: 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid #d5d9de; }
table { border-collapse: collapse; }
th, td { border: 1px solid #d5d9de; padding: 0.2rem 0.5rem; text-align: start; }
@media print { body { max-inline-size: none; padding: 0; } article { break-inside: avoid-page; } }
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def write(board: Board, file: BinaryIO) -> None:
    """Write the page of a board."""
    for piece in _pieces(board, ZoneInfo(board.wish.zone), now_ms()):
        file.write(piece.encode("utf-8", "replace"))


def _pieces(board: Board, zone: ZoneInfo, now: int) -> Iterator[str]:
    name, at = escape(board.row["name"]), _when(telling.local(now, zone))
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{name}</title><style>{STYLE}</style></head><body>\n"
        f'<h1 dir="auto">{name}</h1>\n<p class="muted">{at} ({escape(board.wish.zone)})</p>\n'
        f'<p dir="auto">{_lines(board.row["description"])}</p>\n'
    )
    yield from _hanging(board, board.id, attachments_of(board, [board.id]), zone)
    for column in board.columns:
        if column["kind"] != "deleted":
            yield f'<section><h2 dir="auto">{escape(telling.column_name(column))}</h2>\n'
            for card in cards(board, [column]):
                yield from _card(board, card, zone, now)
            yield "</section>\n"
    yield "</body></html>\n"


def _card(board: Board, card: Card, zone: ZoneInfo, now: int) -> Iterator[str]:
    row = card.row
    number = f"#{row['number']} " if board.row["numbering"] else ""
    yield f'<article dir="auto"><h3>{number}{escape(row["title"])}</h3>\n'
    late = " late" if telling.is_overdue(row, card.column, now) else ""
    facts = [("", word) for word in _words(board, card)]
    when = _when(telling.due(row, zone))
    facts += [(late, f"Overdue: {when}" if late else f"Due {when}")] if when else []
    if facts:
        told = " · ".join(f'<span class="fact{mark}">{escape(word)}</span>' for mark, word in facts)
        yield f'<p class="facts">{told}</p>\n'
    if card.details:
        yield rendered(card.details)
    if card.items:
        yield f"<h4>Checklist {row['checklist_done']}/{row['checklist_total']}</h4>\n"
        yield _list(_item(board, item, zone) for item in card.items)
    yield from _hanging(board, card.id, card.attachments, zone, has_chat=card.messages > 0)
    yield "</article>\n"


def _words(board: Board, card: Card) -> Iterator[str]:
    """What is set of a card, in words."""
    row = card.row
    for known, value in ((telling.STATUSES, row["status"]), (telling.PRIORITIES, row["priority"])):
        if value != "normal":
            yield known[value]
    more = telling.names(row["assignee_ids"], board.names), telling.tag_names(board, card)
    yield from (words for words in more if words)
    if row["start_on"]:
        yield f"Start {row['start_on']}"


def _item(board: Board, item: Row, zone: ZoneInfo) -> str:
    people = telling.names(item["assignee_ids"], board.names)
    more = " · ".join(filter(None, (people, _when(telling.due(item, zone)))))
    box = "☑" if item["done"] else "☐"
    return f"{box} {escape(item['text'])}" + (f' <span class="muted">{escape(more)}</span>' if more else "")


def _hanging(
    board: Board, subject: str, attachments: list[Row], zone: ZoneInfo, *, has_chat: bool = True
) -> Iterator[str]:
    """Attachments by name, and what was said."""
    if attachments:
        yield "<h4>Attachments</h4>\n" + _list(escape(telling.called(one)) for one in attachments)
    said = messages(board, [subject]) if has_chat else iter(())
    first = next(said, None)
    if first is None:
        return
    yield "<h4>Chat</h4>\n"
    for row in chain([first], said):
        yield _message(board, row, zone)


def _message(board: Board, row: Row, zone: ZoneInfo) -> str:
    if row["deleted_at"] is not None:
        return ""
    who, at = escape(board.names.get(row["by"], "")), _when(telling.local(row["at"], zone))
    return f'<div dir="auto"><p class="muted">{who} · {at}</p>{rendered(row["text"])}</div>\n'


def _list(lines: Iterable[str]) -> str:
    return f'<ul class="plain">{"".join(f"<li>{line}</li>" for line in lines)}</ul>\n'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _when(value: date | datetime | None) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if value else ""
