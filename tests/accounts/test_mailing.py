"""Nobody's address is flooded with invitations, and nobody mails without end."""

from typing import Any

import pytest

from tafla.accounts.models import Invitation, MailBudget
from tafla.core import settings
from tests.support.world import THEN, World


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Commands run so many seconds after THEN; ten invitations a day, one a minute for each address."""
    limits = settings.load().model_copy(update={"invitations_per_day": 10, "invitation_pause": 60})
    monkeypatch.setattr("tafla.accounts.mailing.load", lambda: limits)

    def set_to(seconds: int) -> None:
        monkeypatch.setattr("tafla.sync.batch.now_ms", lambda: THEN + seconds * 1000)

    set_to(0)
    return set_to


def guests(world: World, *names: str, board: str = "plan") -> dict[str, Any]:
    people = [
        {"invitation_id": getattr(world, f"{board} {name}"), "email": f"{name}@example.org"} for name in names
    ]
    return {"board_id": getattr(world, board), "role": "member", "people": people}


def test_an_address_gets_one_a_minute_from_each_person(world: World, at: Any) -> None:
    world.done("ben", "member.invite", **guests(world, "kim"))
    kim = getattr(world, "plan kim")
    at(59)
    again = world.run("ben", "invitation.resend", invitation_id=kim)
    assert (again["code"], again["args"]) == ("invited_lately", {"email": "kim@example.org", "wait": 1})
    assert world.refusal("ben", "member.invite", **guests(world, "kim")) == "invited_lately"
    world.done("ana", "invitation.resend", invitation_id=kim)
    at(60)
    world.done("ben", "invitation.resend", invitation_id=kim)
    assert Invitation.objects.get(id=kim).sent == 3


def test_an_invitation_taken_back_counts(world: World, at: Any) -> None:
    world.done("ana", "member.invite", **guests(world, "kim"))
    world.done("ana", "invitation.cancel", invitation_id=getattr(world, "plan kim"))
    for board in ("plan", "ops"):
        assert world.refusal("ana", "member.invite", **guests(world, "kim", board=board)) == "invited_lately"


def test_a_day_has_so_many(world: World, at: Any) -> None:
    world.done("ben", "member.invite", **guests(world, *"abcdefgh"))
    assert world.refusal("ben", "member.invite", **guests(world, *"ijk")) == "too_many_invitations"
    world.done("ben", "member.invite", **guests(world, *"ij"))
    assert world.refusal("ben", "invitation.resend", invitation_id=world.offer) == "too_many_invitations"
    world.done("ana", "member.invite", **guests(world, "k"))
    at(86_400)
    world.done("ben", "member.invite", **guests(world, *"lm"))
    assert MailBudget.objects.get(id=world.ben).mailed.count("[") == 3, "what is over is forgotten"


def test_who_joins_at_once_gets_no_mail_and_costs_none(world: World, at: Any) -> None:
    """Chidi works with Eve already."""
    world.done("ben", "member.set_role", board_id=world.plan, person_id=world.chidi, role="admin")
    people = [{"invitation_id": world.n1, "email": "eve@example.com"}]
    world.done("chidi", "member.invite", board_id=world.plan, role="member", people=people)
    assert not MailBudget.objects.exists()


def test_who_grants_a_request_mails(world: World, at: Any) -> None:
    wish = {"request_id": world.wish, "board_id": world.plan, "role": "member", "email": "kim@example.org"}
    world.done("chidi", "request.ask", **wish)
    world.done("ben", "request.answer", request_id=world.wish, is_granted=True)
    assert list(MailBudget.objects.values_list("id", flat=True)) == [world.ben]
