from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("sync_change", "sync_accesschange")


def index(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """The log is followed by (xid, pos) there (S15). On SQLite `pos` is the row number, and an index would only
    make every command dearer.
    """
    if editor.connection.vendor == "postgresql":
        for table in TABLES:
            editor.execute(f"CREATE INDEX {table}_order ON {table} (xid, pos)")


def drop(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for table in TABLES:
            editor.execute(f"DROP INDEX {table}_order")


class Migration(migrations.Migration):
    dependencies = [("sync", "0002_jobs")]

    operations = [migrations.RunPython(index, drop)]
