"""The one shape of a refusal over HTTP: `{"code": …, "args": {…}}`.

A code, never a sentence: the client's catalogue says it in the reader's language. Used by every door, lean
or Django.
"""

import json
import secrets
from typing import Any

# What a status means when nobody said it more precisely.
CODES = {
    400: "bad_request",
    401: "signed_out",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "bad_request",
    408: "too_slow",
    409: "conflict",
    411: "bad_request",
    413: "too_large",
    414: "too_large",
    415: "bad_request",
    422: "bad_arguments",
    429: "too_many_requests",
    431: "too_large",
    500: "server_error",
    503: "unavailable",
}


def code_of(status: int) -> str:
    """The code of a status that came without one."""
    return CODES.get(status, "bad_request" if status < 500 else "server_error")


def refusal(code: str, /, **args: Any) -> bytes:
    """The body of a refusal."""
    return json.dumps({"code": code, "args": args}, separators=(",", ":")).encode()


def new_error_id() -> str:
    """A short word that stands in the answer and in the log, so that the one leads to the other."""
    return secrets.token_hex(6)
