from django.db import migrations, models

import tafla.sync.models


def list_assignees(apps, schema_editor):
    """One row for each id in the cards' fields, on both databases."""
    each = {
        "sqlite": "json_each(c.assignee_ids)",
        "postgresql": "json_array_elements_text(c.assignee_ids::json)",
    }[schema_editor.connection.vendor]
    schema_editor.execute(
        f"INSERT INTO cards_cardassignee (value, row_id) SELECT e.value, c.id FROM cards_card c, {each} AS e "
        "WHERE c.assignee_ids <> '[]'"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0002_card_and_board"),
    ]

    operations = [
        migrations.CreateModel(
            name="CardAssignee",
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
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                condition=models.Q(
                    ("completed_at__isnull", True), ("deleted_at__isnull", True), ("due_at__isnull", False)
                ),
                fields=["due_at"],
                name="cards_card_due",
            ),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                condition=models.Q(
                    ("completed_at__isnull", True),
                    ("deleted_at__isnull", True),
                    ("checklist_due_at__isnull", False),
                ),
                fields=["checklist_due_at"],
                name="cards_card_item_due",
            ),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                condition=models.Q(
                    ("completed_at__isnull", True),
                    ("deleted_at__isnull", True),
                    ("status__in", ("needs_review", "needs_rework", "blocked", "on_hold")),
                ),
                fields=["status"],
                name="cards_card_status",
            ),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                condition=models.Q(
                    ("completed_at__isnull", True), ("deleted_at__isnull", True), ("priority", "critical")
                ),
                fields=["priority"],
                name="cards_card_critical",
            ),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                condition=models.Q(("completed_at__isnull", False), ("deleted_at__isnull", True)),
                fields=["completed_at"],
                name="cards_card_done",
            ),
        ),
        migrations.AddIndex(
            model_name="cardassignee",
            index=models.Index(fields=["value", "row_id"], name="cards_assignee_cards"),
        ),
        migrations.RunPython(list_assignees, migrations.RunPython.noop),
    ]
