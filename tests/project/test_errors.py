"""A fault of ours: the client gets a word to report, the log gets the rest, nobody gets a traceback."""

import asyncio
import json
import logging
from typing import Any

import pytest

from tafla.core.settings import Settings
from tafla.doors.guard import Guard
from tafla.people import acts
from tafla.project import running
from tests.support.client import Browser

SCOPE = {"scheme": "http", "method": "GET", "path": "/x", "headers": [(b"host", b"localhost")]}


def break_down(*_: Any) -> None:
    raise ZeroDivisionError("secret detail")


@pytest.mark.usefixtures("database")
def test_fault_in_a_view_is_typed_and_logged_with_the_same_id(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Browser()
    browser.join("ana@example.com")
    monkeypatch.setattr(acts, "mark_seen", break_down)
    with caplog.at_level(logging.ERROR):
        answer = browser.get("/api/v1/me")
    told = answer.json()
    assert (answer.status_code, told["code"]) == (500, "server_error")
    assert "secret" not in answer.content.decode()
    (record,) = [each for each in caplog.records if told["args"]["id"] in each.getMessage()]
    assert record.exc_info is not None


@pytest.mark.usefixtures("database")
def test_fault_outside_a_view_is_typed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_request", break_down)
    answer = Browser().get("/_allauth/browser/v1/config")
    assert (answer.status_code, answer.json()["code"]) == (500, "server_error")


def through_guard(kind: str, inner: Any, **scope: Any) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {}

    asyncio.run(Guard(inner, Settings(base_url=""))({"type": kind, **SCOPE, **scope}, receive, send))
    return sent


async def fail_at_once(scope: Any, receive: Any, send: Any) -> None:
    raise ZeroDivisionError("secret detail")


async def fail_midway(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "websocket.accept"})
    raise ZeroDivisionError("secret detail")


def test_fault_in_a_lean_door_is_typed(caplog: pytest.LogCaptureFixture) -> None:
    start, body = through_guard("http", fail_at_once)
    told = json.loads(body["body"])
    assert (start["status"], told["code"]) == (500, "server_error")
    assert told["args"]["id"] in caplog.text


def test_fault_in_an_open_socket_closes_it_with_a_reason(caplog: pytest.LogCaptureFixture) -> None:
    closing = through_guard("websocket", fail_midway)[-1]
    assert (closing["type"], closing["code"]) == ("websocket.close", 1011)
    assert closing["reason"] in caplog.text


def test_fault_in_a_handshake_is_answered(caplog: pytest.LogCaptureFixture) -> None:
    extensions = {"websocket.http.response": {}}
    assert through_guard("websocket", fail_at_once, extensions=extensions)[0]["status"] == 500
    assert through_guard("websocket", fail_at_once)[-1] == {
        "type": "websocket.close",
        "code": 1008,
        "reason": "",
    }


def test_one_part_that_cannot_stop_does_not_keep_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[str] = []

    class Part:
        def __init__(self, name: str, *, is_broken: bool) -> None:
            self.__name__ = name
            self.is_broken = is_broken

        async def stop(self) -> None:
            stopped.append(self.__name__)
            if self.is_broken:
                raise ZeroDivisionError

        stopping = stop

    parts = [Part("first", is_broken=False), Part("second", is_broken=True)]
    monkeypatch.setattr(running, "_modules", lambda: parts)
    asyncio.run(running.stopping())
    asyncio.run(running.stop())
    assert stopped == ["second", "first"] * 2
