from django.db import migrations, models

import tafla.sync.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_requests"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailBudget",
            fields=[
                ("id", tafla.sync.models.IdField(max_length=80, primary_key=True, serialize=False)),
                ("mailed", models.TextField()),
            ],
        ),
    ]
