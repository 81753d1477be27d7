"""A card over REST: what it is called, and every save of its description; for its readers only."""

from typing import Any

import pytest
from django.conf import settings

from tafla.cards import api as cards_api
from tafla.cards.models import Card, CardTextVersion
from tafla.core.ids import new_id
from tafla.flow import api as flow_api
from tafla.people.models import Person
from tests.support.client import Browser, code
from tests.support.world import World, ident

TEXTS = ["one", "one two", "one zwei", "ثلاثة 🌱"]


@pytest.fixture
def saved(world: World) -> World:
    for version, text in enumerate(TEXTS):
        actor = "ben" if version % 2 else "chidi"
        world.done(actor, "card.set_details", card_id=world.ink, text=text, base_version=version)
    return world


def ask(who: str, card: str, rest: str = "") -> Any:
    return ask_card(who, f"{card}/details/versions{rest}")


def ask_card(who: str, rest: str) -> Any:
    browser = Browser()
    browser.client.force_login(Person.objects.get(id=ident(who)), settings.AUTHENTICATION_BACKENDS[0])
    return browser.get(f"/api/v1/cards/{rest}")


def test_versions_come_newest_first_with_who_and_how_long(saved: World) -> None:
    told = ask("dana", saved.ink).json()
    assert [(one["version"], one["by"], one["size"]) for one in told["versions"]] == [
        (4, saved.ben, 7),
        (3, saved.chidi, 8),
        (2, saved.ben, 7),
        (1, saved.chidi, 3),
    ]
    assert told["has_more"] is False
    assert all(set(one) == {"version", "at", "by", "size"} for one in told["versions"])


@pytest.mark.parametrize(
    ("api", "rest"), [(cards_api, ""), (flow_api, "/flow"), (cards_api, "/details/versions/4")]
)
def test_a_card_deleted_for_ever_while_somebody_asks_is_not_found(
    saved: World, api: Any, rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = api.access_scope

    def and_then_gone(*asked: Any) -> str:
        found: str = access(*asked)
        Card.objects.filter(id=saved.ink).delete()
        CardTextVersion.objects.all().delete()
        return found

    monkeypatch.setattr(api, "access_scope", and_then_gone)
    answer = ask_card("ben", saved.ink + rest)
    assert (answer.status_code, code(answer)) == (404, "not_found")


def test_they_come_in_pages(saved: World) -> None:
    first = ask("ben", saved.ink, "?limit=3").json()
    assert ([one["version"] for one in first["versions"]], first["has_more"]) == ([4, 3, 2], True)
    rest = ask("ben", saved.ink, "?limit=3&before=2").json()
    assert ([one["version"] for one in rest["versions"]], rest["has_more"]) == ([1], False)


def test_numbers_are_compared_as_numbers(world: World) -> None:
    for version in range(11):
        world.done("ben", "card.set_details", card_id=world.ink, text=f"text {version}", base_version=version)
    told = ask("ben", world.ink, "?limit=3").json()["versions"]
    assert [one["version"] for one in told] == [11, 10, 9]


@pytest.mark.parametrize("version", range(1, 5))
def test_a_version_has_its_text(saved: World, version: int) -> None:
    told = ask("eve", saved.ink, f"/{version}").json()
    assert (told["version"], told["text"]) == (version, TEXTS[version - 1])


def test_a_card_without_details_has_no_history(saved: World) -> None:
    assert ask("ben", saved.oak).json() == {"versions": [], "has_more": False}


def test_whoever_may_not_read_the_card_learns_nothing(saved: World) -> None:
    answers = [
        ask("mallory", saved.ink),
        ask("mallory", saved.ink, "/1"),
        ask("dana", saved.ops1),
        ask("ben", new_id()),
        ask("ben", "1"),
        ask("ben", f"{saved.ink}%00"),
        ask("ben", saved.ink, "/99"),
        ask("ben", saved.ink, f"/{10**30}"),
        ask("ben", saved.oak, "/1"),
    ]
    assert [(answer.status_code, code(answer)) for answer in answers] == [(404, "not_found")] * len(answers)


def test_the_board_link_opens_no_history(saved: World) -> None:
    """`plan` is open by link: its cards are, what they said before is not."""
    assert Browser().get(f"/api/v1/cards/{saved.ink}/details/versions").status_code == 401


@pytest.mark.parametrize("query", ["?limit=0", "?limit=1000", "?before=0", "?before=x", f"?before={10**30}"])
def test_pages_that_cannot_be_are_refused(saved: World, query: str) -> None:
    answer = ask("ben", saved.ink, query)
    assert (answer.status_code, code(answer)) == (422, "bad_arguments")


def test_what_moved_to_another_board_is_read_by_that_boards_people(saved: World) -> None:
    saved.done("chidi", "card.move", card_ids=[saved.ink], column_id=ident("later"))
    assert ask("ben", saved.ink).status_code == 404
    assert len(ask("eve", saved.ink).json()["versions"]) == 4


def test_readers_learn_what_a_card_is_called(world: World) -> None:
    told = ask_card("dana", world.ink).json()
    assert told == {"id": world.ink, "board_id": world.plan, "number": 1, "title": "Card ink"}
    strangers = [
        ask_card(*asked) for asked in (("mallory", world.ink), ("dana", world.ops1), ("ben", new_id()))
    ]
    assert [(answer.status_code, code(answer)) for answer in strangers] == [(404, "not_found")] * 3
    assert Browser().get(f"/api/v1/cards/{world.ink}").status_code == 401
