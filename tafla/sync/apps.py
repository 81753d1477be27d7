from importlib import import_module

from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "tafla.sync"
    label = "sync"

    def ready(self) -> None:
        """Declare undo and redo."""
        import_module("tafla.sync.undo")
