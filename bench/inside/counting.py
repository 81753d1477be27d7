"""How many statements an answer takes, the session's among them."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from bench.run import found, given
from tafla.sync.db import Postgres, Sqlite

__all__ = ["ready"]


class Counter:
    """Counts what Django asks, and what the engine asks beside it."""

    count = 0

    def __call__(self, execute: Callable[..., Any], *asked: Any) -> Any:
        self.count += 1
        return execute(*asked)

    def watch(self, kind: type[Any], name: str) -> None:
        """Count the calls of a method."""
        plain = getattr(kind, name)

        def counted(db: Any, *asked: Any) -> Any:
            self.count += 1
            return plain(db, *asked)

        setattr(kind, name, counted)


def main(people: dict[str, Any]) -> None:
    """Person -> path's name -> statements; each path is asked twice, the second counts."""
    settings.ALLOWED_HOSTS = ["testserver"]
    counter = Counter()
    for kind in (Sqlite, Postgres):
        for name in ("query", "run"):
            counter.watch(kind, name)
    result: dict[str, dict[str, int]] = {}
    for who, asked in people.items():
        client = Client()
        client.cookies["sessionid"] = asked["cookie"]
        result[who] = {}
        for name, path in list(asked["paths"].items()) * 2:
            counter.count = 0
            with connection.execute_wrapper(counter):
                answer = client.get(path)
            if answer.status_code != 200:
                raise RuntimeError(f"{path}: {answer.status_code}")
            result[who][name] = counter.count
    found(result)


if __name__ == "__main__":
    main(**given())
