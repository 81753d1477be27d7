from django.db import migrations, models
from django.db.models.functions import Coalesce


def nearest_due():
    own = Coalesce(models.F("due_at"), 9007199254740992)
    return models.Case(models.When(checklist_due_at__lt=own, then=models.F("checklist_due_at")), default=own)


IS_OPEN = models.Q(("completed_at__isnull", True), ("deleted_at__isnull", True))
FACTS = {
    "blocked": "status",
    "needs_review": "status",
    "needs_rework": "status",
    "on_hold": "status",
    "critical": "priority",
}


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0006_due_day"),
    ]

    operations = [
        *(
            migrations.RemoveIndex(model_name="card", name=f"cards_card_{name}")
            for name in ("due", *FACTS, "done")
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                nearest_due(),
                *(models.F(name) for name in ("id", "board_id", "priority")),
                condition=IS_OPEN,
                name="cards_card_due",
            ),
        ),
        *(
            migrations.AddIndex(
                model_name="card",
                index=models.Index(
                    nearest_due(),
                    *(models.F(name) for name in ("id", "board_id")),
                    condition=IS_OPEN & models.Q((fact, name)),
                    name=f"cards_card_{name}",
                ),
            )
            for name, fact in FACTS.items()
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                fields=["completed_at", "id", "board_id"],
                condition=models.Q(("completed_at__isnull", False), ("deleted_at__isnull", True)),
                name="cards_card_done",
            ),
        ),
    ]
