"""The room of persons: who somebody is, how they sign in, what they prefer."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tafla.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The one import inside a function Django asks for: models do not exist before the registry is ready.
        from tafla.people import listeners  # noqa: PLC0415

        listeners.connect()
