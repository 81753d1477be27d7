"""What is told of cards and boards that were found: where they say it, with passages, as they are now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tafla.search.documents import LOOKED
from tafla.search.matching import Span, find
from tafla.search.passages import passage
from tafla.search.plain import plain
from tafla.search.ranking import Found
from tafla.search.terms import BOARD, CONTENTS, FILE, MESSAGE, TITLE, Question
from tafla.search.words import forms
from tafla.sync.db import Db

# Passages of one card's checklist, of its chat, of its files.
MOST_ALIKE = 2
# kind, its own id, text
Said = tuple[str, str, str]


def tell(db: Db, question: Question, found: Sequence[Found]) -> Iterator[dict[str, Any]]:
    """Those of them that answer indeed, in order, each with `where`."""
    texts = _texts(db, found)
    for one in found:
        where = list(_where(question, one, texts))
        if where:
            yield {**(_card(one) if one.hit.card_id else _board(one)), "where": where}


def _card(one: Found) -> dict[str, Any]:
    hit = one.hit
    return {
        "card_id": hit.card_id,
        "board_id": hit.board_id,
        "board_name": hit.board_name,
        "number": hit.number,
        "title": hit.title,
        "column_id": hit.column_id,
        "column_name": hit.column_name,
        "column_kind": hit.column_kind,
    }


def _board(one: Found) -> dict[str, Any]:
    return {"id": one.hit.board_id, "name": one.hit.board_name}


def _texts(db: Db, found: Iterable[Found]) -> dict[str, list[Said]]:
    """Card or document -> what is said there now. One statement."""
    hits = [hit for one in found for hit in one.hits]
    asked = {
        kind: db.members({hit.row_id for hit in hits if hit.kind == kind})
        for kind in (CONTENTS, MESSAGE, FILE)
    }
    rows = db.query(
        f"SELECT id, 'details', id, substr(details, 1, {LOOKED}) FROM cards_cardtext WHERE {db.within('id')} "
        "UNION ALL SELECT * FROM (SELECT card_id, 'checklist', id, text FROM cards_checklistitem "
        f"WHERE {db.within('card_id')} ORDER BY rank, id) AS i "
        "UNION ALL SELECT id, 'chat', id, text FROM chat_message "
        f"WHERE {db.within('id')} AND deleted_at IS NULL "
        "UNION ALL SELECT id, 'file', id, trim(name || ' ' || coalesce(title, '')) FROM files_attachment "
        f"WHERE {db.within('id')}",
        (asked[CONTENTS], asked[CONTENTS], asked[MESSAGE], asked[FILE]),
    )
    texts: dict[str, list[Said]] = defaultdict(list)
    for home, kind, row_id, text in rows:
        texts[home].append((kind, row_id, text))
    return texts


def _where(question: Question, one: Found, texts: dict[str, list[Said]]) -> Iterator[dict[str, Any]]:
    kinds = {hit.kind for hit in one.hits}
    if kinds & {TITLE, BOARD}:
        kind, text = ("title", one.hit.title) if one.hit.card_id else ("name", one.hit.board_name)
        yield _told(question, (kind, one.hit.card_id or one.hit.board_id, text), is_kind=True)[1]
    if CONTENTS in kinds:
        yield from _contents(question, one.hit.title, texts[one.hit.card_id or ""])
    for kind in (MESSAGE, FILE):
        said = [text for hit in one.hits if hit.kind == kind for text in texts[hit.row_id]]
        told = (_told(question, text) for text in said)
        yield from [passage for terms, passage in told if len(terms) == len(question.terms)][:MOST_ALIKE]


def _contents(question: Question, title: str, said: Iterable[Said]) -> Iterator[dict[str, Any]]:
    """Details and items, where they and the title together say all that is asked for."""
    found = [_told(question, text) for text in said]
    held = set(_told(question, ("title", "", title))[0]).union(*(terms for terms, _ in found))
    if len(held) < len(question.terms):
        return
    answers = [(terms, passage) for terms, passage in found if terms]
    yield from (passage for _, passage in answers if passage["kind"] == "details")
    items = [answer for answer in answers if answer[1]["kind"] == "checklist"]
    yield from [passage for _, passage in sorted(items, key=lambda item: -len(item[0]))][:MOST_ALIKE]


def _told(question: Question, said: Said, *, is_kind: bool = False) -> tuple[set[int], dict[str, Any]]:
    """(places of the terms a text has, the passage)."""
    kind, row_id, text = said
    shown = plain(text) if kind in ("details", "chat") else text
    words, spans = forms(shown), list[Span]()
    held = set()
    for at, term in enumerate(question.terms):
        fit = find(term, shown, words, is_kind=is_kind)
        if fit:
            held.add(at)
            spans += fit[1]
    return held, {"kind": kind, "id": row_id, **passage(shown, spans)}
