"""Own views: a saved filter over all boards one may read, in the buckets of dates."""

from typing import Any

import pytest

from tafla.boards.models import Tag
from tafla.cards.models import Card
from tafla.views import telling
from tests.support.world import World, ident, many_cards
from tests.views.looking import ask, give, seen

pytestmark = pytest.mark.usefixtures("clock")


def own(world: World, person: str, wanted: dict[str, Any], **query: Any) -> dict[str, list[str]]:
    """Bucket -> cards of a person's own view with this filter."""
    world.done(person, "filter.save", filter_id=ident("sieve"), name="Mine", filter=wanted, is_view=True)
    return seen(person, "own", filter=ident("sieve"), **query)


def test_a_tag_means_the_same_on_every_board(world: World) -> None:
    for name, board in (("Urgent", "plan"), ("URGENT", "ops"), ("urgent", "lair"), ("other", "plan")):
        Tag.objects.create(id=ident(f"{name} {board}"), board_id=ident(board), name=name, hue="red")
    give("ink", tag_ids=["Urgent plan"], due_at="2026-11-18T20:00")
    give("oak", tag_ids=["other plan"])
    give("ops1", tag_ids=["URGENT ops"])
    give("loot", tag_ids=["urgent lair"])
    give("old", tag_ids=["Urgent plan"])
    assert own(world, "chidi", {"tags": ["uRgent"]}) == {"today": ["ink"], "none": ["ops1"]}
    assert set(own(world, "chidi", {"tags": ["uRgent", "Other"]})["none"]) == {"ops1", "oak"}
    assert own(world, "chidi", {"tags": ["never"]}) == {}


def test_me_is_the_reader_and_kinds_are_joined(world: World) -> None:
    give("ink", assignee_ids=["chidi"], status="blocked", due_at="2026-11-17T00:00")
    give("oak", assignee_ids=["chidi"], status="on_hold", due_at="2026-11-19T00:00")
    give("elm", assignee_ids=["ben"], status="blocked", due_at="2026-11-19T00:00")
    assert own(world, "chidi", {"assignees": ["me"], "statuses": ["blocked", "on_hold"]}) == {
        "overdue": ["ink"],
        "today": ["oak"],
    }
    assert own(world, "chidi", {"assignees": ["me", ident("ben")], "statuses": ["blocked"]}) == {
        "overdue": ["ink"],
        "today": ["elm"],
    }


def test_only_buckets_that_the_dates_meet_are_told(world: World) -> None:
    give("ink", due_at="2026-11-17T00:00")
    assert own(world, "ben", {"due": ["today"]}) == {"overdue": ["ink"]}
    assert [each["id"] for each in ask("ben", "own", filter=ident("sieve"))["buckets"]] == [
        "overdue",
        "today",
    ]
    own(world, "ben", {"due": ["none"]})
    assert [each["id"] for each in ask("ben", "own", filter=ident("sieve"))["buckets"]] == ["none"]


def test_what_of_a_filter_is_on_none_of_ones_boards_is_told(world: World) -> None:
    Tag.objects.create(id=ident("urgent"), board_id=ident("plan"), name="Urgent", hue="red")
    Tag.objects.create(id=ident("secret"), board_id=ident("lair"), name="Secret", hue="red")
    people = ["me", "none", ident("ben"), ident("mallory"), ident("nobody")]
    own(world, "chidi", {"assignees": people, "tags": ["uRGENT", "Secret", "Never"]})
    told = ask("chidi", "own", filter=ident("sieve"))
    assert told["gone"] == {"people": [ident("mallory"), ident("nobody")], "tags": ["Secret", "Never"]}
    assert "gone" not in ask("chidi", "own", filter=ident("sieve"), bucket="none")
    assert "gone" not in ask("chidi", "due")


def test_only_mine_hides_those_of_others(world: World) -> None:
    give("ink", assignee_ids=["ben"], status="blocked")
    give("oak", status="blocked")
    own(world, "ben", {"statuses": ["blocked"]})
    told = ask("ben", "own", filter=ident("sieve"), mine="true")["buckets"][-1]
    assert (told["id"], told["count"], told["hidden"]) == ("none", 1, 1)


def test_words_of_titles_without_accents_and_in_any_order(world: World) -> None:
    give("ink", title="Écrire à Orléans")
    give("ops1", title="ORLEANS: ecrire")
    give("oak", title="Orléans")
    assert set(own(world, "chidi", {"text": "orléans ÉCRIRE"})["none"]) == {"ops1", "ink"}


@pytest.mark.parametrize("words", ["", "needle"])
def test_what_hardly_a_card_meets_is_looked_for_a_part_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Pages may be empty and not the last; of each bucket the next goes on where looking ended."""
    monkeypatch.setattr("tafla.views.queries.MOST_LOOKED", 70)
    monkeypatch.setattr("tafla.views.queries.shortest", lambda question, known: question)
    ids = sorted(many_cards("later", 290), reverse=True)
    wanted = [ids[3], ids[150], ids[151], ids[288]]
    Card.objects.filter(id__in=wanted).update(status="ready", title="Needle")
    own(world, "eve", {"statuses": ["ready"], "assignees": ["none"], "text": words})
    told = ask("eve", "own", filter=ident("sieve"), mine="true")["buckets"][-1]
    assert (told["count"], told["hidden"], told["more"]) == (0, 1, True)
    pages = [ask("eve", "own", filter=ident("sieve"))["buckets"][-1]]
    while after := pages[-1]["after"]:
        (page,) = ask("eve", "own", filter=ident("sieve"), bucket="none", after=after)["buckets"]
        pages.append(page)
    assert [card["id"] for page in pages for card in page["cards"]] == wanted
    assert not pages[1]["cards"]
    told = [(page["count"], page["more"]) for page in pages]
    assert told == [(1, True), *[(None, True)] * (len(pages) - 2), (None, False)]


def test_many_titles_are_looked_through_a_part_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The count says that it is the least; the next page goes on where looking ended."""
    for module in ("tafla.views.queries", "tafla.views.telling"):
        monkeypatch.setattr(f"{module}.MOST_TITLES", 40)
    assert telling.MOST_TITLES == 40
    ids = sorted(many_cards("later", 90), reverse=True)
    wanted = [ids[3], ids[50], ids[51], ids[88]]
    for number, card_id in enumerate(wanted):
        world.done("chidi", "card.rename", card_id=card_id, title=f"Needle {number}")
    own(world, "eve", {"text": "needle"})
    read: list[str] = []
    after = ""
    counts = []
    while after is not None:
        page = {"bucket": "none", "after": after} if after else {}
        told = ask("eve", "own", filter=ident("sieve"), **page)["buckets"][-1]
        read += [card["id"] for card in told["cards"]]
        counts.append((told["count"], told["more"]))
        after = told["after"]
    assert read == wanted
    assert counts == [(1, True), (None, True), (None, False)]
