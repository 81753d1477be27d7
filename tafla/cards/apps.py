from importlib import import_module

from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "tafla.cards"
    label = "cards"

    def ready(self) -> None:
        """Declare the room's tables, scopes and verbs to the engine; needs the models loaded."""
        import_module("tafla.cards.registered")
