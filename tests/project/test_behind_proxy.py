"""Behind a TLS proxy: who is asking, which cookies are safe, what a stranger cannot claim."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tafla.doors.guard import trust_proxies
from tests.support.servers import running

SITE = "https://tafla.example.org"


@pytest.fixture(scope="module")
def http(database_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("proxied")
    shutil.copyfile(database_template, folder / "tafla.sqlite3")
    settings = {"TAFLA_BASE_URL": SITE, "TAFLA_TRUSTED_PROXY": "1"}
    headers = {"host": "tafla.example.org", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9"}
    with running(["tafla.project.live"], folder, **settings) as server:
        yield httpx.Client(base_url=server.url, headers=headers)


def test_cookies_travel_over_tls_only_and_browsers_stay_with_it(http: httpx.Client) -> None:
    answer = http.get("/api/v1/me")
    assert "; Secure" in answer.headers["set-cookie"]
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")
    assert http.get("/healthz").headers["strict-transport-security"]


def test_requests_of_the_site_pass_and_plain_ones_do_not(http: httpx.Client) -> None:
    token = http.get("/api/v1/me").cookies["csrftoken"]
    sent = {"cookie": f"csrftoken={token}", "x-csrftoken": token}
    path, body = "/_allauth/browser/v1/auth/login", {"email": "a@example.com", "password": "wrong"}
    assert http.post(path, json=body, headers={**sent, "origin": SITE}).status_code == 400
    refused = http.post(path, json=body, headers={**sent, "origin": "http://tafla.example.org"})
    assert refused.json()["code"] == "bad_origin"


def test_loopback_names_are_not_answered_for_a_public_site(http: httpx.Client) -> None:
    assert http.get("/api/v1/me", headers={"host": "localhost"}).json()["code"] == "bad_host"


@pytest.mark.parametrize(
    ("count", "told", "believed"),
    [
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_what_own_proxies_say_is_believed(count: int, told: str, believed: str) -> None:
    scope = {
        "type": "http",
        "scheme": "http",
        "client": ("127.0.0.1", 5),
        "headers": [(b"x-forwarded-for", told.encode()), (b"x-forwarded-proto", b"https")],
    }
    trust_proxies(scope, count)
    assert scope["client"][0] == believed
    assert scope["scheme"] == "https"


def test_a_forged_line_above_the_proxys_own_is_not_believed() -> None:
    headers = [(b"x-forwarded-for", b"6.6.6.6"), (b"x-forwarded-for", b"203.0.113.9")]
    scope = {"type": "http", "scheme": "http", "client": ("127.0.0.1", 5), "headers": headers}
    trust_proxies(scope, 1)
    assert scope["client"][0] == "203.0.113.9"
