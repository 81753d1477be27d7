from importlib import import_module

from django.apps import AppConfig


class FlowConfig(AppConfig):
    """The room of flow: how long cards stay where, made from the log."""

    name = "tafla.flow"
    label = "flow"

    def ready(self) -> None:
        """Declare what the room has; needs the models loaded."""
        import_module("tafla.flow.registered")
