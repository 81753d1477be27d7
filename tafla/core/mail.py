"""Sending mail: where it goes, and what happens when it cannot leave.

Mail that fails must not fail silently nor as a crash: `deliver` turns every way of failing into
MailUnavailableError, which doors answer as 503 `mail_unavailable`, so that the person knows to try again.
"""

import logging
import smtplib
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

log = logging.getLogger(__name__)

TIMEOUT_S = 10
TRUE = ("1", "true", "yes", "on")


@dataclass(frozen=True)
class MailPlace:
    """A parsed mail address (the setting, not a mailbox)."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    starts_tls: bool = False
    is_tls: bool = False
    folder: str = ""


class MailUnavailableError(Exception):
    """A mail could not be handed over; nobody has received anything."""


class Sendable(Protocol):
    """What `deliver` needs of a message; django.core.mail's classes have it."""

    def send(self, fail_silently: bool = False) -> int: ...


def mail_place(url: str) -> MailPlace:
    """Parse TAFLA_MAIL_URL. Raises ValueError."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return MailPlace("console")
    if parts.scheme == "memory":
        return MailPlace("locmem")
    if parts.scheme == "file" and parts.path:
        return MailPlace("filebased", folder=unquote(parts.path))
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("must be console: or smtp://USER:PASSWORD@HOST:587/?tls=1")
    query = dict(parse_qsl(parts.query))
    is_tls = parts.scheme == "smtps"
    return MailPlace(
        "smtp",
        host=parts.hostname,
        port=parts.port or (465 if is_tls else 587 if _is_true(query) else 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=not is_tls and _is_true(query),
        is_tls=is_tls,
    )


def deliver(message: Sendable) -> None:
    """Send one message now, or raise MailUnavailableError. Logs the reason, never recipient or content."""
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        log.error("A mail could not be sent: %s: %s", type(error).__name__, _reason(error))
        raise MailUnavailableError from error


def _is_true(query: dict[str, str]) -> bool:
    return query.get("tls", "").lower() in TRUE


def _reason(error: Exception) -> str:
    # SMTPRecipientsRefused and friends print addresses; the class name above is enough for them.
    return "refused" if isinstance(error, smtplib.SMTPException) else str(error)
