"""The one guarded way out: pages of other sites are fetched from here, and from nowhere else.

An address that a person typed must not become a question from inside our own network. So: only http and
https on their own ports; the name is looked up once, every address it has must be a public one, and the
connection goes to that very address, so that no second look-up can lead elsewhere; the same for every
redirect. The time for all of it and the size of the answer are bounded. No cookies, no passwords, no proxies.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, urljoin, urlsplit

from tafla.core.settings import load

PORTS = {"http": 80, "https": 443}
MOST_REDIRECTS = 5
MOST_BYTES = 512 * 1024
WITHIN_S = 8.0
REDIRECTS = (301, 302, 303, 307, 308)
AGENT = "Tafla (page titles)"
# Parts of IPv6 that carry an IPv4 address to somebody who unwraps it, wherever that leads.
_WRAPPED = ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")
_WRAPPERS = tuple(ipaddress.ip_network(network) for network in _WRAPPED)

Address = tuple[int, str]  # family, address


class OutgoingError(Exception):
    """The page was not fetched; `reason` is scheme, port, private, redirects, late or unreachable."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Page:
    """What came back: where from in the end, and the first `MOST_BYTES` of it."""

    url: str
    status: int
    headers: Message
    body: bytes


@dataclass
class _Deadline:
    """Ends a conversation on time, also one that trickles: whatever waits for the socket is woken up."""

    at: float
    sock: socket.socket | None = None
    is_over: bool = False

    def left(self) -> float:
        left = self.at - time.monotonic()
        if left <= 0:
            raise OutgoingError("late")
        return left

    def end(self) -> None:
        self.is_over = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def fetch(url: str, within_s: float = WITHIN_S) -> Page:
    """GET an address that somebody typed, and whatever it redirects to. Raises OutgoingError."""
    deadline = _Deadline(time.monotonic() + within_s)
    for _ in range(MOST_REDIRECTS + 1):
        page = _ask(url, deadline)
        if page.status not in REDIRECTS or not page.headers["location"]:
            return page
        url = urljoin(url, page.headers["location"])
    raise OutgoingError("redirects")


def is_public(address: str) -> bool:
    """Whether an address lies in the open internet, for everybody on the way there."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if any(ip.version == network.version and ip in network for network in _WRAPPERS):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def look_up(host: str, port: int) -> list[Address]:
    """The addresses of a host. Names such as `2130706433` or `0177.1` are addresses too, for those who
    connect; here they come out as what they mean.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((family, str(place[0])) for family, _, _, _, place in found))


def _ask(url: str, deadline: _Deadline) -> Page:
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port or PORTS.get(parts.scheme, 0)
        if parts.scheme not in PORTS or not host:
            raise OutgoingError("scheme")
        with _connected(host, port, deadline) as sock, _ended(deadline):
            return _converse(parts, host, _secured(sock, parts.scheme, host, deadline))
    except (OSError, http.client.HTTPException, ValueError) as error:
        is_late = deadline.is_over or isinstance(error, TimeoutError)
        raise OutgoingError("late" if is_late else "unreachable") from error


@contextmanager
def _connected(host: str, port: int, deadline: _Deadline) -> Iterator[socket.socket]:
    """A connection to an address that has been judged."""
    is_allowed = f"{host}:{port}" in [one.strip() for one in load().outgoing_allowed.split(",")]
    if not is_allowed and port not in PORTS.values():
        raise OutgoingError("port")
    addresses = look_up(host, port)
    if not is_allowed and not all(is_public(address) for _, address in addresses):
        raise OutgoingError("private")
    with _first_that_answers(addresses, port, deadline) as sock:
        deadline.sock = sock
        yield sock


def _first_that_answers(addresses: list[Address], port: int, deadline: _Deadline) -> socket.socket:
    failure = OSError("no address")
    for family, address in addresses:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(deadline.left())
            sock.connect((address, port))
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


@contextmanager
def _ended(deadline: _Deadline) -> Iterator[None]:
    timer = threading.Timer(deadline.left(), deadline.end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _secured(sock: socket.socket, scheme: str, host: str, deadline: _Deadline) -> socket.socket:
    if scheme == "https":
        # The certificate must be the name's, though the connection went to an address.
        sock = deadline.sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    return sock


def _converse(parts: SplitResult, host: str, sock: socket.socket) -> Page:
    line = http.client.HTTPConnection(host)
    # Connected already; it must never do so by itself.
    line.sock, line.auto_open = sock, 0
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        line.putrequest("GET", _plain(target), skip_host=True, skip_accept_encoding=True)
        named = f"[{host}]" if ":" in host else host
        default = PORTS[parts.scheme]
        line.putheader("Host", named if parts.port in (None, default) else f"{named}:{parts.port}")
        for name, value in (("User-Agent", AGENT), ("Accept", "text/html"), ("Connection", "close")):
            line.putheader(name, value)
        line.endheaders()
        answer = line.getresponse()
        body = b"" if answer.status in REDIRECTS else answer.read(MOST_BYTES)
        return Page(parts.geturl(), answer.status, answer.headers, body)
    finally:
        line.close()


def _plain(target: str) -> str:
    """The target of a request as ASCII; what is written otherwise travels percent-encoded."""
    return "".join(
        mark if "!" <= mark <= "~" else "".join(f"%{b:02X}" for b in mark.encode()) for mark in target
    )
