from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The room of search: an index made from the log."""

    name = "tafla.search"
    label = "search"

    def ready(self) -> None:
        """Declare what the room has; needs the models loaded."""
        import_module("tafla.search.registered")
