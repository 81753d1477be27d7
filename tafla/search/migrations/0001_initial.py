from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import tafla.search.models
import tafla.sync.models

WORDS = """CREATE VIRTUAL TABLE search_words USING
fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii')"""
INDEX = (
    # Numbers without order: nothing to compress, nothing to learn from a sample.
    "ALTER TABLE search_document ALTER COLUMN tokens SET STORAGE EXTERNAL, "
    "ALTER COLUMN tokens SET STATISTICS 0",
    "CREATE INDEX search_document_tokens ON search_document USING gin (tokens)",
)
# What was changed before is found in the tables (tafla/search/building.py), what comes after in the log.
END = {
    "sqlite": "SELECT 0, coalesce(max(pos), 0) FROM sync_change",
    "postgresql": "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, 9223372036854775807",
}


def prepare(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """What finds documents by their tokens, and where the listener begins."""
    vendor = editor.connection.vendor
    for statement in (WORDS,) if vendor == "sqlite" else INDEX:
        editor.execute(statement)
    editor.execute(f"INSERT INTO sync_cursor (name, xid, pos) SELECT 'search', v.* FROM ({END[vendor]}) AS v")


def drop(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TABLE search_words")
    editor.execute("DELETE FROM sync_cursor WHERE name = 'search'")


class Migration(migrations.Migration):
    initial = True

    dependencies = [("sync", "0003_order_on_postgres")]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=1)),
                ("row_id", tafla.sync.models.IdField(max_length=80)),
                ("subject_id", tafla.sync.models.IdField(max_length=80, null=True)),
                ("tokens", tafla.search.models.TokensField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("subject_id__isnull", False)),
                        fields=["subject_id"],
                        name="search_document_subject",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("row_id", "kind"), name="search_document_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Build",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.IntegerField(default=0)),
                ("kind", models.CharField(default="", max_length=1)),
                ("after", tafla.sync.models.IdField(default="", max_length=80)),
                ("done_at", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.RunPython(prepare, drop),
    ]
