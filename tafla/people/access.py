"""Who stands behind a request, for doors without Django's middleware (socket, snapshot, files).

Runs one or two queries, so call it in a thread, once per connection, and again when
`hooks.sessions_changed` speaks.
"""

from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import parse_cookie
from django.utils.crypto import constant_time_compare

from tafla.people.models import Person


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person and the session that proves it."""

    person_id: str
    session_key: str


def access_session(cookie_header: str) -> SignedIn | None:
    """The person a `Cookie` header signs in; None for nobody, an ended session, or a deactivated person."""
    session_key = parse_cookie(cookie_header).get(settings.SESSION_COOKIE_NAME, "")
    if not session_key or len(session_key) > 64:
        return None
    store = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    session = store.load()
    if (
        not session.get(SESSION_KEY)
        or session.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS
    ):
        return None
    fields = ("id", "password", "session_stamp", "is_active")
    person = Person.objects.only(*fields).filter(id=session[SESSION_KEY], is_active=True).first()
    if person is None:
        return None
    if not constant_time_compare(session.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()):
        return None
    return SignedIn(person.id, session_key)
