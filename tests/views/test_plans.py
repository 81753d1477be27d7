"""What views ask of the databases: few queries, each along an index, in its order."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from tafla.cards.nearest import NEVER
from tafla.marks.models import News
from tafla.sync.db import Db, current
from tafla.views import asking
from tafla.views.asking import DONE, OPEN, Part, Question, Waiting
from tafla.views.buckets import date_spans, done_spans
from tafla.views.conditions import ASSIGNEES, Condition, Listing
from tafla.views.matches import Reading
from tafla.views.queries import _waiting
from tests.support.world import THEN, World, ident
from tests.views.looking import client_of

READING = Reading(me="x", now=1_795_000_000_000)
DATES = [Part(span, is_downwards=span.id == "none") for span in date_spans(READING)]
FINISHED = [Part(span, by="completed_at", is_downwards=True) for span in done_spans(READING)]
ME, STUCK = Listing(ASSIGNEES, ("x",)), Waiting(("blocked",))
CRITICAL = Part(DATES[0].span._replace(low=None, high=None), fact="c.priority = 'critical'")


def plan_of(question: Question, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the database goes about a question, in its own words."""
    db, asked = current(), []
    with monkeypatch.context() as patch:
        patch.setattr(type(db), "query", lambda _db, sql, values=(): asked.append((sql, values)) or [])
        asking.find(db, question)
    return explained(db, *asked[0])


def explained(db: Db, sql: str, values: Any) -> str:
    if db.vendor == "sqlite":
        return "\n".join(row[3] for row in db.query(f"EXPLAIN QUERY PLAN {sql}", values))
    # A table of nothing is read from end to end, were it not forbidden.
    for way in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
        db.run(f"SET enable_{way} = off")
    return "\n".join(row[0] for row in db.query(f"EXPLAIN (COSTS OFF) {sql}", values))


WALKS = {
    "dates": (Question(OPEN, ["b"], DATES), ["cards_card_due"]),
    "dates of others": (
        Question(OPEN, ["b"], DATES, conditions=[Condition("c.title <> ''")]),
        ["cards_card_due"],
    ),
    "waiting": (
        Question(OPEN, ["b"], [*_waiting(), CRITICAL]),
        [f"cards_card_{name}" for name in ("blocked", "needs_review", "needs_rework", "on_hold", "critical")],
    ),
    "done": (Question(DONE, ["b"], FINISHED), ["cards_card_done"]),
}


@pytest.mark.usefixtures("each_database")
@pytest.mark.parametrize("name", WALKS)
def test_walking_goes_along_indexes_and_sorts_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    question, indexes = WALKS[name]
    plan = plan_of(question, monkeypatch)
    used = {word for line in plan.splitlines() for word in line.split() if word.startswith("cards_")}
    assert used - {"cards_card"} == set(indexes), plan
    assert "TEMP B-TREE" not in plan
    assert "Sort Key" not in plan


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("part", [DATES[0], DATES[-1]], ids=["overdue", "none"])
def test_a_walk_begins_and_ends_at_its_fences(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also among cards without a date, by their ids: many have the same."""
    key = NEVER if part.span.id == "none" else 5
    fenced = part._replace(after=(key, "m"), until=(key, "k"))
    plan = plan_of(Question(OPEN, ["b"], [fenced], conditions=[Condition("c.title = ''")]), monkeypatch)
    bounds = "<expr>=? AND id>? AND id<?" if key == NEVER else "<expr>>? AND <expr><?"
    assert f"USING INDEX cards_card_due ({bounds})" in plan, plan


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("way", "index"),
    [("boards", "cards_card_board"), (ME, "cards_assignee_cards"), (STUCK, "cards_card_blocked")],
)
def test_gathering_reads_the_cards_once_by_its_index(
    way: Any, index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = replace(WALKS["dates"][0], lists=[ME], way=way)
    plan = plan_of(question, monkeypatch)
    assert index in plan, plan
    assert "cards_card_due" not in plan, plan
    assert sum(" c USING" in line for line in plan.splitlines()) == 1, plan


PATHS = ["", "/assigned", "/due", "/due?mine=true", "/attention", "/attention?mine=true", "/done?mine=true"]
PATHS += ["/new", f"/new?bucket={ident('plan')}&after={THEN + 9}.{ident('ink')}"]
PATHS += [f"/own?filter={ident('sieve')}&mine=true", f"/due?mine=true&bucket=overdue&after=0.{ident('ink')}"]


def statements(world: World, path: str) -> list[str]:
    """What chidi's question takes, signing in with it, once everything is warm."""
    if connection.vendor != "sqlite":
        pytest.skip("statements are counted on SQLite; they are the same on both")
    wanted = {
        "tags": ["red"],
        "assignees": ["me", ident("ben"), ident("never")],
        "text": "card",
        "due": ["none"],
        "statuses": ["blocked"],
    }
    world.done("chidi", "filter.save", filter_id=ident("sieve"), name="Mine", filter=wanted)
    for at, (card, board) in enumerate((("ink", "plan"), ("oak", "plan"), ("ops1", "ops"))):
        key = {"subject_id": ident(card), "board_id": ident(board), "aspect": "title"}
        News.objects.create(**key, at=THEN + 1 + at, by=world.ben)
    client, asked = client_of("chidi"), []
    assert client.get(f"/api/v1/views{path}").status_code == 200
    connection.connection.set_trace_callback(asked.append)
    client.get(f"/api/v1/views{path}")
    connection.connection.set_trace_callback(None)
    return [sql for sql in asked if sql.lstrip().upper().startswith(("SELECT", "WITH"))]


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("path", PATHS)
def test_ten_queries_at_most_with_those_of_signing_in(world: World, path: str) -> None:
    queries = statements(world, path)
    assert 2 < len(queries) <= 10, "\n".join(sql[:100] for sql in queries)


@pytest.mark.usefixtures("clock")
def test_fences_take_one_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/own?filter={ident('sieve')}&mine=true"
    gathering = len(statements(world, path))
    News.objects.all().delete()
    monkeypatch.setattr("tafla.views.queries.shortest", lambda question, known: question)
    assert len(statements(world, path)) == gathering + 1 <= 10


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("many", "rows", "most"),
    [(200, 1_200, 9), (0, 1_200, 8), (0, 1, 9)],
    ids=["by board", "of all", "cut off"],
)
def test_no_way_to_what_is_new_takes_more(
    world: World, monkeypatch: pytest.MonkeyPatch, many: int, rows: int, most: int
) -> None:
    monkeypatch.setattr("tafla.marks.newest.MANY_BOARDS", many)
    monkeypatch.setattr("tafla.marks.newest.MOST_ROWS", rows)
    queries = statements(world, "/new")
    assert any("marks_news" in sql for sql in queries)
    assert len(queries) <= most, "\n".join(sql[:100] for sql in queries)
