"""The cache holds counters of rate limits and nothing that could not be lost."""

from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

# A few hundred bytes each. Were there Django's own three hundred, attempts under many names would push out
# those under one.
MOST_COUNTERS = 50_000


def django_cache(redis_url: str) -> dict[str, Any]:
    """Redis where there is one, so that several processes count together; else this process's memory."""
    if not redis_url:
        memory = "django.core.cache.backends.locmem.LocMemCache"
        return {"BACKEND": memory, "LOCATION": "tafla", "OPTIONS": {"MAX_ENTRIES": MOST_COUNTERS}}
    return {
        "BACKEND": "tafla.project.caching.PatientRedisCache",
        "LOCATION": redis_url,
        "KEY_PREFIX": "tafla",
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }


class PatientRedisCache(RedisCache):
    """A cache that forgets while Redis is away: nobody is locked out of signing in by a dead counter."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().get(*args, **kwargs)
        except RedisError:
            return kwargs.get("default", args[1] if len(args) > 1 else None)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        try:
            return bool(super().add(*args, **kwargs))
        except RedisError:
            return True

    def set(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().set(*args, **kwargs)
        except RedisError:
            return

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        try:
            return bool(super().delete(*args, **kwargs))
        except RedisError:
            return False
