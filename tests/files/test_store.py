"""Both stores keep what they are given, give back any part of it, and say so when they cannot."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tafla.core.ids import new_id
from tafla.core.settings import Settings
from tafla.files import s3 as s3_store
from tafla.files.models import AttachmentVersion, StoredFile
from tafla.files.store import DiskStore, Store, key_of
from tafla.files.tidying import tidy
from tests.files.conftest import file_of, listen, point_to, save_file
from tests.files.test_previews import picture
from tests.support import s3
from tests.support.world import build_world


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    with s3.serving() as url:
        yield url


@pytest.fixture
def bucket(s3_server: str) -> Store:
    names = {name.removeprefix("TAFLA_").lower(): value for name, value in s3.settings(s3_server).items()}
    return s3_store.from_settings(Settings(**names))


@pytest.fixture(params=["disk", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "disk":
        return DiskStore(tmp_path / "files")
    found: Store = request.getfixturevalue("bucket")
    return found


def put(store: Store, tmp_path: Path, data: bytes) -> str:
    source = tmp_path / "source"
    source.write_bytes(data)
    key = key_of(new_id())
    store.put(key, source)
    assert not source.exists()
    return key


@pytest.mark.parametrize("size", [1, 255, 262_144, 262_145, 20_000_000])
def test_what_is_put_in_comes_out(store: Store, tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    key = put(store, tmp_path, data)
    assert store.size(key) == size
    assert b"".join(store.read(key, 0, size)) == data
    with store.at(key) as path:
        assert path.read_bytes() == data


def test_any_part_can_be_read(store: Store, tmp_path: Path) -> None:
    data = os.urandom(1_000_000)
    key = put(store, tmp_path, data)
    for start, end in ((0, 1), (999_999, 1_000_000), (300_000, 800_001), (5, 5)):
        assert b"".join(store.read(key, start, end)) == data[start:end]


def test_what_is_deleted_is_gone_and_deleting_again_is_no_mistake(store: Store, tmp_path: Path) -> None:
    key = put(store, tmp_path, b"x")
    store.delete(key)
    store.delete(key)
    assert store.size(key) is None
    with pytest.raises(FileNotFoundError):
        next(store.read(key, 0, 1))


def test_putting_again_replaces(store: Store, tmp_path: Path) -> None:
    key = put(store, tmp_path, b"first")
    (tmp_path / "again").write_bytes(b"second")
    store.put(key, tmp_path / "again")
    assert b"".join(store.read(key, 0, 6)) == b"second"


def test_keys_spread_over_folders_and_hold_nothing_typed() -> None:
    assert key_of("01900000-0000-7000-8000-0000000000ab") == "ab/00/01900000-0000-7000-8000-0000000000ab"


def test_a_store_that_is_away_says_so(tmp_path: Path) -> None:
    away = Settings(s3_bucket="b", s3_endpoint="http://127.0.0.1:9", s3_access_key="a", s3_secret_key="b")
    store = s3_store.from_settings(away, retries=0)
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        store.put("k", tmp_path / "a")
    assert (tmp_path / "a").exists(), "what was not stored is still there"
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        next(store.read("k", 0, 1))


def test_wrong_keys_are_told_and_nothing_is_lost(s3_server: str, tmp_path: Path) -> None:
    """A bucket that does not exist answers like wrong keys do: with a refusal."""
    other = Settings(s3_bucket="absent", s3_endpoint=s3_server, s3_access_key="a", s3_secret_key="b")
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(OSError, match=r"(?i)bucket|not found"):
        s3_store.from_settings(other, retries=0).put("k", tmp_path / "a")
    assert (tmp_path / "a").exists()


def test_a_whole_life_in_a_bucket(
    database: Path, bucket: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Upload, thumbnail, removal for ever, with S3 in the place of the disk."""
    world = build_world()
    point_to(tmp_path / "files", bucket, monkeypatch)
    upload = save_file(picture((700, 700)), "a.png", card_id=world.ink)
    args = {"attachment_id": world.new, "upload_id": upload, "card_id": world.ink, "name": "a.png"}
    world.done("chidi", "file.attach", **args)
    listen()
    key = StoredFile.objects.get(id=file_of(upload)).key
    assert AttachmentVersion.objects.get().preview == "image"
    assert bucket.size(key)
    assert bucket.size(key + ".thumb")
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    monkeypatch.setattr("tafla.files.tidying.now_ms", lambda: 2**52)
    tidy()
    assert bucket.size(key) is bucket.size(key + ".thumb") is None
