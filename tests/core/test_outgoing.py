"""The guarded way out: into the open internet, and nowhere else."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tafla.core import outgoing
from tafla.core.outgoing import OutgoingError, fetch, is_public

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web server on a loopback address; it remembers what it was asked."""

    def __init__(self, address: str, port: int = 0) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answers: dict[str, Answer] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                site.answers.get(self.path, _hello)(self)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer((address, port), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


def _hello(handler: BaseHTTPRequestHandler) -> None:
    _send(handler, b"<title>Hello</title>")


def _send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def to(place: str) -> Answer:
    return lambda handler: _send(handler, b"", 302, Location=place)


@pytest.fixture
def inside() -> Iterator[Site]:
    """A server in our own network, at 127.0.0.1."""
    site = Site("127.0.0.1")
    yield site
    site.server.shutdown()


@pytest.fixture
def outside(inside: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server that counts as public, at 127.0.0.2, with the only port there is."""
    site = Site("127.0.0.2", inside.port)
    monkeypatch.setattr(outgoing, "PORTS", {"http": site.port, "https": site.port})
    real = is_public
    monkeypatch.setattr(outgoing, "is_public", lambda address: address == "127.0.0.2" or real(address))
    names: dict[str, list[str]] = {"public.test": ["127.0.0.2"]}
    looked_up = socket.getaddrinfo

    def look_up(host: str, port: int, **_: Any) -> Any:
        found = names.get(host)
        if found is None:
            return looked_up(host, port, type=socket.SOCK_STREAM)
        # Another answer each time: what a hostile name server does.
        address = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    site.names = names  # type: ignore[attr-defined]
    yield site
    site.server.shutdown()


def reason(url: str, **more: Any) -> str:
    with pytest.raises(OutgoingError) as refused:
        fetch(url, **more)
    return refused.value.reason


def test_a_public_page_is_fetched_without_saying_who_asks(outside: Site) -> None:
    page = fetch("http://public.test/a?b=ä")
    assert (page.status, page.body) == (200, b"<title>Hello</title>")
    path, headers = outside.asked[0]
    assert path == "/a?b=%C3%A4"
    assert headers["Host"] == "public.test"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Connection"}


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[::127.0.0.1]",
        "[::]",
        "169.254.169.254",
        "[fe80::1]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "192.0.0.170",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "[fc00::1]",
        "[ff02::1]",
        "[fd00:ec2::254]",
    ],
)
def test_our_own_network_is_not_asked(inside: Site, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setattr(outgoing, "PORTS", {"http": inside.port})
    assert reason(f"http://{host}:{inside.port}/") == "private"
    assert inside.asked == []


def test_what_is_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
    assert not is_public("fe80::1%eth0")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://public.test/", "scheme"),
        ("gopher://public.test/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://", "scheme"),
        ("http://public.test:22/", "port"),
        ("http://public.test:6379/", "port"),
        ("http://public.test:99999/", "unreachable"),
        ("http://[::1/", "unreachable"),
        ("http://a..b/", "unreachable"),
        ("http://" + "a" * 300 + ".test/", "unreachable"),
    ],
)
def test_only_web_addresses_on_their_own_ports(outside: Site, url: str, why: str) -> None:
    assert reason(url) == why
    assert outside.asked == []


def test_a_name_is_looked_up_once_and_the_connection_goes_where_it_was_judged(
    outside: Site, inside: Site
) -> None:
    """Rebinding: the second answer would lead inside."""
    outside.names["rebind.test"] = ["127.0.0.2", "127.0.0.1"]  # type: ignore[attr-defined]
    fetch("http://rebind.test/")
    assert len(outside.asked) == 1
    assert inside.asked == []
    assert reason("http://rebind.test/") == "private"
    assert inside.asked == []


def test_one_private_address_among_public_ones_spoils_the_name(
    outside: Site, inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [(socket.AF_INET, "127.0.0.2"), (socket.AF_INET, "127.0.0.1")]
    monkeypatch.setattr(outgoing, "look_up", lambda *_: both)
    assert reason("http://both.test/") == "private"
    assert outside.asked == inside.asked == []


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://127.0.0.1:{port}/", "private"),
        ("http://[::ffff:127.0.0.1]:{port}/", "private"),
        ("//127.0.0.1:{port}/", "private"),
        ("http://2130706433:{port}/", "private"),
        ("file:///etc/passwd", "scheme"),
        ("http://public.test:22/", "port"),
    ],
)
def test_redirects_lead_nowhere_else(outside: Site, inside: Site, place: str, why: str) -> None:
    outside.answers["/go"] = to(place.format(port=inside.port))
    assert reason("http://public.test/go") == why
    assert inside.asked == []


def test_redirects_are_followed_and_counted(outside: Site) -> None:
    for step in range(5):
        outside.answers[f"/{step}"] = to(f"/{step + 1}")
    assert fetch("http://public.test/0").url == "http://public.test/5"
    outside.answers["/round"] = to("/round")
    assert reason("http://public.test/round") == "redirects"


def test_a_huge_page_is_read_to_its_bound(outside: Site) -> None:
    outside.answers["/huge"] = lambda handler: _send(handler, b"x" * 3_000_000)
    assert len(fetch("http://public.test/huge").body) == outgoing.MOST_BYTES


def _trickle(what: bytes) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + what)
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize("what", [b"Content-Length: 1000\r\n\r\n", b"X-Slow: ", b"\r\n"])
def test_a_page_that_trickles_ends_on_time(outside: Site, what: bytes) -> None:
    outside.answers["/slow"] = _trickle(what)
    started = time.monotonic()
    with suppress(OutgoingError):  # or what had come by then
        fetch("http://public.test/slow", within_s=0.6)
    assert time.monotonic() - started < 2


def test_a_server_that_says_nothing_or_nonsense(outside: Site) -> None:
    outside.answers["/mute"] = lambda _: time.sleep(2)
    assert reason("http://public.test/mute", within_s=0.3) == "late"
    outside.answers["/odd"] = lambda handler: handler.wfile.write(b"\0\0\0\0\n" * 10) and None
    assert reason("http://public.test/odd") == "unreachable"
    with pytest.raises(OutgoingError):
        fetch("https://public.test/")  # no TLS spoken there


def test_servers_of_our_own_may_be_allowed_one_by_one(inside: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = outgoing.load().model_copy(update={"outgoing_allowed": f"x:1, 127.0.0.1:{inside.port}"})
    monkeypatch.setattr(outgoing, "load", lambda: settings)
    assert fetch(f"http://127.0.0.1:{inside.port}/").status == 200
    assert reason("http://127.0.0.1:1/") == "port"
    assert reason(f"http://localhost:{inside.port}/") == "port"
