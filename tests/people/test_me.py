"""`/api/v1/me`: who is signed in, and what they may change."""

import pytest

from tafla.people.access import access_session
from tafla.people.models import Person
from tests.support.client import Browser, code

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def ana() -> Browser:
    browser = Browser()
    browser.join("ana@example.com")
    return browser


def test_a_stranger_is_told_so_and_given_a_csrf_cookie() -> None:
    browser = Browser()
    answer = browser.get("/api/v1/me")
    assert (answer.status_code, answer.json()) == (401, {"code": "signed_out", "args": {}})
    cookie = browser.client.cookies["csrftoken"]
    assert not cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_profile_can_be_changed_in_parts(ana: Browser) -> None:
    assert ana.ask("PATCH", "/api/v1/me", {"name": "  Ana   C. "}).json()["name"] == "Ana C."
    me = ana.ask(
        "PATCH", "/api/v1/me", {"theme": "dark", "time_zone": "Asia/Kolkata", "language": "pt-BR"}
    ).json()
    assert (me["name"], me["theme"], me["time_zone"], me["language"]) == (
        "Ana C.",
        "dark",
        "Asia/Kolkata",
        "pt-BR",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "\x00\n"),
        ("name", "x" * 101),
        ("name", 7),
        ("language", "<script>"),
        ("time_zone", "../../etc/passwd"),
        ("theme", "pink"),
        ("is_staff", True),
        ("email", "eve@example.com"),
    ],
)
def test_what_makes_no_sense_is_refused_by_field(ana: Browser, field: str, value: object) -> None:
    answer = ana.ask("PATCH", "/api/v1/me", {field: value})
    assert answer.status_code == 422
    assert answer.json() == {"code": "bad_arguments", "args": {"fields": [field]}}


@pytest.mark.parametrize("body", ["{", "[]", '"x"', "\x00", '{"name": "\\ud800"}'])
def test_body_that_is_no_object_is_refused(ana: Browser, body: str) -> None:
    token = ana.client.cookies["csrftoken"].value
    answer = ana.client.generic(
        "PATCH", "/api/v1/me", body.encode(), content_type="application/json", HTTP_X_CSRFTOKEN=token
    )
    assert answer.status_code in (400, 422), answer.content
    assert code(answer) in ("bad_request", "bad_arguments")


def test_change_without_the_token_is_refused(ana: Browser) -> None:
    answer = ana.client.patch("/api/v1/me", {"name": "Eve"}, content_type="application/json")
    assert (answer.status_code, code(answer)) == (403, "bad_origin")
    assert Person.objects.get().name == "Ana Costa"


@pytest.mark.parametrize("cookie", ["", "x", "\x00", "a" * 5000, "ünicode", "';--"])
def test_bad_session_cookie_is_nobody(cookie: str) -> None:
    browser = Browser()
    browser.client.cookies["sessionid"] = cookie
    assert browser.get("/api/v1/me").status_code == 401
    assert access_session(f"sessionid={cookie}") is None


def test_lean_doors_know_the_person_by_the_cookie_header(ana: Browser) -> None:
    key = ana.client.cookies["sessionid"].value
    found = access_session(f"csrftoken=abc; sessionid={key}")
    assert found is not None
    assert found.person_id == Person.objects.get().id
    Person.objects.update(session_stamp="other")
    assert access_session(f"sessionid={key}") is None


def test_addresses_differ_in_more_than_case() -> None:
    Person.objects.create_user("Ana@Example.com", "x", name="Ana")
    assert Person.objects.get().email == "ana@example.com"
    assert Person.objects.get_by_natural_key("ANA@example.com").name == "Ana"
