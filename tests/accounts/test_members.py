"""People on boards: roles, leaving, invitations, privacy, accounts."""

import pytest

from tafla.accounts.models import Invitation, Member
from tafla.core.refusals import Refusal
from tafla.core.tokens import seal
from tafla.sync import reading
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tests.support.world import LINK, World


def roles(world: World) -> dict[str, str]:
    people = {
        getattr(world, name): name for name in ("ana", "ben", "chidi", "dana", "eve", "faye", "mallory")
    }
    return {people[m.person_id]: m.role for m in Member.objects.filter(board_id=world.plan)}


def test_who_becomes_a_visitor_or_leaves_loses_the_cards_there(world: World) -> None:
    for person in ("ben", "chidi"):
        world.done("ben", "card.assign", card_ids=[world.ink, world.fig], person_id=getattr(world, person))
    world.done("ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="visitor")
    assert world.card("ink")["assignee_ids"] == world.card("fig")["assignee_ids"] == [world.ben]


def test_a_card_given_a_moment_before_somebody_leaves_is_dropped_too(world: World) -> None:
    """Raced in one batch: the database does not know of the assignment yet."""
    world.batch(
        world.command("ben", "card.assign", card_ids=[world.ink], person_id=world.chidi),
        world.command("ana", "member.remove", board_id=world.plan, person_id=world.chidi),
    )
    assert world.card("ink")["assignee_ids"] == []


@pytest.mark.parametrize("verb", ["member.set_role", "member.remove"])
def test_when_the_last_admin_goes_the_owner_becomes_one(world: World, verb: str) -> None:
    args = {"role": "visitor"} if verb == "member.set_role" else {}
    world.done("ben", verb, board_id=world.plan, person_id=world.ben, **args)
    assert roles(world)["ana"] == "admin"


@pytest.mark.parametrize("person", ["mallory", "eve", "nobody"])
def test_who_is_not_on_the_board_cannot_be_changed(world: World, person: str) -> None:
    args = {"board_id": world.plan, "person_id": getattr(world, person)}
    assert world.refusal("ben", "member.set_role", **args, role="member") == "not_member"
    assert world.refusal("ben", "member.remove", **args) == "not_member"


def test_a_member_removes_only_themselves(world: World) -> None:
    args = {"board_id": world.plan}
    assert world.refusal("chidi", "member.remove", **args, person_id=world.dana) == "not_allowed"
    world.done("chidi", "member.remove", **args, person_id=world.chidi)
    assert "chidi" not in roles(world)


def invite(world: World, who: str, *emails: str, role: str = "member") -> dict[str, object]:
    people = [{"invitation_id": getattr(world, f"i-{email}"), "email": email} for email in emails]
    return world.run(who, "member.invite", board_id=world.plan, role=role, people=people)


def test_collaborators_join_at_once_and_others_get_an_invitation(world: World) -> None:
    Member.objects.create(
        id=f"{world.ops}.{world.ben}", board_id=world.ops, person_id=world.ben, role="member", joined_at=1
    )
    assert invite(world, "ben", "EVE@example.com", "new@example.com", "new@Example.com")["s"] == "done"
    assert roles(world)["eve"] == "member"
    assert Invitation.objects.get(email="new@example.com").sent == 2
    assert invite(world, "ben", "eve@example.com")["code"] == "already_member"


@pytest.mark.parametrize(
    "email",
    [
        "",
        "x",
        "a@b",
        "a b@c.de",
        "a;b@c.de",
        "<a@c.de",
        "a@" + "ü" * 60 + ".de",
        "@c.de",
        "x" * 300 + "@c.de",
        "a@.",
        7,
    ],
)
def test_what_is_no_address_is_refused(world: World, email: str) -> None:
    with pytest.raises(Refusal):
        world.run(
            "ben",
            "member.invite",
            board_id=world.plan,
            role="member",
            people=[{"invitation_id": world.i, "email": email}],
        )


def test_an_invitation_is_for_one_address_and_one_time(world: World) -> None:
    token = seal("invitation", world.offer, "zoe@example.com")
    assert world.refusal("mallory", "invitation.accept", token=token) == "invitation_other_address"
    Invitation.objects.filter(id=world.offer).update(email="mallory@example.com")
    assert world.refusal("mallory", "invitation.accept", token=token) == "not_found"
    token = seal("invitation", world.offer, "mallory@example.com")
    world.done("mallory", "invitation.accept", token=token)
    assert roles(world)["mallory"] == "member"
    assert world.refusal("mallory", "invitation.accept", token=token) == "not_found"


def test_an_old_invitation_is_expired_until_sent_again(world: World) -> None:
    Invitation.objects.filter(id=world.offer).update(email="mallory@example.com", expires_at=1)
    token = seal("invitation", world.offer, "mallory@example.com")
    assert world.refusal("mallory", "invitation.accept", token=token) == "invitation_expired"
    world.done("ben", "invitation.resend", invitation_id=world.offer)
    world.done("mallory", "invitation.accept", token=token)


@pytest.mark.parametrize("token", ["x" * 16, "A" * 48, "-" * 64])
def test_a_broken_seal_opens_nothing(world: World, token: str) -> None:
    assert world.refusal("mallory", "invitation.accept", token=token) == "not_found"


def test_a_cancelled_invitation_opens_nothing(world: World) -> None:
    world.done("ben", "invitation.cancel", invitation_id=world.offer)
    token = seal("invitation", world.offer, "zoe@example.com")
    assert world.refusal("mallory", "invitation.accept", token=token) == "not_found"


def may_read(world: World, link: str) -> bool:
    try:
        reading.access_scope(current(), Gate(), reading.Reader(None, link), f"board:{world.plan}")
    except Refusal:
        return False
    return True


def test_a_new_link_ends_the_old_one_and_team_ends_both(world: World) -> None:
    fresh = "fresh-link-0123456789"
    world.done("ben", "board.set_privacy", board_id=world.plan, privacy="link", link_token=fresh)
    assert (may_read(world, LINK), may_read(world, fresh)) == (False, True)
    world.done("ben", "board.set_privacy", board_id=world.plan, privacy="team")
    assert not may_read(world, fresh)
    assert world.refusal("ben", "board.set_privacy", board_id=world.plan, privacy="link") == "bad_arguments"


def test_everybody_owns_one_account(world: World) -> None:
    assert world.refusal("ana", "account.open", account_id=world.new, name="Second") == "not_allowed"
    world.done("dana", "account.open", account_id=world.new, name="Mine")
    assert world.refusal("dana", "account.open", account_id=world.newer, name="Second") == "not_allowed"
