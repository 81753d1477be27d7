"""What every request passes first: who really asks, which site is meant, what errors look like.

- Behind N trusted proxies the N-th address from the right of X-Forwarded-For is the client's; all others
are hearsay. - A request for a host that is not ours is refused, so no answer, cookie or mail can be made
for a foreign name. - A socket or a lean request that changes something must carry an Origin of this site.
(Django's own requests are checked by its CSRF middleware.) - An exception ends as a typed 500 with an id
that the log has too; never as a traceback or an empty answer.
"""

import logging

from django.http.request import split_domain_port, validate_host

from tafla.core.answers import new_error_id
from tafla.core.settings import Settings
from tafla.doors.lean import DATA_POLICY, SAFETY, Handler, Message, Receive, Scope, Send, header, refuse

log = logging.getLogger("tafla.errors")

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
HSTS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
PROBES = ("/healthz", "/readyz")


class Guard:
    """Wraps the router."""

    def __init__(self, inner: Handler, settings: Settings) -> None:
        self.inner = inner
        self.settings = settings
        self.hosts = settings.hosts
        self.safety = [*SAFETY, HSTS] if settings.is_https else SAFETY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = Answer(send, self.safety)
        try:
            if self.settings.trusted_proxy:
                trust_proxies(scope, self.settings.trusted_proxy)
            if scope["path"] in PROBES or validate_host(host_name(scope), self.hosts):
                await self.inner(scope, receive, answer.send)
            else:
                await refuse(scope, answer.send, 400, "bad_host")
        except Exception as error:  # every door ends here
            await self._fail(scope, answer, error)

    async def _fail(self, scope: Scope, answer: "Answer", error: Exception) -> None:
        error_id = new_error_id()
        log.error(
            "server_error %s at %s %s", error_id, scope.get("method", "SOCKET"), scope["path"], exc_info=error
        )
        if not answer.is_started:
            await refuse(scope, answer.send, 500, "server_error", id=error_id)
        elif scope["type"] == "websocket":
            await answer.send({"type": "websocket.close", "code": 1011, "reason": error_id})


class Answer:
    """Watches what is sent: whether an answer has begun, and that safety headers are on it."""

    def __init__(self, send: Send, safety: list[tuple[bytes, bytes]]) -> None:
        self._send = send
        self._safety = safety
        self.is_started = False

    async def send(self, message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            present = {name.lower() for name, _ in message.get("headers", ())}
            added = [pair for pair in (*self._safety, DATA_POLICY) if pair[0] not in present]
            message["headers"] = [*message.get("headers", ()), *added]
        self.is_started = True
        await self._send(message)


def host_name(scope: Scope) -> str:
    """The host the client asked for, without its port; "" when it makes no sense."""
    return split_domain_port(header(scope, b"host"))[0]


def is_own_origin(scope: Scope, settings: Settings) -> bool:
    """Whether a page of this site made the request (the Host header has been checked before)."""
    origin = header(scope, b"origin")
    scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
    return bool(origin) and origin in (settings.site, f"{scheme}://{header(scope, b'host')}")


def needs_origin(handler: Handler, settings: Settings) -> Handler:
    """A lean handler behind the check that forms and sockets of other sites do not pass."""

    async def checked(scope: Scope, receive: Receive, send: Send) -> None:
        is_read = scope["type"] == "http" and scope["method"] in SAFE_METHODS
        if is_read or is_own_origin(scope, settings):
            await handler(scope, receive, send)
        else:
            await refuse(scope, send, 403, "bad_origin")

    return checked


def trust_proxies(scope: Scope, count: int) -> None:
    """Put the client's address and scheme, as told by our own proxies, where handlers look for them."""
    hops = told(scope, b"x-forwarded-for")
    if len(hops) >= count:
        scope["client"] = (hops[-count], 0)
    scheme = told(scope, b"x-forwarded-proto")[-1:]
    if scheme in (["http"], ["https"]):
        is_socket = scope["type"] == "websocket"
        scope["scheme"] = {"http": "ws", "https": "wss"}[scheme[0]] if is_socket else scheme[0]


def told(scope: Scope, name: bytes) -> list[str]:
    """All values of a list header over all its lines: a proxy may add its own below a forged one."""
    lines = [value.decode("latin-1") for key, value in scope["headers"] if key == name]
    return [part.strip() for part in ",".join(lines).split(",") if part.strip()]
