from importlib import import_module

from django.apps import AppConfig


class MarksConfig(AppConfig):
    """The room of unread marks: what is new, made from the log, and what each person has seen."""

    name = "tafla.marks"
    label = "marks"

    def ready(self) -> None:
        """Declare what the room has; needs the models loaded."""
        import_module("tafla.marks.registered")
