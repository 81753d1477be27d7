"""A database put back from a backup: its log goes on under other transactions, its readers hold other copies.

PostgreSQL numbers transactions for each of its installations. Put back into another one, the log may bear
numbers that are still to come there, and whatever is written next would lie below what listeners have read
already, never to be told. So all of them, the listeners' cursors too, are moved below zero: their order
stays, nothing is skipped and nothing told twice.
"""

import logging
import secrets

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

log = logging.getLogger("tafla.sync")

# Of processes that start together one does it.
_LOCK = 7_215_077_103
_TABLES = ("sync_change", "sync_accesschange", "sync_cursor")


def rebase() -> bool:
    """Mend a log that comes from another installation of PostgreSQL; whether that was needed."""
    if connection.vendor != "postgresql":
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        highest = " UNION ALL ".join(f"SELECT max(xid) AS xid FROM {table}" for table in _TABLES)
        following = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
        cursor.execute(f"SELECT max(xid), {following} FROM ({highest}) AS found")
        top, at = cursor.fetchone()
        if top is None or top < at:
            return False
        log.warning("The database comes from another installation: its log is moved, scopes get new epochs")
        for table in _TABLES:
            cursor.execute(f"UPDATE {table} SET xid = xid - %s", [top + 1])
        _renew(cursor)
    return True


def restored() -> None:
    """Whatever clients hold is of another past than the database: they take everything anew (S1)."""
    if not rebase():
        with transaction.atomic(), connection.cursor() as cursor:
            _renew(cursor)


def _renew(cursor: CursorWrapper) -> None:
    cursor.execute("UPDATE sync_scope SET epoch = %s", [secrets.token_hex(5)])
