"""Asking a board's admins to add somebody, or for another role."""

from typing import Any

import pytest

from tafla.accounts.models import Invitation, Member, TeamRequest
from tests.support.world import World


def wish(world: World, name: str = "wish", **more: Any) -> dict[str, Any]:
    return {"request_id": getattr(world, name), "board_id": world.plan, "role": "member"} | more


def role(world: World, who: str) -> str | None:
    return (
        Member.objects.filter(board_id=world.plan, person_id=getattr(world, who))
        .values_list("role", flat=True)
        .first()
    )


def test_granted_the_person_is_invited_by_whoever_grants_it(world: World) -> None:
    world.done("chidi", "request.ask", **wish(world, email="New@Example.com", note="She knows printers"))
    world.done("ben", "request.answer", request_id=world.wish, is_granted=True)
    invited = Invitation.objects.get(board_id=world.plan, email="new@example.com")
    assert (invited.role, invited.invited_by) == ("member", world.ben)
    assert not TeamRequest.objects.exists()


def test_granted_a_collaborator_joins_at_once(world: World) -> None:
    world.done("chidi", "request.ask", **wish(world, email="eve@example.com", role="visitor"))
    world.done("ana", "request.answer", request_id=world.wish, is_granted=True)
    found = Invitation.objects.filter(email="eve@example.com").exists() or role(world, "eve") == "visitor"
    assert found


def test_granted_a_visitor_gets_the_role(world: World) -> None:
    world.done("dana", "request.ask", **wish(world))
    world.done("ben", "request.answer", request_id=world.wish, is_granted=True)
    assert role(world, "dana") == "member"
    world.done("dana", "card.rename", card_id=world.ink, title="May now")


def test_not_granted_nothing_changes(world: World) -> None:
    world.done("dana", "request.ask", **wish(world, role="admin"))
    world.done("ben", "request.answer", request_id=world.wish, is_granted=False)
    assert role(world, "dana") == "visitor"
    assert not TeamRequest.objects.exists()


@pytest.mark.parametrize("who", ["ben", "dana"])
def test_whoever_is_taken_off_or_leaves_asks_for_nothing_any_more(world: World, who: str) -> None:
    world.done("dana", "request.ask", **wish(world))
    world.done("dana", "request.ask", **wish(world, "second", email="friend@example.com"))
    world.done("chidi", "request.ask", **wish(world, "third", email="friend@example.com"))
    world.done(who, "member.remove", board_id=world.plan, person_id=world.dana)
    assert list(TeamRequest.objects.values_list("id", flat=True)) == [world.third]
    assert world.refusal("ben", "request.answer", request_id=world.wish, is_granted=True) == "not_found"
    assert role(world, "dana") is None


def test_asked_again_the_newer_wish_counts(world: World) -> None:
    world.done("dana", "request.ask", **wish(world, role="member"))
    world.done("dana", "request.ask", **wish(world, "second", role="admin"))
    assert list(TeamRequest.objects.values_list("id", "role")) == [(world.second, "admin")]


def test_nobody_asks_without_end(world: World) -> None:
    for at in range(20):
        world.done("chidi", "request.ask", **wish(world, f"w{at}", email=f"a{at}@example.com"))
    told = wish(world, email="more@example.com")
    assert world.refusal("chidi", "request.ask", **told) == "too_many"
    world.done("chidi", "request.withdraw", request_id=world.w3)
    world.done("chidi", "request.ask", **told)


@pytest.mark.parametrize("who", ["chidi", "dana"])
def test_only_admins_answer_and_only_askers_withdraw(world: World, who: str) -> None:
    world.done("chidi", "request.ask", **wish(world, email="x@example.com"))
    assert world.refusal(who, "request.answer", request_id=world.wish, is_granted=True) == "not_allowed"
    if who == "dana":
        assert world.refusal(who, "request.withdraw", request_id=world.wish) == "not_found"
