"""So many mails go to one address, whoever asks for them."""

import time
from typing import Any

import pytest
from allauth.core.internal import ratelimit
from django.core import mail

from tests.support.client import AUTH, Browser

HOUR, DAY = 3_600, 86_400
pytestmark = pytest.mark.usefixtures("database")


class Clock:
    """The clock of the rate limits, which only goes when it is told to."""

    monotonic, sleep = time.monotonic, time.sleep

    def __init__(self) -> None:
        self.now = time.time()

    def time(self) -> float:
        return self.now


def mails_of_a_day(monkeypatch: Any, path: str, body: dict[str, str], every_s: int) -> tuple[int, int]:
    """(in the first hour, in the day) that come of asking again and again."""
    clock, browser = Clock(), Browser()
    monkeypatch.setattr(ratelimit, "time", clock)
    browser.get("/api/v1/me")
    mail.outbox.clear()
    first = 0
    for at in range(0, DAY, every_s):
        assert browser.post(f"{AUTH}{path}", body).status_code in (200, 401, 403, 429)
        first = len(mail.outbox) if at < HOUR else first
        clock.now += every_s
    return first, len(mail.outbox)


def test_a_new_password_is_mailed_so_often(monkeypatch: Any) -> None:
    Browser().join("ana@example.com")
    asked = mails_of_a_day(monkeypatch, "/auth/password/request", {"email": "ana@example.com"}, 300)
    assert asked == (10, 30)


def test_who_has_an_account_already_is_told_so_often(monkeypatch: Any) -> None:
    Browser().join("ana@example.com")
    body = {"email": "ana@example.com", "password": "eight blue kettles", "name": "Eve"}
    # The twentieth confirmed the address.
    assert mails_of_a_day(monkeypatch, "/auth/signup", body, 600)[1] == 19
