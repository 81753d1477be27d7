from importlib import import_module

from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "tafla.chat"
    label = "chat"

    def ready(self) -> None:
        """Declare the room's tables, scopes and verbs to the engine; needs the models loaded."""
        import_module("tafla.chat.registered")
