from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0005_views_by_nearest_due"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                condition=models.Q(("deleted_at__isnull", True), ("due_on__isnull", False)),
                fields=["due_on", "id"],
                name="cards_card_day",
            ),
        ),
    ]
