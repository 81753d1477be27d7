"""Who may become a person, what others hear of it, and what happens when the mail does not leave."""

import pytest
from django.core import mail

from tafla.core.settings import Settings
from tafla.people import adapter, hooks
from tests.support.client import Browser, code, mailed_key

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _empty_outbox() -> None:
    mail.outbox.clear()


def test_sign_up_by_invitation_only(monkeypatch: pytest.MonkeyPatch) -> None:
    Browser().join("ana@example.com")
    monkeypatch.setattr(adapter, "load", lambda: Settings(signup="invited", base_url="http://testserver"))
    monkeypatch.setattr(hooks.invited_address, "listeners", [{"tok": "ben@example.com"}.get])
    assert Browser().sign_up("eve@example.com").status_code == 403
    assert Browser().sign_up("eve@example.com", invitation="no").status_code == 403
    mail.outbox.clear()
    ben = Browser()
    assert ben.sign_up("ben@example.com", invitation="tok").status_code == 200
    assert ben.get("/api/v1/me").json()["email"] == "ben@example.com"
    assert mail.outbox == []


def test_invitation_to_somebody_else_proves_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks.invited_address, "listeners", [{"tok": "ben@example.com"}.get])
    assert Browser().sign_up("eve@example.com", invitation="tok").status_code == 401
    assert "/verify-email/" in mail.outbox[-1].body


def test_hooks_hear_of_sign_up_and_of_the_confirmed_address(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, str, str]] = []
    for name in ("signed_up", "email_verified"):
        hook = getattr(hooks, name)
        note = lambda person, request, name=name: heard.append(  # noqa: E731
            (name, person.email, getattr(request, "invitation", ""))
        )
        monkeypatch.setattr(hook, "listeners", [note])
    browser = Browser()
    browser.sign_up("ana@example.com", invitation="tok")
    assert heard == [("signed_up", "ana@example.com", "tok")]
    browser.verify(mailed_key("verify-email"))
    assert heard[1][:2] == ("email_verified", "ana@example.com")


def test_mail_that_cannot_leave_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", fail)
    answer = Browser().sign_up("ana@example.com")
    assert (answer.status_code, code(answer)) == (503, "mail_unavailable")
