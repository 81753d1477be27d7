from django.db import migrations, models
from django.db.models.functions import Coalesce

import tafla.sync.models


def list_tags(apps, schema_editor):
    """One row for each id in the cards' fields, on both databases."""
    each = {
        "sqlite": "json_each(c.tag_ids)",
        "postgresql": "json_array_elements_text(c.tag_ids::json)",
    }[schema_editor.connection.vendor]
    schema_editor.execute(
        f"INSERT INTO cards_cardtag (value, row_id) SELECT e.value, c.id FROM cards_card c, {each} AS e "
        "WHERE c.tag_ids <> '[]'"
    )


def nearest_due():
    own = Coalesce(models.F("due_at"), 9007199254740992)
    return models.Case(models.When(checklist_due_at__lt=own, then=models.F("checklist_due_at")), default=own)


IS_OPEN = models.Q(("completed_at__isnull", True), ("deleted_at__isnull", True))
GONE = (
    "cards_card_due",
    "cards_card_item_due",
    "cards_card_status",
    "cards_card_critical",
    "cards_card_done",
)


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0004_dependencies"),
    ]

    operations = [
        migrations.CreateModel(
            name="CardTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", tafla.sync.models.IdField(max_length=80)),
                ("row_id", tafla.sync.models.IdField(db_index=True, max_length=80)),
            ],
        ),
        *(migrations.RemoveIndex(model_name="card", name=name) for name in GONE),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(nearest_due(), models.F("id"), condition=IS_OPEN, name="cards_card_due"),
        ),
        *(
            migrations.AddIndex(
                model_name="card",
                index=models.Index(
                    nearest_due(),
                    models.F("id"),
                    condition=IS_OPEN & models.Q(("status", status)),
                    name=f"cards_card_{status}",
                ),
            )
            for status in ("blocked", "needs_review", "needs_rework", "on_hold")
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                nearest_due(),
                models.F("id"),
                condition=IS_OPEN & models.Q(("priority", "critical")),
                name="cards_card_critical",
            ),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                fields=["completed_at", "id"],
                condition=models.Q(("completed_at__isnull", False), ("deleted_at__isnull", True)),
                name="cards_card_done",
            ),
        ),
        migrations.AddIndex(
            model_name="cardtag",
            index=models.Index(fields=["value", "row_id"], name="cards_tag_cards"),
        ),
        migrations.RunPython(list_tags, migrations.RunPython.noop),
    ]
