from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "tafla.cards"
    label = "cards"

    def ready(self) -> None:
        # Declares the room's tables, scopes and verbs to the engine.
        from tafla.cards import registered  # noqa: F401
