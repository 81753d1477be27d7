from django.db import migrations, models


class Migration(migrations.Migration):
    """The newest news of all boards."""

    dependencies = [("marks", "0001_initial")]

    operations = [
        migrations.AddIndex("news", models.Index(fields=["at"], name="marks_news_newest")),
    ]
