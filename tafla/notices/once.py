"""Sending a mail once, though listeners are told at least once and several work processes may run (S19)."""

import logging
import smtplib
from collections.abc import Callable

from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction

from tafla.core import mail
from tafla.core.clock import now_ms
from tafla.notices.models import SentMail

log = logging.getLogger(__name__)

# Whoever claimed a mail and has not sent it after this long is taken for dead.
CLAIM_MS = 2 * 60_000
# From this reply code on a mail server means: never, not: later.
FOR_GOOD = 500


class BusyError(Exception):
    """Another process is sending this mail; it will be sent or may be claimed later."""


def send_once(key: str, make: Callable[[], EmailMultiAlternatives | None]) -> None:
    """Send the mail that `make` makes, unless it was sent under this key; None: there is nothing to send.

    A mail is sent twice only when a process dies between handing it over and noting so. Raises BusyError or
    MailUnavailableError: try again later. An address that a mail server refuses for good counts as sent; one
    it does not take now stays claimed, holds up nobody, and is tried again (again.py).
    """
    if not _claim(key):
        return
    try:
        message = make()
        if message is not None:
            mail.deliver(message)
    except mail.MailUnavailableError as error:
        if is_postponed(error.__cause__):
            return
        if not is_final(error.__cause__):
            SentMail.objects.filter(key=key).delete()
            raise
    except ValueError:
        # Nothing can be made of it, now or later: text that fits in no mail.
        log.exception("mail %s cannot be made", key)
    except BaseException:
        SentMail.objects.filter(key=key).delete()
        raise
    SentMail.objects.filter(key=key).update(sent_at=now_ms())


def _claim(key: str) -> bool:
    """Whether this process may send now; False when it has been sent."""
    now = now_ms()
    try:
        with transaction.atomic():
            SentMail.objects.create(key=key, claimed_at=now)
    except IntegrityError:
        stale = SentMail.objects.filter(key=key, sent_at=None, claimed_at__lt=now - CLAIM_MS)
        if stale.update(claimed_at=now):
            return True
        if SentMail.objects.filter(key=key, sent_at=None).exists():
            raise BusyError(key) from None
        return False
    return True


def is_postponed(error: BaseException | None) -> bool:
    """Whether the mail server takes mail now, only none for this address: its host is unknown or away, or it
    wants to be asked again.
    """
    return isinstance(error, smtplib.SMTPRecipientsRefused) and not is_final(error)


def is_final(error: BaseException | None) -> bool:
    """Whether the mail server refused this very mail, rather than mail now."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= FOR_GOOD for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= FOR_GOOD
