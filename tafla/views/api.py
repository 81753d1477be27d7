"""The views of the signed-in person over all boards they may read at that moment."""

import re
from collections.abc import Callable
from typing import Annotated, Any, cast

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from tafla.core.answers import refusal
from tafla.core.clock import now_ms
from tafla.core.fields import time_zones
from tafla.core.ids import is_id
from tafla.core.packing import packed
from tafla.core.refusals import Refusal
from tafla.people.models import Person
from tafla.sync.db import Db, current
from tafla.views import queries
from tafla.views.gone import gone
from tafla.views.matches import Reading
from tafla.views.queries import Asked, Page

router = Router(tags=["views"])

VIEWS = ("assigned", "due", "attention", "new", "done", "own")
_PLACE = re.compile(r"(-?\d{1,16})\.([0-9a-f-]{36})", re.ASCII)
_STATUS = {"bad_zone": 422, "bad_arguments": 422}


class ViewCard(Schema):
    """A card as lists over many boards show it. tags: [name, hue]; chat, files: how many, 0 for whom they are
    not for; news: [aspect, by, at] of what the reader has not seen, in `new` alone.
    """

    id: str
    board_id: str
    column_id: str
    number: int
    title: str
    status: str
    priority: str
    due_on: str | None
    due_time: str | None
    due_zone: str | None
    due_at: int | None
    checklist_due_at: int | None
    assignee_ids: list[str]
    tags: list[tuple[str, str]]
    checklist_done: int
    checklist_total: int
    completed_at: int | None
    completed_by: str | None
    chat: int
    files: int
    news: list[tuple[str, str | None, int]] | None = None


class ViewBucket(Schema):
    """count, hidden (by `mine`): exact up to 1,000, 1,001 means more; null on later pages. more: the count is
    the least it can be, as hidden of `own` always is. cards: a hundred at most, perhaps none; after: asks for
    those after them, null when there are none.
    """

    id: str
    count: int | None
    hidden: int | None
    more: bool
    cards: list[ViewCard]
    after: str | None


class ViewColumn(Schema):
    id: str
    name: str
    kind: str


class ViewBoard(Schema):
    """columns: those the cards stand in and Completed, in their order."""

    name: str
    account_id: str
    role: str
    numbering: bool
    columns: list[ViewColumn]


class ViewGone(Schema):
    """people: ids; tags: names."""

    people: list[str]
    tags: list[str]


class View(Schema):
    """people: id -> [name, photo]; at: ms since 1970 UTC; gone: what the filter of `own` names in vain."""

    buckets: list[ViewBucket]
    boards: dict[str, ViewBoard]
    people: dict[str, tuple[str, str]]
    at: int
    gone: ViewGone | None = None


class ViewCounts(Schema):
    """What asks for the reader, by view; 1,001 of one kind means more."""

    counts: dict[str, int]


class ViewQuery(Schema):
    """zone: where days begin, of the IANA's names (else the person's own); week_start: 1, Monday, to 7;
    mine: only cards the reader is assigned to; filter: whose view `own` is; bucket, after: the next page of
    one bucket.
    """

    zone: str = ""
    week_start: Annotated[int, Field(ge=1, le=7)] = 1
    mine: bool = False
    filter: str = ""
    bucket: str = ""
    after: str = ""


class CountQuery(Schema):
    """As of a view."""

    zone: str = ""


@router.get("/views", response=ViewCounts, operation_id="views.count", summary="How much is in the views")
def count_views(request: HttpRequest, query: Query[CountQuery]) -> HttpResponse:
    """assigned: overdue and due today; due: overdue; attention: waiting for somebody."""
    return _read(request, query.zone, 1, lambda asked: {"counts": queries.counts(asked)})


@router.get("/views/{name}", response=View, operation_id="views.read", summary="A view over all boards")
def read_view(request: HttpRequest, name: str, query: Query[ViewQuery]) -> HttpResponse:
    """`assigned`, `due`, `attention`, `new`, `done`, or `own` with the id of a saved `filter`."""

    def tell(asked: Asked) -> dict[str, Any]:
        if name not in VIEWS:
            raise Refusal("unknown_view", name=name[:64])
        if name == "own":
            asked = queries.filtered(asked, query.filter if is_id(query.filter) else "")
        page = Page(query.bucket, _place(query.after)) if query.bucket else None
        asked = asked._replace(mine=query.mine and name not in ("assigned", "new"), page=page)
        found = queries.new_and_updated(asked) if name == "new" else queries.view(asked, name)
        if asked.wanted and not page:
            found["gone"] = gone(asked.db, asked.wanted, asked.reading, asked.places)
        return found

    return _read(request, query.zone, query.week_start, tell)


def _place(after: str) -> tuple[int, str] | None:
    found = _PLACE.fullmatch(after)
    if after and not found:
        raise Refusal("bad_arguments", fields=["after"])
    return (int(found[1]), found[2]) if found else None


def _begin(db: Db) -> None:
    """Begin to read one state of the database, from which PostgreSQL reads as asking.py means it to: it takes
    these statements for heavier than they are, and would rather sort whole buckets, or call for helpers.
    """
    db.begin_read()
    if db.vendor == "postgresql":
        db.run(
            "SET LOCAL random_page_cost = 1.1; SET LOCAL enable_bitmapscan = off; "
            "SET LOCAL max_parallel_workers_per_gather = 0"
        )


def _read(
    request: HttpRequest, zone: str, week_start: int, tell: Callable[[Asked], dict[str, Any]]
) -> HttpResponse:
    """What `tell` makes of one state of the database, for what the person may read in it."""
    person = cast("Person", request.user)
    zone = zone or person.time_zone
    reading = Reading(str(person.pk), now_ms(), zone, week_start)
    db = current()
    _begin(db)
    try:
        if zone not in time_zones():
            raise Refusal("bad_zone", zone=zone[:64])
        body = tell(Asked(db, reading, queries.places_of(db, reading.me)))
    except Refusal as refused:
        told = refusal(refused.code, **refused.args_map)
        return HttpResponse(told, status=_STATUS.get(refused.code, 404), content_type="application/json")
    finally:
        db.rollback()
    sent, encoding = packed(orjson.dumps(body), request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(sent, content_type="application/json")
    if encoding:
        response["Content-Encoding"], response["Vary"] = encoding, "Accept-Encoding"
    return response
