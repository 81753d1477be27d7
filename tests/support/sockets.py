"""The live socket as a test's client speaks it, and the session that signs it in (docs/topics/wire.md)."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tafla.core.ids import new_id
from tafla.people.models import Person
from tests.support.copies import Held, fill

WITHIN_S = 5.0
Message = dict[str, Any]


def sign_in(person_id: str, *, expires_in_s: int = 3600) -> str:
    """A session in the database Django points at; the Cookie header that carries it."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = person_id
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = Person.objects.get(id=person_id).get_session_auth_hash()
    store.set_expiry(expires_in_s)
    store.create()
    return f"{settings.SESSION_COOKIE_NAME}={store.session_key}; {settings.CSRF_COOKIE_NAME}={'c' * 32}"


class ClosedError(Exception):
    """The server closed the socket; `code` says why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class SilenceError(AssertionError):
    """What was waited for did not come in time."""


class Socket:
    """One connection. Messages not asked for yet wait in `passed`, in order."""

    def __init__(self, raw: ClientConnection) -> None:
        self.raw = raw
        self.passed: list[Message] = []
        self.copies: dict[str, Held] = {}
        self.number = 1

    async def say(self, message: Any) -> None:
        text = message if isinstance(message, str | bytes) else json.dumps(message)
        await self.raw.send(text)

    async def hear(self, kind: str, within_s: float = WITHIN_S, **like: Any) -> Message:
        """The next message of this type with these values. Raises ClosedError, or SilenceError in time."""
        for at, message in enumerate(self.passed):
            if fits(message, kind, like):
                return self.passed.pop(at)
        deadline = time.monotonic() + within_s
        while True:
            message = await self.read(deadline - time.monotonic(), f"{kind} {like}")
            if fits(message, kind, like):
                return message
            self.passed.append(message)

    async def read(self, within_s: float, what: str = "a message") -> Message:
        """The next message whatever it is; changes are applied to the copies held."""
        try:
            async with asyncio.timeout(max(within_s, 0.001)):
                message: Message = json.loads(await self.raw.recv())
        except TimeoutError:
            raise SilenceError(f"no {what} came; heard {self.passed}") from None
        except ConnectionClosed as error:
            raise ClosedError(error.rcvd.code if error.rcvd else 1006) from None
        for change in message["c"] if message["t"] == "ch" else []:
            held = self.copies.get(change[0])
            assert held is None or held.apply(change), f"a gap: {held and held.seq} then {change}"
        return message

    async def closed(self, within_s: float = WITHIN_S) -> int:
        """The code the server closes with."""
        deadline = time.monotonic() + within_s
        try:
            while True:
                self.passed.append(await self.read(deadline - time.monotonic(), "close"))
        except ClosedError as closed:
            return closed.code

    async def hello(self, *, following: int = 1) -> Message:
        self.number = following
        await self.say({"t": "hello", "wire": 1, "device": new_id(), "next": following})
        return await self.hear("welcome")

    async def sub(self, scope: str, epoch: str = "0", seq: int = 0) -> Message:
        """Subscribe to a scope held at `seq`, and wait until it is so."""
        await self.say({"t": "sub", "scope": scope, "epoch": epoch, "seq": seq})
        return await self.hear("subbed", scope=scope)

    async def open(self, scope: str, snapshot: Message) -> Held:
        """Hold a scope from a snapshot on."""
        held = self.copies[scope] = fill(snapshot)
        await self.sub(scope, held.epoch, held.seq)
        return held

    async def command(self, verb: str, command_id: str | None = None, /, **args: Any) -> Message:
        """Send a command and wait for its answer."""
        command_id = command_id or new_id()
        await self.say({"t": "cmd", "id": command_id, "n": self.number, "verb": verb, "args": args})
        self.number += 1
        return await self.hear("ans", id=command_id)

    async def change(self, scope: str, within_s: float = WITHIN_S) -> list[Any]:
        """The next change of a scope that was sent in a frame of its own."""
        while True:
            message = await self.hear("ch", within_s)
            found = [change for change in message["c"] if change[0] == scope]
            if found:
                return list(found[-1])


def fits(message: Message, kind: str, like: Message) -> bool:
    return message["t"] == kind and all(message.get(name) == value for name, value in like.items())


@asynccontextmanager
async def socket(
    url: str, cookie: str = "", *, link: str = "", origin: str | None = None, **options: Any
) -> AsyncIterator[Socket]:
    """An open socket to the server at this address."""
    address = f"{url.replace('http', 'ws', 1)}/live/socket" + (f"?link={link}" if link else "")
    headers = {"Cookie": cookie} if cookie else {}
    async with connect(
        address,
        additional_headers=headers,
        origin=url if origin is None else origin,  # type: ignore[arg-type]
        compression=None,
        max_size=None,
        ping_interval=None,
        close_timeout=1,
        **options,
    ) as raw:
        yield Socket(raw)
