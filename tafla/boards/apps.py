from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "tafla.boards"
    label = "boards"

    def ready(self) -> None:
        # Declares the room's tables, scopes and verbs to the engine.
        from tafla.boards import registered  # noqa: F401
