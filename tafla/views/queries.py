"""The views over all boards a person may read now. Ten queries at most, whatever the number of boards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from tafla.accounts import queries as accounts
from tafla.core.refusals import Refusal
from tafla.marks.queries import Newest, newest
from tafla.sync.db import Db
from tafla.views.asking import DONE, MOST, OPEN, WAITS, Part, Question, count, find
from tafla.views.buckets import Span, date_spans, done_spans
from tafla.views.conditions import ASSIGNEES, Listing, stands_in
from tafla.views.faces import Place
from tafla.views.filters import Filter
from tafla.views.matches import Reading
from tafla.views.matching import Matching, matching, narrowed
from tafla.views.telling import MOST_LOOKED, MOST_TITLES, PAGE, SKIPS, Bucket, bucket, place, told
from tafla.views.ways import bounded, shortest, sizes

# Of what is new, no more cards are told at once over all boards.
MOST_NEW = 300


class Page(NamedTuple):
    """A bucket that is asked for alone, and the card (what it goes by, id) after which to begin."""

    bucket: str
    after: tuple[int, str] | None


class Asked(NamedTuple):
    """Who asks and when, the boards they may read, and of what."""

    db: Db
    reading: Reading
    places: Mapping[str, Place]
    mine: bool = False
    page: Page | None = None
    wanted: Filter | None = None


def places_of(db: Db, person_id: str) -> dict[str, Place]:
    """The boards whose cards a person's views show: all they may read, without archive and trash."""
    boards = accounts.readable_boards(db, person_id)
    return {
        board: Place(account, role) for board, (account, _, state, role) in boards.items() if state == "open"
    }


# The filter, and where it names tags, the names of all tags it may mean. Stored JSON has no spaces.
_SAVED = (
    "SELECT '', f.filter FROM views_savedfilter f WHERE f.id = ? AND f.person_id = ? UNION ALL "
    "SELECT t.id, t.name FROM boards_tag t WHERE {boards} AND EXISTS (SELECT 1 FROM views_savedfilter f "
    "WHERE f.id = ? AND f.person_id = ? AND f.filter NOT LIKE ?)"
)
_NO_TAGS = '%"tags":[]%'


def filtered(asked: Asked, filter_id: str) -> Asked:
    """Asked by a saved filter of the person's own. Raises Refusal not_found, also for one of a version that
    knew other words.
    """
    db, own = asked.db, (filter_id, asked.reading.me)
    sql = _SAVED.format(boards=db.within("t.board_id"))
    found = dict(db.query(sql, (*own, db.members(asked.places), *own, _NO_TAGS)))
    try:
        wanted = Filter.model_validate_json(found.pop("", ""))
    except ValidationError:
        raise Refusal("not_found") from None
    return asked._replace(wanted=wanted, reading=replace(asked.reading, tags=found))


def view(asked: Asked, name: str) -> dict[str, Any]:
    """`assigned`, `due`, `attention`, `done` or `own`, as docs/topics/views.md tells it."""
    db, me = asked.db, Listing(ASSIGNEES, (asked.reading.me,))
    match = matching(db, asked.wanted, asked.reading) if asked.wanted else Matching([], [], None)
    parts, state = _parts(asked, name), DONE if name == "done" else OPEN
    if not parts:
        return told(db, asked.places, [], asked.reading.now)
    most = MOST_TITLES if match.check else MOST
    question = Question(
        state, list(asked.places), parts, match.lists, match.conditions, match.waiting, most=most
    )
    known = sizes(db, asked.places, [*match.lists, me], match.waiting)
    others = _others(db, question, me) if asked.mine and not asked.page else None
    if asked.mine or name == "assigned":
        question = replace(question, lists=[*match.lists, me])
    ways = [shortest(one, known) for one in (question, others) if one]
    if asked.wanted and (match.lists or match.conditions):
        ways = bounded(db, ways, MOST_LOOKED * (SKIPS if asked.wanted.priorities else 1))
    found, hidden = find(db, *ways, titled=match.check is not None)
    buckets = [bucket(*each, match.check) for each in zip(ways[0].parts, found, hidden, strict=True)]
    if asked.page:
        buckets = [replace(one, count=None, hidden=None) for one in buckets]
    return told(db, asked.places, buckets, asked.reading.now)


def new_and_updated(asked: Asked) -> dict[str, Any]:
    """`new`: cards with marks, a bucket for each board, the newest first. Where there are more than are told
    at once, each count is the least it can be, and what is left of a board can be asked for.
    """
    page, most = (asked.page, PAGE) if asked.page else (Page("", None), MOST_NEW)
    board_ids = [board for board in asked.places if page.bucket in ("", board)]
    marked = newest(asked.db, asked.reading.me, board_ids, most + 1, page.after)
    is_cut = len(marked) > most
    boards: dict[str, list[Newest]] = {}
    for card in marked[:most]:
        boards.setdefault(card.board_id, []).append(card)
    buckets = [_news_of(board, cards, is_cut) for board, cards in boards.items()]
    if asked.page:
        buckets = [replace(one, count=None) for one in buckets]
    news = {card.card_id: [(aspect, card.by, card.at) for aspect in card.aspects] for card in marked}
    return told(asked.db, asked.places, buckets, asked.reading.now, news)


def _news_of(board_id: str, cards: list[Newest], is_cut: bool) -> Bucket:
    shown = cards[:PAGE]
    after = place(shown[-1].at, shown[-1].card_id) if is_cut or len(cards) > PAGE else None
    return Bucket(board_id, len(cards), 0, is_cut, [card.card_id for card in shown], after)


def counts(asked: Asked) -> dict[str, int]:
    """What the menu tells: assigned to me until the end of today, due before now, waiting for somebody. What
    is new is counted by marks.
    """
    db, me = asked.db, Listing(ASSIGNEES, (asked.reading.me,))
    known = sizes(db, asked.places, [me])
    overdue, today, *_ = date_spans(asked.reading)
    whole = Question(OPEN, list(asked.places), [Part(overdue), *_waiting()])
    mine = replace(whole, parts=[Part(overdue), Part(today)], lists=[me])
    due, *waiting = count(db, shortest(whole, known))
    return {"assigned": sum(count(db, shortest(mine, known))), "due": due, "attention": sum(waiting)}


def _others(db: Db, question: Question, me: Listing) -> Question:
    """The same of the cards that are not mine."""
    mine = stands_in(db, me)
    not_mine = mine._replace(sql=f"({mine.sql}) IS NOT TRUE")
    return replace(question, conditions=[*question.conditions, not_mine])


def _parts(asked: Asked, name: str) -> list[Part]:
    """A view's buckets; one of them alone for a page of it."""
    if name == "done":
        parts = [Part(span, by="completed_at", is_downwards=True) for span in done_spans(asked.reading)]
    elif name == "attention":
        parts = [Part(Span("overdue", None, asked.reading.now))]
        parts += _waiting()
        parts.append(Part(Span("critical", None, None), fact="c.priority = 'critical'"))
    else:
        # What has no date comes the newest first.
        parts = [Part(span, is_downwards=span.id == "none") for span in date_spans(asked.reading)]
        if asked.wanted:
            spans = [narrowed(part.span, asked.wanted, asked.reading) for part in parts]
            parts = [part._replace(span=span) for part, span in zip(parts, spans, strict=True) if span]
    if asked.page:
        bucket, after = asked.page
        return [part._replace(after=after) for part in parts if part.span.id == bucket]
    return parts


def _waiting() -> list[Part]:
    return [Part(Span(status, None, None), fact=f"c.status = '{status}'") for status in WAITS]
