"""The doors with an S3-compatible store behind them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.conftest import use_database
from tests.doors.conftest import Place, make_place
from tests.support import s3
from tests.support.servers import running
from tests.support.uploading import Page, attach, code
from tests.support.world import build_world, ident


@pytest.fixture
def store() -> Iterator[str]:
    with s3.serving() as url:
        yield url


@pytest.fixture
def place(store: str, database_template: Path, tmp_path: Path) -> Iterator[Place]:
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    world = build_world()
    env = {"TAFLA_SECRET_KEY": settings.SECRET_KEY, **s3.settings(store)}
    with running(["tafla.project.live"], tmp_path, **env) as server:
        yield make_place(server, world)


def test_up_down_and_parts(place: Place) -> None:
    data = os.urandom(20_000_000)
    page = Page(place.url, place.cookies["chidi"])
    file = attach(page, ident("chidi"), data, board_id=place.board)
    assert page.get(f"/files/{file}/a.bin").content == data
    part = page.get(f"/files/{file}/a.bin", range="bytes=5000000-5000999")
    assert (part.status_code, part.content) == (206, data[5_000_000:5_001_000])
    assert page.get(f"/files/zip/{place.board}").status_code == 200
    incoming = place.server.log.parent / "files" / "incoming"
    assert list(incoming.iterdir()) == []


def test_a_store_that_breaks_keeps_what_was_sent(place: Place, store: str) -> None:
    page = Page(place.url, place.cookies["chidi"])
    upload = page.begin(1000, board_id=place.board).json()["upload_id"]
    # Whoever empties the bucket's name takes the store away.
    page.http.delete(f"{store}/{s3.BUCKET}")
    assert code(page.send(upload, b"x" * 1000)) == (503, "storage_unavailable")
    assert page.state(upload)["state"] == "storing"
    page.http.put(f"{store}/{s3.BUCKET}")
    assert page.send(upload, b"", 1000).json()["state"] == "stored"
