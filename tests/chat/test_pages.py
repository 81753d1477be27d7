"""Earlier messages over REST: who gets them, which ones, and where the chat stood."""

import pytest
from django.test import Client

from tafla.accounts.models import BoardPrivacy
from tests.support.talks import long_talk
from tests.support.world import LINK, THEN, World, build_world, ident
from tests.test_access_matrix import signed_in


@pytest.fixture
def world(database: object) -> World:
    return build_world()


def page(who: str | None, subject: str, query: str = "") -> tuple[int, dict[str, object]]:
    client = signed_in(who) if who else Client()
    answer = client.get(f"/api/v1/talks/{ident(subject)}/messages{query}")
    return answer.status_code, answer.json()


def texts(found: dict[str, object]) -> list[str]:
    return [row["text"] for row in found["messages"]]  # type: ignore[attr-defined]


def test_the_newest_then_those_before(world: World) -> None:
    long_talk(world, "ink", 70)
    _, newest = page("chidi", "ink")
    assert texts(newest) == [f"Message {at}" for at in range(20, 70)]
    assert newest["seq"] == 0
    first = newest["messages"][0]  # type: ignore[index]
    status, earlier = page("chidi", "ink", f"?before={first['at']}.{first['id']}&limit=15")
    assert (status, texts(earlier)) == (200, [f"Message {at}" for at in range(5, 20)])
    assert [row["message_id"] for row in earlier["reactions"]] == [world.m10]  # type: ignore[attr-defined]
    _, last = page("chidi", "ink", f"?before={THEN + 1000}.{world.m0}")
    assert texts(last) == []


@pytest.mark.parametrize(
    "query", ["?before=x", "?before=1.x", "?limit=0", "?limit=201", "?before=1", "?limit=x"]
)
def test_odd_questions_are_refused(world: World, query: str) -> None:
    long_talk(world, "ink", 1)
    status, found = page("chidi", "ink", query)
    assert (status, found["code"]) == (422, "bad_arguments")


def test_only_readers_of_the_chat_get_it(world: World) -> None:
    long_talk(world, "ink", 1)
    expected = {"ana": 200, "faye": 200, "ben": 200, "chidi": 200, "dana": 404, "eve": 404, "mallory": 404}
    assert {who: page(who, "ink")[0] for who in expected} == expected
    assert page("chidi", "nothing") == page("mallory", "ink")
    assert page("chidi", "loot") == page("chidi", "nothing")
    BoardPrivacy.objects.filter(id=world.plan).update(visitors_chat=True)
    assert [page(who, "ink")[0] for who in ("dana", "eve", "mallory")] == [200, 200, 404]


def test_the_link_reads_chat_where_the_board_says_so(world: World) -> None:
    long_talk(world, "ink", 1)
    assert page(None, "ink", f"?link={LINK}")[0] == 404
    BoardPrivacy.objects.filter(id=world.plan).update(link_chat=True)
    assert page(None, "ink", f"?link={LINK}")[0] == 200
    assert page(None, "ink", "?link=wrong-wrong-wrong")[0] == 404
    assert page(None, "ink")[0] == 404
