"""The shared world, a data folder of the test's own, and files as the upload door would store them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tafla.core import settings
from tafla.core.ids import new_id
from tafla.files import staging, store, uploads
from tafla.files.models import Upload
from tafla.files.store import DiskStore
from tafla.sync import listeners
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tests.support.world import World, build_world, ident

Save = Callable[..., str]


@pytest.fixture
def world(database: Path) -> World:
    return build_world()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of files; the store is a disk."""
    return point_to(tmp_path / "files", DiskStore(tmp_path / "files"), monkeypatch)


def point_to(place: Path, used: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the files' room work in this folder, with this store."""
    for module in (store, staging, uploads):
        monkeypatch.setattr(module, "files_folder", lambda: place, raising=False)
    for name in ("uploads", "previews", "tidying"):
        monkeypatch.setattr(f"tafla.files.{name}.the_store", lambda: used)
    monkeypatch.setattr("tafla.files.tidying.files_folder", lambda: place)
    return place


@pytest.fixture
def settle(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Change settings for this test."""

    def change(**values: Any) -> None:
        changed = settings.load().model_copy(update=values)
        for name in ("uploads", "tidying"):
            monkeypatch.setattr(f"tafla.files.{name}.load", lambda: changed)

    return change


@pytest.fixture
def save(world: World, folder: Path) -> Save:
    """Store a file as the upload door does; the upload's id."""
    return save_file


def save_file(data: bytes, name: str = "a.bin", who: str = "chidi", **subject: str) -> str:
    asked = uploads.NewUpload(upload_id=new_id(), name=name, size=len(data), **subject)
    upload, _ = uploads.begin(current(), Gate(), ident(who), asked)
    sink = staging.Sink(upload.id)
    sink.go_on(0)
    sink.write(data)
    uploads.saved(current(), upload, sink.save())
    file = uploads.begin_storing(current(), upload, sink)
    uploads.move_in(file, upload.id)
    uploads.end_storing(current(), upload)
    sink.is_done = True
    sink.close()
    return str(upload.id)


def listen() -> None:
    """Let the work process's listeners of this room catch up."""
    for name in ("files.previews", "files.titles", "files.sweep"):
        one = listeners.LISTENERS[name]
        one.position = None
        while listeners.step(one):
            pass


def file_of(upload_id: str) -> str:
    return str(Upload.objects.get(id=upload_id).file_id)
