from django.db import migrations, models

import tafla.sync.models


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0003_views"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dependency",
            fields=[
                ("id", tafla.sync.models.IdField(max_length=80, primary_key=True, serialize=False)),
                ("board_id", tafla.sync.models.IdField(db_index=True, max_length=80)),
                ("card_id", tafla.sync.models.IdField(db_index=True, max_length=80)),
                ("kind", models.CharField(max_length=10)),
                ("other_id", tafla.sync.models.IdField(db_index=True, max_length=80)),
                ("other_board_id", tafla.sync.models.IdField(max_length=80)),
                ("at", models.BigIntegerField()),
                ("by", tafla.sync.models.IdField(max_length=80)),
            ],
        ),
    ]
