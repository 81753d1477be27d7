"""The link of an invitation: what it tells, whom it lets in, and what it proves."""

import pytest
from django.core import mail

from tafla.accounts.models import Account, Invitation, Member
from tafla.accounts.verbs.invitations import PURPOSE
from tafla.core.ids import new_id
from tafla.core.tokens import seal
from tafla.people.acts import make_person
from tafla.sync.dispatch import do
from tests.support.client import PASSWORD, Browser, code

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def token() -> str:
    """An invitation of Ana's to ben@example.com."""
    ana = make_person(email="ana@example.com", name="Ana Costa", password=PASSWORD)
    account_id = Account.objects.get(owner_id=ana.id).id
    board_id, invitation_id = new_id(), new_id()
    do(ana.id, "board.create", board_id=board_id, account_id=account_id, name="Relaunch")
    guests = [{"invitation_id": invitation_id, "email": "Ben@example.com"}]
    do(ana.id, "member.invite", board_id=board_id, role="member", people=guests)
    return seal(PURPOSE, invitation_id, "ben@example.com")


def test_tells_a_stranger_whom_it_is_for_and_nothing_else(token: str) -> None:
    told = Browser().get(f"/api/v1/invitations/{token}").json()
    assert told == {
        "email": "ben@example.com",
        "board": "Relaunch",
        "invited_by": "Ana Costa",
        "role": "member",
        "expired": False,
    }


def test_says_when_it_is_too_old(token: str) -> None:
    Invitation.objects.update(expires_at=1)
    assert Browser().get(f"/api/v1/invitations/{token}").json()["expired"] is True


@pytest.mark.parametrize("wrong", ["x", "A" * 48, "ä", "%2e%2e", "a" * 5000])
def test_a_token_that_is_not_ours_is_not_found(token: str, wrong: str) -> None:
    answer = Browser().get(f"/api/v1/invitations/{wrong}")
    assert (answer.status_code, code(answer)) == (404, "not_found")


def test_cancelled_is_not_found(token: str) -> None:
    invitation = Invitation.objects.get()
    do(invitation.invited_by, "invitation.cancel", invitation_id=invitation.id)
    assert Browser().get(f"/api/v1/invitations/{token}").status_code == 404


def test_guessing_is_slowed_down(token: str) -> None:
    browser = Browser()
    statuses = [browser.get("/api/v1/invitations/x").status_code for _ in range(61)]
    assert (statuses[59], statuses[60]) == (404, 429)


def test_newcomer_signs_up_by_it_without_another_mail_and_joins_the_board(token: str) -> None:
    mail.outbox.clear()
    ben = Browser()
    assert ben.sign_up("ben@example.com", name="Ben", invitation=token).status_code == 200
    assert mail.outbox == []
    person_id = ben.get("/api/v1/me").json()["id"]
    assert Account.objects.filter(owner_id=person_id).count() == 1
    done = ben.post("/api/v1/invitations/accept", {"token": token})
    assert done.status_code == 200
    board_id = Member.objects.get(person_id=person_id).board_id
    assert f"team:{board_id}" in [scope for scope, _ in done.json()["wrote"]]
    assert [board["name"] for board in ben.get("/api/v1/home").json()["boards"]] == ["Relaunch"]


def test_another_address_is_told_whom_it_was_for(token: str) -> None:
    make_person(email="eve@example.com", name="Eve", password=PASSWORD)
    eve = Browser()
    eve.sign_in("eve@example.com")
    answer = eve.post("/api/v1/invitations/accept", {"token": token})
    assert code(answer) == "invitation_other_address"
    assert answer.json()["args"] == {"email": "ben@example.com"}
    assert not Member.objects.filter(person_id=eve.get("/api/v1/me").json()["id"]).exists()


def test_visitor_finds_the_board_on_home_and_may_create_nothing_beside_it(token: str) -> None:
    Invitation.objects.update(role="visitor")
    ben = Browser()
    ben.sign_up("ben@example.com", name="Ben", invitation=token)
    ben.post("/api/v1/invitations/accept", {"token": token})
    home = ben.get("/api/v1/home").json()
    roles = {account["name"]: account["role"] for account in home["accounts"]}
    assert roles == {"Ben": "owner", "Ana Costa": "visitor"}
    assert [board["role"] for board in home["boards"]] == ["visitor"]


def test_token_proves_no_address_that_its_id_is_given_to_later(token: str) -> None:
    """Ids are the clients': who invites chooses them, and could use that of a token they hold again."""
    first = Invitation.objects.get()
    do(first.invited_by, "invitation.cancel", invitation_id=first.id)
    guests = [{"invitation_id": first.id, "email": "victim@example.com"}]
    do(first.invited_by, "member.invite", board_id=first.board_id, role="member", people=guests)
    assert Browser().get(f"/api/v1/invitations/{token}").status_code == 404
    mail.outbox.clear()
    thief = Browser()
    assert thief.sign_up("victim@example.com", name="Thief", invitation=token).status_code == 401
    assert "/verify-email/" in mail.outbox[-1].body
