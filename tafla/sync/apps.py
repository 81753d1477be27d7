from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "tafla.sync"
    label = "sync"

    def ready(self) -> None:
        # Declares undo and redo.
        from tafla.sync import undo  # noqa: F401
