from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "tafla.accounts"
    label = "accounts"

    def ready(self) -> None:
        # Declares the room's tables, scopes and verbs to the engine.
        from tafla.accounts import registered  # noqa: F401
