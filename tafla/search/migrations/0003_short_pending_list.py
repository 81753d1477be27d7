from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# What waits to be put into the index is read through by every part of every question (kB).
AT_MOST = 256


def shorten(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Let little wait."""
    if editor.connection.vendor == "postgresql":
        editor.execute(f"ALTER INDEX search_document_tokens SET (gin_pending_list_limit = {AT_MOST})")
        editor.execute("SELECT gin_clean_pending_list('search_document_tokens')")


def lengthen(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER INDEX search_document_tokens RESET (gin_pending_list_limit)")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_build_by_age")]

    operations = [migrations.RunPython(shorten, lengthen)]
