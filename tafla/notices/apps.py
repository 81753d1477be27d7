"""The room of notices: telling people outside the screen, by mail."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "tafla.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The one import inside a function Django asks for: models do not exist before the registry is ready.
        from tafla.notices import listeners  # noqa: F401, PLC0415
