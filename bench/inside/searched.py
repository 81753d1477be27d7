"""Make the index of the search whole, as fast as it can be: for worlds in which questions are measured."""

from tafla.project import ready  # isort: skip — the imports below need Django set up
from typing import Any

from bench.run import found, given
from tafla.search import building, documents
from tafla.search.index import merge
from tafla.search.models import Build
from tafla.sync.db import Db, current

__all__ = ["ready"]

AT_ONCE = 4_000
INDEX = "SELECT indexdef FROM pg_indexes WHERE indexname = 'search_document_tokens'"


def main() -> None:
    """How many documents it holds."""
    documents.AT_ONCE = building.AT_ONCE = AT_ONCE
    db = current()
    again = loosen(db)
    building.build()
    for statement in again:
        db.run(statement)
    merge(db, lambda: None)
    db.run("PRAGMA wal_checkpoint(TRUNCATE)" if db.vendor == "sqlite" else "VACUUM ANALYZE")
    done: Any = Build.objects.get(id=1).done_at
    found({"documents": db.query("SELECT count(*) FROM search_document")[0][0], "is_done": bool(done)})


def loosen(db: Db) -> list[str]:
    """Have it written without care: a world that a power cut destroys is built again. What is to be run when
    it is written.
    """
    if db.vendor == "sqlite":
        for pragma in ("synchronous=OFF", "cache_size=-400000", "temp_store=MEMORY"):
            db.run(f"PRAGMA {pragma}")
        return []
    (definition,) = db.query(INDEX)[0]
    db.run("DROP INDEX search_document_tokens")
    return ["SET maintenance_work_mem = '512MB'", definition]


if __name__ == "__main__":
    main(**given())
