"""A large file passes through the server without ever standing in its memory: up, down, and as a zip.

`LARGE_FILE_MB=1024 pytest tests/doors/test_large_files.py -s` takes a gigabyte and prints the figures.
"""

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tafla.files.models import StoredFile, Upload
from tafla.sync.dispatch import do
from tests.conftest import use_database
from tests.doors.conftest import Place, make_place
from tests.support import s3
from tests.support.servers import running
from tests.support.uploading import Page
from tests.support.world import build_world, ident

MEGABYTE = 1024 * 1024
SIZE_MB = int(os.environ.get("LARGE_FILE_MB", "200"))
MOST_MB = 150
pytestmark = pytest.mark.slow


@pytest.fixture(params=["disk", "s3"])
def place(request: pytest.FixtureRequest, database_template: Path, tmp_path: Path) -> Iterator[Place]:
    """A server of this test's own, so that nothing else counts."""
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    world = build_world()
    env = {"TAFLA_SECRET_KEY": settings.SECRET_KEY}
    if request.param == "disk":
        with running(["tafla.project.live"], tmp_path, **env) as server:
            yield make_place(server, world)
        return
    with s3.serving() as url, running(["tafla.project.live"], tmp_path, **env, **s3.settings(url)) as server:
        yield make_place(server, world)


class Memory:
    """The most memory a process has taken since it was last asked to forget, in megabytes."""

    def __init__(self, pid: int) -> None:
        self.folder = Path(f"/proc/{pid}")

    def forget(self) -> None:
        (self.folder / "clear_refs").write_text("5")

    def most(self) -> float:
        status = (self.folder / "status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024


def some(count: int, one: bytes) -> Iterator[bytes]:
    """So many megabytes, no two alike."""
    for at in range(count):
        yield at.to_bytes(8, "big") + one[8:]


def test_a_large_file_goes_up_and_down_in_little_memory(place: Place) -> None:
    page, memory = Page(place.url, place.cookies["chidi"]), Memory(place.server.process.pid)
    one, expected = os.urandom(MEGABYTE), hashlib.sha256()
    for piece in some(SIZE_MB, one):
        expected.update(piece)
    page.get("/api/v1/me")
    figures = [f"idle {memory.most():.0f} MB"]

    def measured(what: str, work) -> None:  # type: ignore[no-untyped-def]
        memory.forget()
        started = time.monotonic()
        work()
        speed = SIZE_MB / (time.monotonic() - started)
        figures.append(f"{what} {memory.most():.0f} MB, {speed:.0f} MB/s")
        assert memory.most() < MOST_MB, figures

    def up() -> None:
        answer = page.begin(SIZE_MB * MEGABYTE, "large.bin", place.world.new, board_id=place.board)
        assert answer.status_code == 201, answer.text
        assert page.send(place.world.new, some(SIZE_MB, one)).json()["state"] == "stored"

    def down(path: str) -> int:
        digest, size = hashlib.sha256(), 0
        with page.http.stream("GET", path) as answer:
            assert answer.status_code == 200
            for piece in answer.iter_raw():
                digest.update(piece)
                size += len(piece)
        if "zip" not in path:
            assert digest.hexdigest() == expected.hexdigest()
        return size

    measured("up", up)
    args = {"attachment_id": place.world.fresh, "upload_id": place.world.new, "name": "large.bin"}
    do(ident("chidi"), "file.attach", board_id=place.board, **args)
    file = StoredFile.objects.get(id=Upload.objects.get(id=place.world.new).file_id)
    assert (file.sha256, file.size) == (expected.hexdigest(), SIZE_MB * MEGABYTE)
    measured("down", lambda: down(f"/files/{place.world.fresh}/large.bin"))
    measured("zip", lambda: down(f"/files/zip/{place.board}"))
    sys.stdout.write(f"\n{SIZE_MB} MB: {'; '.join(figures)}\n")
