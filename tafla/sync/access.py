"""Telling every process that somebody's access is different, from code that is no command: ended sessions,
revoked tokens (S10).
"""

from django.db import connection

from tafla.core.clock import now_ms
from tafla.sync.models import AccessChange


def tell_access_changed(ground: str) -> None:
    """Write an access change; every process reads it within two seconds. May run inside a transaction."""
    xid = 0
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            xid = cursor.fetchone()[0]
    AccessChange.objects.create(xid=xid, ground=ground, at=now_ms())
