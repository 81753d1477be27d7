"""Leave the index of the search unmade, or let it be made: for worlds in which something else is measured."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
from bench.run import found, given
from tafla.core.clock import now_ms
from tafla.search.building import VERSION
from tafla.search.models import Build

__all__ = ["ready"]


def main(*, is_on: bool) -> None:
    """On: as if it were made."""
    Build.objects.all().delete()
    if is_on:
        Build.objects.create(id=1, version=VERSION, done_at=now_ms())
    found({})


if __name__ == "__main__":
    main(**given())
