"""Bad and good requests to a real live process: every answer is typed, safe and short."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPResponse

import httpx
import pytest

from tafla.doors.django_bridge import BODY_LIMIT_BYTES
from tests.support.servers import RunningServer


@pytest.fixture
def http(live: RunningServer) -> httpx.Client:
    return httpx.Client(base_url=live.url, timeout=10)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert set(body) == {"code", "args"}
    return answer.status_code, body["code"]


def raw(live: RunningServer, request: bytes) -> tuple[int, bytes]:
    """Status and body the server answers to these very bytes."""
    with socket.create_connection(("127.0.0.1", live.port), timeout=10) as connection:
        connection.sendall(request)
        answer = HTTPResponse(connection)
        answer.begin()
        return answer.status, answer.read()


def test_probes_answer_also_under_a_foreign_name(http: httpx.Client) -> None:
    assert http.get("/healthz", headers={"host": "10.0.0.7"}).json() == {"status": "ok"}
    assert http.get("/readyz").json() == {"status": "ready", "checks": {"database": True}}


@pytest.mark.parametrize("path", ["/", "/api/v1/me", "/live/socket", "/_allauth/browser/v1/config"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a b", "[::1"])
def test_foreign_host_is_refused_by_every_door(http: httpx.Client, path: str, host: str) -> None:
    assert refusal(http.get(path, headers={"host": host})) == (400, "bad_host")


def test_every_answer_carries_safety_headers(http: httpx.Client) -> None:
    for path in ("/", "/api/v1/me", "/healthz", "/live/nothing", "/nothing.txt"):
        headers = http.get(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "server" not in headers


def test_unknown_addresses_are_not_found(http: httpx.Client) -> None:
    for path in ("/nothing.txt", "/api/v1/nothing", "/_allauth/nothing", "/../../etc/passwd", "/assets/x.js"):
        assert refusal(http.get(path)) == (404, "not_found"), path


def test_wrong_method_is_told_with_the_right_ones(http: httpx.Client) -> None:
    answer = http.put("/api/v1/me")
    assert refusal(answer) == (405, "method_not_allowed")
    assert "GET" in answer.headers["allow"]
    assert refusal(http.post("/sign-in")) == (405, "method_not_allowed")


def test_oversize_body_is_refused_before_it_is_read(http: httpx.Client, live: RunningServer) -> None:
    head = f"POST /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {10**12}\r\n\r\n"
    assert raw(live, head.encode())[0] == 413
    answer = http.post("/api/v1/me", content=b"x" * (BODY_LIMIT_BYTES + 1))
    assert refusal(answer) == (413, "too_large")
    assert answer.json()["args"] == {"limit": BODY_LIMIT_BYTES}


def test_oversize_body_of_unknown_length_is_refused(http: httpx.Client) -> None:
    parts = (b"x" * 65536 for _ in range(40))
    assert refusal(http.post("/api/v1/me", content=parts)) == (413, "too_large")


def test_body_cut_off_by_a_vanished_client_reaches_nobody(live: RunningServer) -> None:
    head = b"POST /_allauth/browser/v1/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"
    with socket.create_connection(("127.0.0.1", live.port)) as connection:
        connection.sendall(head)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(100) == b""
    assert "Traceback" not in live.logged()


def test_request_without_our_token_or_from_elsewhere_is_refused(http: httpx.Client) -> None:
    path = "/_allauth/browser/v1/auth/login"
    assert refusal(http.post(path, json={"email": "a@b.c", "password": "x"})) == (403, "bad_origin")
    http.get("/api/v1/me")
    token = {"x-csrftoken": http.cookies["csrftoken"]}
    elsewhere = {**token, "origin": "https://evil.example"}
    assert refusal(http.post(path, json={}, headers=elsewhere)) == (403, "bad_origin")
    here = {**token, "origin": str(http.base_url).rstrip("/")}
    assert http.post(path, json={"email": "a@b.c", "password": "x"}, headers=here).status_code == 400


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:1"])
def test_lean_change_from_elsewhere_is_refused(http: httpx.Client, origin: str | None) -> None:
    headers = {} if origin is None else {"origin": origin}
    assert refusal(http.post("/live/command", json={}, headers=headers)) == (403, "bad_origin")


def test_socket_from_elsewhere_is_refused_with_a_reason(live: RunningServer) -> None:
    shake = (
        "GET /live/socket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        "Origin: https://evil.example\r\n\r\n"
    )
    assert raw(live, shake.encode()) == (403, b'{"code":"bad_origin","args":{}}')
    assert raw(live, shake.replace("/live/socket", "/api/v1/me").encode())[0] == 404


@pytest.mark.parametrize(
    ("cookie", "status"),
    [("sessionid=" + "x" * 4000, 401), ("sessionid=\xff\xfe", 401), ("=;;;=", 401), ("csrftoken=short", 401)],
)
def test_bad_cookies_are_nobodys(http: httpx.Client, cookie: str, status: int) -> None:
    answer = http.get("/api/v1/me", headers=[(b"cookie", cookie.encode("latin-1"))])
    assert refusal(answer) == (status, "signed_out")


def test_odd_bytes_in_address_and_query_do_no_harm(live: RunningServer) -> None:
    for target in (b"/api/v1/me?q=\xff\xfe", b"/api/v1/%ff%00", b"/%2e%2e/x.js", b"/api/v1/me?a=%zz"):
        status, _ = raw(live, b"GET " + target + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        assert status in (400, 401, 404), target
    assert "Traceback" not in live.logged()


def test_header_written_with_underscores_is_not_taken_for_the_real_one(http: httpx.Client) -> None:
    http.get("/api/v1/me")
    spoofed = {"x_csrftoken": http.cookies["csrftoken"]}
    assert refusal(http.patch("/api/v1/me", json={}, headers=spoofed)) == (403, "bad_origin")


def test_many_at_once_are_all_answered(http: httpx.Client) -> None:
    with ThreadPoolExecutor(32) as pool:
        statuses = list(pool.map(lambda _: http.get("/api/v1/me").status_code, range(200)))
    assert set(statuses) == {401}


def test_slow_body_holds_no_thread(live: RunningServer, http: httpx.Client) -> None:
    head = b"POST /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n"
    slow = [socket.create_connection(("127.0.0.1", live.port)) for _ in range(20)]
    try:
        for connection in slow:
            connection.sendall(head)
        started = time.monotonic()
        assert http.get("/api/v1/me").status_code == 401
        assert time.monotonic() - started < 2
    finally:
        for connection in slow:
            connection.close()


def test_openapi_names_the_routes(http: httpx.Client) -> None:
    description = http.get("/api/v1/openapi.json")
    assert json.loads(description.text)["info"]["title"] == "Tafla"
    assert "/api/v1/me" in description.json()["paths"]
