"""Bringing the database to the shape this version needs."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")

import django
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from tafla.core.settings import load_or_exit, stop
from tafla.project.databases import create_file


def missing() -> list[str]:
    """Migrations this version has and the database has not. Raises OperationalError."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate(*, is_talking: bool = False) -> None:
    """Apply what is missing. Ends the process with status 2 when the database cannot be used."""
    path = load_or_exit().database.path
    try:
        if path is not None:
            create_file(path)
        django.setup()
        if missing() or is_talking:
            call_command("migrate", interactive=False, verbosity=1 if is_talking else 0)
    except (OSError, OperationalError) as error:
        stop(f"The database cannot be migrated: {str(error).strip() or type(error).__name__}")
    finally:
        connection.close()
