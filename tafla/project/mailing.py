"""Django's mail settings from TAFLA_MAIL_URL."""

from typing import Any

from tafla.core import mail


def django_mail(url: str) -> tuple[str, dict[str, Any]]:
    """The backend's name and its settings."""
    place = mail.mail_place(url)
    return f"django.core.mail.backends.{place.backend}.EmailBackend", {
        "EMAIL_HOST": place.host,
        "EMAIL_PORT": place.port,
        "EMAIL_HOST_USER": place.user,
        "EMAIL_HOST_PASSWORD": place.password,
        "EMAIL_USE_TLS": place.starts_tls,
        "EMAIL_USE_SSL": place.is_tls,
        "EMAIL_FILE_PATH": place.folder or None,
        "EMAIL_TIMEOUT": mail.TIMEOUT_S,
    }
