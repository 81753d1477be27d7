"""Mails for addresses that the mail server did not take are tried again beside the log, so that one address
never holds up all others.
"""

import logging
import threading
from contextlib import suppress
from functools import partial

from django.db import Error, close_old_connections

from tafla.core.clock import now_ms
from tafla.core.mail import MailUnavailableError
from tafla.notices.invitations import find_letter, make_mail
from tafla.notices.models import SentMail
from tafla.notices.once import BusyError, send_once

log = logging.getLogger(__name__)

EVERY_S = 60
PAUSE_MS = 10 * 60_000


def run(stop: threading.Event) -> None:
    """Look for mails that wait, until told to stop. For the work process."""
    while not stop.wait(EVERY_S):
        try:
            try_again()
        except (Error, MailUnavailableError) as error:
            log.warning("Postponed mails wait on: %s", type(error).__name__)
        close_old_connections()


def try_again() -> None:
    """Send what was postponed a while ago. A letter that is gone by now, or too old, is forgotten."""
    waiting = SentMail.objects.filter(sent_at=None, claimed_at__lt=now_ms() - PAUSE_MS)
    for key in list(waiting.values_list("key", flat=True)):
        _kind, invitation_id, sent = key.split(".")
        letter = find_letter(invitation_id)
        if letter is None or str(letter.sent) != sent:
            SentMail.objects.filter(key=key).delete()
            continue
        with suppress(BusyError):
            send_once(key, partial(make_mail, letter))
