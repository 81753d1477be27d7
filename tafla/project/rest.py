"""The REST interface: one table of rooms, one way to say who is asking, one shape of errors."""

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from tafla.doors import job_routes, verb_routes
from tafla.people.auth import ForgedRequestError, signed_in
from tafla.project.errors import answer, refuse

# Each room has api.py with `router`, and `PREFIX` where its routes share the start of their path.
ROOMS = ("people", "accounts", "boards", "cards", "chat", "history", "marks", "views", "search", "flow")


def build() -> NinjaAPI:
    """All rooms' routes. One without its own `auth` needs a signed-in person: forgetting opens nothing."""
    api = NinjaAPI(
        title="Tafla",
        version="1",
        description="Every verb as a route. Errors are `{code, args}`.",
        auth=signed_in,
        docs_url=None,
        urls_namespace="rest",
    )
    for room in ROOMS:
        if importlib.util.find_spec(f"tafla.{room}.api") is not None:
            module = importlib.import_module(f"tafla.{room}.api")
            api.add_router(getattr(module, "PREFIX", ""), module.router)
    api.add_router("", job_routes.router)
    api.add_router("", verb_routes.build())
    for kind, handler in HANDLERS.items():
        api.add_exception_handler(kind, handler)
    return api


def _bad_arguments(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which fields, never what they held."""
    fields = sorted({_field(each["loc"]) for each in error.errors})
    return refuse(422, "bad_arguments", fields=fields)


def _field(location: tuple[object, ...]) -> str:
    """("body", "change", "name") is `name`: the parameter's own name says nothing to the client."""
    named = [str(part) for part in location[1:]]
    return ".".join(named[1:] if len(named) > 1 and location[0] in ("body", "form") else named) or "body"


def _http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return refuse(error.status_code)


def _forged(_request: HttpRequest, _error: ForgedRequestError) -> HttpResponse:
    return refuse(403, "bad_origin")


def _anything(request: HttpRequest, error: Exception) -> HttpResponse:
    return answer(error, request)


HANDLERS: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    ValidationError: _bad_arguments,
    HttpError: _http_error,
    ForgedRequestError: _forged,
    Http404: _anything,
    PermissionDenied: _anything,
    Exception: _anything,
}

api = build()
