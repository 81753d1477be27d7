"""What every test stands on: settings of its own, and a fresh, migrated database of its own in milliseconds.

Databases are real files with committed data, because the engine writes from a thread of its own: a
transaction that is rolled back at the end of a test would be invisible to it. One template is migrated a
session and copied for each test; PostgreSQL's is emptied instead, which is quicker (support/emptying.py).
"""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything imports Django's settings. Tests must not read the developer's own environment.
for _name in [name for name in os.environ if name.startswith("TAFLA_")]:
    del os.environ[_name]
_HOME = Path(tempfile.mkdtemp(prefix="tafla-tests-"))
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "tafla.project.settings",
    "TAFLA_DATA_DIR": str(_HOME),
    "TAFLA_SECRET_KEY": "only-for-tests-0123456789-0123456789",
    "TAFLA_MAIL_URL": "memory:",
    "TAFLA_BASE_URL": "http://testserver",
    # Tests invite the same people over and over (tests/accounts/test_mailing.py minds the pause).
    "TAFLA_INVITATION_PAUSE": "0",
}

import django  # noqa: E402

django.setup()

from django.conf import settings as django_settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from tafla.core.places import database_place  # noqa: E402
from tafla.project.databases import create_file, django_database  # noqa: E402
from tests.support import emptying, postgres  # noqa: E402


def pytest_configure() -> None:
    setup_test_environment()
    django_settings.ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
    # Argon2 is slow on purpose; tests sign up hundreds of people.
    django_settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *django_settings.PASSWORD_HASHERS,
    ]


def pytest_unconfigure() -> None:
    connections.close_all()
    shutil.rmtree(_HOME, ignore_errors=True)


def use_database(address: Path | str) -> None:
    """Point Django at a file or an address, in threads to come too; those that hold one must have ended."""
    connections.close_all()
    url = address if isinstance(address, str) else f"sqlite:///{address}"
    connections.settings["default"].clear()
    connections.settings["default"].update(django_database(database_place(url, _HOME)))
    connections.configure_settings(connections.settings)
    # The next use makes a connection of the right kind.
    if hasattr(connections._connections, "default"):
        del connections["default"]


@pytest.fixture(scope="session")
def database_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database in one file."""
    path = tmp_path_factory.mktemp("database") / "template.sqlite3"
    create_file(path)
    use_database(path)
    call_command("migrate", verbosity=0, interactive=False)
    # One file without a log beside it, so that a copy is whole.
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture
def database(database_template: Path, tmp_path: Path) -> Iterator[Path]:
    """A fresh migrated database of this test's own; Django uses it, and so may a server process."""
    path = tmp_path / "tafla.sqlite3"
    shutil.copyfile(database_template, path)
    use_database(path)
    cache.clear()
    yield path
    connections.close_all()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server with a migrated template database."""
    if postgres.programs() is None:
        pytest.fail("PostgreSQL is not installed (tools/need.sh postgres)")
    with postgres.serving() as server:
        server.run(f"CREATE DATABASE {emptying.TEMPLATE}")
        use_database(server.url(emptying.TEMPLATE))
        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()
        yield server


@pytest.fixture
def postgres_database(postgres_server: postgres.Server) -> Iterator[str]:
    """A fresh migrated PostgreSQL database of this test's own; its address."""
    name = f"test_{secrets.token_hex(6)}"
    postgres_server.run(f"CREATE DATABASE {name} TEMPLATE {emptying.TEMPLATE}")
    use_database(postgres_server.url(name))
    cache.clear()
    yield postgres_server.url(name)
    connections.close_all()
    postgres_server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def _reused(postgres_server: postgres.Server) -> emptying.Reused:
    return emptying.Reused(postgres_server)


@pytest.fixture
def emptied_database(_reused: emptying.Reused) -> Iterator[str]:
    """A PostgreSQL database that is as migrated; others had it before, and it was emptied after each."""
    address = _reused.take()
    use_database(address)
    cache.clear()
    yield address
    connections.close_all()
    _reused.give_back()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def each_database(request: pytest.FixtureRequest) -> Path | str:
    """The test runs once on each kind of database."""
    name = {"sqlite": "database", "postgres": "emptied_database"}[request.param]
    found: Path | str = request.getfixturevalue(name)
    return found


@pytest.fixture(autouse=True)
def _no_stray_database(request: pytest.FixtureRequest) -> None:
    """A test that forgot the `database` fixture gets an error, not the data of the test before."""
    if not {"database", "postgres_database", "emptied_database", "each_database"} & set(request.fixturenames):
        use_database(_HOME / "absent.sqlite3")
