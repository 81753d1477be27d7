from importlib import import_module

from django.apps import AppConfig


class ViewsConfig(AppConfig):
    """The room of views over all boards, and of saved highlights."""

    name = "tafla.views"
    label = "views"

    def ready(self) -> None:
        """Declare what the room has; needs the models loaded."""
        import_module("tafla.views.registered")
