"""Test helpers: a browser's way of asking, with Django's test client underneath."""

import json
from typing import Any
from urllib.parse import unquote

from django.core import mail
from django.http import HttpResponse
from django.test import Client

AUTH = "/_allauth/browser/v1"
PASSWORD = "seven green teapots"


class Browser:
    """Speaks JSON, keeps cookies, sends the CSRF token like the client does."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        token = self.client.cookies.get("csrftoken")
        sent = {"HTTP_X_CSRFTOKEN": token.value} if token else {}
        text = "" if body is None else json.dumps(body)
        return self.client.generic(method, path, text, content_type="application/json", **sent, **headers)

    def get(self, path: str) -> HttpResponse:
        return self.ask("GET", path)

    def post(self, path: str, body: Any = None) -> HttpResponse:
        return self.ask("POST", path, body)

    def sign_up(self, email: str, *, name: str = "Ana Costa", **more: str) -> HttpResponse:
        self.get("/api/v1/me")
        return self.post(f"{AUTH}/auth/signup", {"email": email, "password": PASSWORD, "name": name, **more})

    def sign_in(self, email: str, password: str = PASSWORD) -> HttpResponse:
        self.get("/api/v1/me")
        return self.post(f"{AUTH}/auth/login", {"email": email, "password": password})

    def join(self, email: str, **more: str) -> None:
        """Sign up and confirm the address."""
        self.sign_up(email, **more)
        assert self.verify(mailed_key("verify-email")).status_code in (200, 401)

    def verify(self, key: str) -> HttpResponse:
        return self.post(f"{AUTH}/auth/email/verify", {"key": key})


def mailed_key(page: str) -> str:
    """The key in the last mail's link to this page."""
    lines = [line for line in str(mail.outbox[-1].body).splitlines() if f"/{page}/" in line]
    return unquote(lines[0].rsplit("/", 1)[-1].strip())


def code(answer: HttpResponse) -> str:
    return str(answer.json()["code"])
