"""Every error a Django view can end in, as `{"code", "args"}`.

`answer` decides for an exception nobody caught; Django's handlers, the API and the outermost middleware all
come here, so a client never reads HTML, a traceback, or an answer without a code.
"""

import logging
import time
from collections.abc import Callable
from http import HTTPStatus
from sys import exc_info

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from tafla.core.answers import code_of, new_error_id, refusal
from tafla.core.mail import MailUnavailableError

log = logging.getLogger("tafla.errors")

DATABASE_LOG_EVERY_S = 10.0
RETRY_AFTER_S = "2"


class Every:
    """True at most once in a span of time."""

    def __init__(self, span_s: float) -> None:
        self.span_s = span_s
        self.last: float | None = None

    def is_due(self) -> bool:
        now = time.monotonic()
        if self.last is not None and now - self.last < self.span_s:
            return False
        self.last = now
        return True


_database_log = Every(DATABASE_LOG_EVERY_S)


def refuse(status: int, code: str = "", **args: object) -> HttpResponse:
    """A typed refusal."""
    body = refusal(code or code_of(status), **args)
    return HttpResponse(body, status=status, content_type="application/json")


def answer(error: BaseException | None, request: HttpRequest) -> HttpResponse:
    """The answer to an exception that nobody caught."""
    if isinstance(error, Http404):
        return refuse(404)
    if isinstance(error, PermissionDenied):
        return refuse(403)
    if isinstance(error, RequestDataTooBig):
        return refuse(413)
    if isinstance(error, (SuspiciousOperation, UnicodeEncodeError)):
        # The latter: half a surrogate pair in JSON, which no database and no digest can hold.
        return refuse(400)
    if isinstance(error, MailUnavailableError):
        return refuse(503, "mail_unavailable")
    if isinstance(error, (OperationalError, InterfaceError)) or is_database_gone(error):
        return _database_unavailable(error)
    return _server_error(error, request)


def is_database_gone(error: BaseException | None) -> bool:
    """A database error about the disk rather than about our statement."""
    text = str(error)
    return isinstance(error, DatabaseError) and (
        "disk" in text or "malformed" in text or "not a database" in text
    )


def handler500(request: HttpRequest) -> HttpResponse:
    """Django calls this inside its `except`, so the exception is the current one."""
    return answer(exc_info()[1], request)


def csrf_failure(_request: HttpRequest, **_: str) -> HttpResponse:
    """A request that changes something and does not come from our own pages."""
    return refuse(403, "bad_origin")


class TypedErrors:
    """Outermost middleware: answers Django or a library made as HTML or text get the shape of the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse):
            # Without it each answer would travel in chunks.
            response.headers.setdefault("Content-Length", str(len(response.content)))
        is_json = "json" in response.headers.get("Content-Type", "")
        if response.status_code < HTTPStatus.BAD_REQUEST or is_json:
            return response
        typed = refuse(response.status_code)
        for name in ("Allow", "Retry-After"):
            if name in response.headers:
                typed.headers[name] = response.headers[name]
        typed.cookies = response.cookies
        response.close()
        return typed


def _database_unavailable(error: BaseException | None) -> HttpResponse:
    """Locked, missing, full or unreachable. Logged now and then: every request fails alike."""
    if _database_log.is_due():
        log.error("The database cannot be used: %s", str(error) or type(error).__name__)
    response = refuse(503, "database_unavailable")
    response.headers["Retry-After"] = RETRY_AFTER_S
    return response


def _server_error(error: BaseException | None, request: HttpRequest) -> HttpResponse:
    error_id = new_error_id()
    log.error("server_error %s at %s %s", error_id, request.method, request.path, exc_info=error)
    return refuse(500, "server_error", id=error_id)
