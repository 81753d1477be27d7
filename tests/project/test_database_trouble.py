"""A database that is missing, locked or damaged: typed answers, one line logged, recovery without hands."""

import shutil
import sqlite3
from pathlib import Path

import httpx
import pytest
from django.core.cache import cache
from django.db import connections

from tests.support.client import Browser, code
from tests.support.servers import running


def test_missing_file_is_told_and_never_replaced_by_an_empty_one(
    tmp_path: Path, database_template: Path
) -> None:
    place = tmp_path / "tafla.sqlite3"
    cookie = {"cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}
    with running(["tafla.project.live"], tmp_path) as server, httpx.Client(base_url=server.url) as http:
        for _ in range(5):
            answer = http.get("/api/v1/me", headers=cookie)
            assert answer.json() == {"code": "database_unavailable", "args": {}}
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        assert http.get("/readyz").status_code == 503
        assert http.get("/healthz").status_code == 200
        assert not place.exists()
        assert server.logged().count("The database cannot be used") == 1
        assert "Traceback" not in server.logged()
        shutil.copyfile(database_template, place)
        assert http.get("/api/v1/me", headers=cookie).status_code == 401


def test_locked_database_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connections.settings["default"]["OPTIONS"], "timeout", 0.05)
    connections.close_all()
    browser = Browser()
    browser.get("/api/v1/me")
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    answer = browser.sign_up("ana@example.com")
    assert (answer.status_code, code(answer)) == (503, "database_unavailable")
    holder.execute("ROLLBACK")
    holder.close()
    assert browser.sign_up("ana@example.com").status_code == 401


def test_full_disk_is_told_and_leaves_nothing_half_done(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser()
    browser.get("/api/v1/me")
    pages = sqlite3.connect(database).execute("PRAGMA page_count").fetchone()[0]
    options = connections.settings["default"]["OPTIONS"]
    full = f"{options['init_command']} PRAGMA max_page_count={pages};"
    with monkeypatch.context() as patched:
        patched.setitem(options, "init_command", full)
        connections.close_all()
        answers = [browser.sign_up(f"ana{n}@example.com", name="x" * 100) for n in range(60)]
        codes = {code(answer) for answer in answers if answer.status_code == 503}
        assert codes == {"database_unavailable"}
        assert {answer.status_code for answer in answers} <= {401, 429, 503}
    connections.close_all()
    cache.clear()
    assert browser.sign_up("ben@example.com").status_code == 401


def test_damaged_database_is_told(database: Path) -> None:
    database.write_bytes(b"this is not a database, whatever its name says " * 200)
    browser = Browser()
    browser.client.cookies["sessionid"] = "abcdefghijklmnopqrstuvwxyz012345"
    answer = browser.get("/api/v1/me")
    assert (answer.status_code, code(answer)) == (503, "database_unavailable")
