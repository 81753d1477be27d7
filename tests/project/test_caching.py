"""The cache may be away: signing in goes on."""

from django.core.cache.backends.locmem import LocMemCache

from tafla.project.caching import PatientRedisCache, django_cache


def test_dead_redis_forgets_and_fails_nobody() -> None:
    options = {"OPTIONS": django_cache("redis://127.0.0.1:1/0")["OPTIONS"]}
    cache = PatientRedisCache("redis://127.0.0.1:1/0", options)
    cache.set("key", 1, 10)
    assert cache.get("key") is None
    assert cache.get("key", []) == []
    assert cache.add("lock", 1, 10) is True
    assert cache.delete("key") is False


def test_without_redis_counters_live_in_memory() -> None:
    assert "locmem" in django_cache("")["BACKEND"]


def test_many_counters_push_out_none() -> None:
    cache = LocMemCache("many", django_cache("") | {"TIMEOUT": None})
    cache.set("first", 1)
    for number in range(5_000):
        cache.set(str(number), number)
    assert cache.get("first") == 1
