"""Files while processes come and go: uploads outlive a killed server, the work process makes thumbnails."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from django.conf import settings

from tafla.core.ids import new_id
from tests.conftest import use_database
from tests.doors.conftest import make_place
from tests.files.test_previews import picture
from tests.support.servers import RunningServer, environment, running
from tests.support.uploading import Page, attach
from tests.support.world import World, build_world, ident

ENV = {"TAFLA_SECRET_KEY": settings.SECRET_KEY}
MEGABYTE = 1024 * 1024


@pytest.fixture
def world(database_template: Path, tmp_path: Path) -> World:
    shutil.copyfile(database_template, tmp_path / "tafla.sqlite3")
    use_database(tmp_path / "tafla.sqlite3")
    return build_world()


def test_a_killed_server_keeps_what_was_safe(world: World, tmp_path: Path) -> None:
    data = os.urandom(40 * MEGABYTE)
    with running(["tafla.project.live"], tmp_path, **ENV) as server:
        place = make_place(server, world)
        upload = Page(place.url, place.cookies["chidi"]).begin(len(data), board_id=place.board)
        upload_id = upload.json()["upload_id"]
        sending = threading.Thread(
            target=_send_and_hang, args=(place.url, place.cookies["chidi"], upload_id, data)
        )
        sending.start()
        page = Page(place.url, place.cookies["chidi"])
        deadline = time.monotonic() + 10
        while page.state(upload_id)["offset"] == 0 and time.monotonic() < deadline:
            time.sleep(0.02)
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        sending.join(10)
    with running(["tafla.project.live"], tmp_path, **ENV) as server:
        page = Page(server.url, place.cookies["chidi"])
        offset = page.state(upload_id)["offset"]
        assert 32 * MEGABYTE <= offset < len(data)
        assert page.send(upload_id, data[offset:], offset).json()["state"] == "stored"
        args = {"attachment_id": new_id(), "upload_id": upload_id, "name": "a.bin"}
        world.done("chidi", "file.attach", board_id=place.board, **args)
        assert page.get(f"/files/{args['attachment_id']}/a.bin").content == data


def _send_and_hang(url: str, cookies: str, upload_id: str, data: bytes) -> None:
    def slowly() -> Iterator[bytes]:
        yield data[: 36 * MEGABYTE]
        time.sleep(5)

    try:
        Page(url, cookies).send(upload_id, slowly())
    except httpx.HTTPError:
        return


@pytest.fixture
def both(world: World, tmp_path: Path) -> Iterator[RunningServer]:
    """A live and a work process on one database."""
    with running(["tafla.project.live"], tmp_path, **ENV) as server:
        work = subprocess.Popen(
            [sys.executable, "-m", "tafla.project.work"],
            env=environment(tmp_path, 0, **ENV),
            stdin=subprocess.DEVNULL,
        )
        try:
            yield server
        finally:
            work.terminate()
            work.wait(10)


def test_the_work_process_makes_the_thumbnail_and_the_live_one_serves_it(
    both: RunningServer, world: World
) -> None:
    place = make_place(both, world)
    page = Page(place.url, place.cookies["chidi"])
    file = attach(page, ident("chidi"), picture((900, 600)), "a.png", board_id=place.board)
    deadline = time.monotonic() + 15
    while page.get(f"/files/thumb/{file}/1").status_code == 404:
        assert time.monotonic() < deadline, "no thumbnail came"
        time.sleep(0.1)
    thumb = page.get(f"/files/thumb/{file}/1")
    assert thumb.headers["content-type"] == "image/webp"
    assert thumb.content[8:12] == b"WEBP"
    again = page.get(f"/files/thumb/{file}/1", **{"if-none-match": thumb.headers["etag"]})
    assert again.status_code == 304
    rows = page.get(f"/live/snapshot/shelf:{place.board}").json()["tables"]["attachment_versions"]
    assert dict(zip(rows["fields"], rows["rows"][0], strict=True))["preview"] == "image"
