"""Bring an empty database to this version's shape."""

from bench.run import found, given
from tafla.project.migrating import migrate

if __name__ == "__main__":
    given()
    migrate()
    found({})
