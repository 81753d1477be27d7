"""How PostgreSQL is asked."""

import pytest
from django.db import close_old_connections, connection

from tafla.sync.db import current


@pytest.mark.usefixtures("postgres_database")
def test_every_connection_runs_its_plans_without_compiling_them() -> None:
    assert current().query("SHOW jit") == [("off",)]
    connection.close()
    close_old_connections()
    assert current().query("SHOW jit") == [("off",)]
