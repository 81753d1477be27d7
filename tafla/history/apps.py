from importlib import import_module

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """The room of history: what became of every card and board, made from the log."""

    name = "tafla.history"
    label = "history"

    def ready(self) -> None:
        """Have the log read; needs the models loaded."""
        import_module("tafla.history.listeners")
