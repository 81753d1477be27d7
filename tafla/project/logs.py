"""Logging: one line a message on stderr. Secrets and bodies are never logged."""

from typing import Any

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def django_logging(level: str, *, is_debug: bool) -> dict[str, Any]:
    """The dictConfig for Django and for uvicorn alike."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": LINE}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            # Refused requests are told to the client; the ones that matter are logged by
            # tafla.project.errors.
            "django.request": {"level": "CRITICAL"},
            "django.security": {"level": "CRITICAL"},
            "django.utils.autoreload": {"level": "INFO"},
            "django.template": {"level": "INFO"},
            "django.db.backends": {"level": "INFO"},
            "asyncio": {"level": "DEBUG" if is_debug else "WARNING"},
            "uvicorn": {"level": "INFO" if is_debug else "WARNING"},
        },
    }
