"""Signing up, in and out by allauth's headless interface, as the client does it."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import translation

from tafla.people import acts, adapter, hooks
from tafla.people.access import SignedIn, access_session
from tafla.people.models import Person
from tests.support.client import AUTH, PASSWORD, Browser, mailed_key

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _empty_outbox() -> None:
    mail.outbox.clear()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of people whose sessions changed."""
    ids: list[str] = []
    monkeypatch.setattr(hooks.sessions_changed, "listeners", [ids.append])
    return ids


def test_sign_up_asks_for_a_confirmed_address_before_letting_in() -> None:
    browser = Browser()
    answer = browser.sign_up("Ana@Example.com")
    assert answer.status_code == 401
    assert any(flow["id"] == "verify_email" for flow in answer.json()["data"]["flows"])
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.verify(mailed_key("verify-email")).status_code == 200
    me = browser.get("/api/v1/me").json()
    assert (me["email"], me["name"]) == ("ana@example.com", "Ana Costa")


def test_confirmation_mail_is_text_and_html_and_links_to_the_site() -> None:
    Browser().sign_up("ana@example.com", name="<b>Ana</b>")
    sent = mail.outbox[0]
    assert sent.to == ["ana@example.com"]
    assert "http://testserver/verify-email/" in sent.body
    page = sent.alternatives[0][0]
    assert 'href="http://testserver/verify-email/' in page
    assert "&lt;b&gt;Ana&lt;/b&gt;" in page
    assert "<b>Ana" not in page


def test_mail_is_written_in_the_newcomers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    languages: list[str] = []
    render = adapter.AccountAdapter.render_mail

    def spy(self: adapter.AccountAdapter, *args: object, **kwargs: object) -> object:
        languages.append(translation.get_language())
        return render(self, *args, **kwargs)

    monkeypatch.setattr(adapter.AccountAdapter, "render_mail", spy)
    Browser().sign_up("ana@example.com", language="pt", time_zone="Europe/Lisbon")
    assert languages == ["pt"]
    person = Person.objects.get()
    assert (person.language, person.time_zone) == ("pt", "Europe/Lisbon")


def test_nonsense_language_and_zone_do_not_stop_a_sign_up() -> None:
    Browser().sign_up("ana@example.com", language="🤷", time_zone="Mars/Base")
    person = Person.objects.get()
    assert (person.language, person.time_zone) == ("en", "UTC")


def test_first_confirmed_person_owns_the_installation_and_nobody_after() -> None:
    ana, ben = Browser(), Browser()
    ana.sign_up("ana@example.com")
    assert not Person.objects.filter(is_superuser=True).exists()
    ana.verify(mailed_key("verify-email"))
    ben.join("ben@example.com", name="Ben Okafor")
    owners = Person.objects.filter(is_superuser=True, is_staff=True)
    assert [owner.email for owner in owners] == ["ana@example.com"]


def test_second_sign_up_with_the_same_address_tells_the_stranger_nothing() -> None:
    Browser().join("ana@example.com")
    cache.clear()  # one mail an address in three minutes
    first, second = Browser().sign_up("new@example.com"), Browser().sign_up("ANA@example.com", name="Eve")
    assert (first.status_code, second.status_code) == (401, 401)
    assert first.json() == second.json()
    assert Person.objects.get(email="ana@example.com").name == "Ana Costa"
    assert mail.outbox[-1].subject == "You already have a Tafla account"


def test_wrong_password_is_refused_like_an_unknown_address() -> None:
    Browser().join("ana@example.com")
    wrong = Browser().sign_in("ana@example.com", "not the password")
    unknown = Browser().sign_in("nobody@example.com", "not the password")
    assert (wrong.status_code, unknown.status_code) == (400, 400)
    assert wrong.json() == unknown.json()


def test_sign_in_is_rate_limited() -> None:
    Browser().join("ana@example.com")
    statuses = [Browser().sign_in("ana@example.com", f"guess number {n}").status_code for n in range(12)]
    assert set(statuses) <= {400, 429}
    # Even the right password has to wait now.
    assert Browser().sign_in("ana@example.com").status_code in (400, 429)


@pytest.mark.parametrize("password", ["short", "password1234", "ana@example.com"])
def test_weak_password_is_refused(password: str) -> None:
    browser = Browser()
    browser.get("/api/v1/me")
    body = {"email": "ana@example.com", "password": password, "name": "Ana"}
    assert browser.post(f"{AUTH}/auth/signup", body).status_code == 400
    assert not Person.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u202e", "\ufeff", "x" * 101])
def test_name_that_is_none_is_refused(name: str) -> None:
    assert Browser().sign_up("ana@example.com", name=name).status_code == 400
    assert not Person.objects.exists()


def test_reset_by_mail_ends_other_sessions(heard: list[str]) -> None:
    here, there = Browser(), Browser()
    here.join("ana@example.com")
    assert here.get("/api/v1/me").status_code == 200
    there.get("/api/v1/me")
    assert there.post(f"{AUTH}/auth/password/request", {"email": "ana@example.com"}).status_code == 200
    body = {"key": mailed_key("reset-password"), "password": "eight blue kettles"}
    assert there.post(f"{AUTH}/auth/password/reset", body).status_code == 401
    assert Person.objects.get().id in heard
    assert here.get("/api/v1/me").status_code == 401
    assert there.sign_in("ana@example.com", "eight blue kettles").status_code == 200
    assert mail.outbox[-1].subject == "Your password was changed"


def test_reset_for_an_unknown_address_mails_nobody() -> None:
    browser = Browser()
    browser.get("/api/v1/me")
    assert browser.post(f"{AUTH}/auth/password/request", {"email": "x@example.com"}).status_code == 200
    assert mail.outbox == []


def test_change_of_password_ends_other_sessions_and_keeps_this_one(heard: list[str]) -> None:
    here, there = Browser(), Browser()
    here.join("ana@example.com")
    there.sign_in("ana@example.com")
    body = {"current_password": PASSWORD, "new_password": "eight blue kettles"}
    assert here.post(f"{AUTH}/account/password/change", body).status_code == 200
    assert heard
    assert here.get("/api/v1/me").status_code == 200
    assert there.get("/api/v1/me").status_code == 401


def test_sign_out_everywhere_ends_every_session(heard: list[str]) -> None:
    here, there = Browser(), Browser()
    here.join("ana@example.com")
    there.sign_in("ana@example.com")
    assert here.ask("DELETE", "/api/v1/me/sessions").status_code == 204
    assert here.get("/api/v1/me").status_code == there.get("/api/v1/me").status_code == 401
    assert Person.objects.get().id in heard


def test_one_listed_session_can_be_ended(heard: list[str]) -> None:
    here, there = Browser(), Browser()
    here.join("ana@example.com")
    there.sign_in("ana@example.com")
    listed = here.get(f"{AUTH}/auth/sessions").json()["data"]
    other = next(each["id"] for each in listed if not each["is_current"])
    assert here.ask("DELETE", f"{AUTH}/auth/sessions", {"sessions": [other]}).status_code == 200
    assert there.get("/api/v1/me").status_code == 401
    assert here.get("/api/v1/me").status_code == 200
    assert heard


@pytest.mark.parametrize("way", ["out", "listed", "everywhere"])
def test_when_others_hear_of_it_the_session_has_ended(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """S10: sockets are looked at when it is told, and then not again for a while."""
    here, there = Browser(), Browser()
    here.join("ana@example.com")
    there.sign_in("ana@example.com")
    cookie = f"sessionid={there.client.cookies['sessionid'].value}"
    found: list[SignedIn | None] = []
    look = lambda _person_id: found.append(access_session(cookie))  # noqa: E731
    monkeypatch.setattr(hooks.sessions_changed, "listeners", [look])
    if way == "out":
        there.ask("DELETE", f"{AUTH}/auth/session")
    elif way == "listed":
        listed = here.get(f"{AUTH}/auth/sessions").json()["data"]
        other = next(each["id"] for each in listed if not each["is_current"])
        here.ask("DELETE", f"{AUTH}/auth/sessions", {"sessions": [other]})
    else:
        here.ask("DELETE", "/api/v1/me/sessions")
    assert found
    assert set(found) == {None}


def test_deactivated_person_is_out_at_once(heard: list[str]) -> None:
    browser = Browser()
    browser.join("ana@example.com")
    heard.clear()
    acts.deactivate(Person.objects.get())
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.sign_in("ana@example.com").status_code != 200
    assert heard
