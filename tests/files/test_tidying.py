"""Bytes go when nothing names them any more, and not before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tafla.accounts.models import BoardPrivacy
from tafla.core.ids import derive_id, new_id
from tafla.core.refusals import Refusal
from tafla.files import hooks, staging, uploads
from tafla.files.models import Finding, StoredFile, Upload
from tafla.files.tidying import tidy
from tafla.sync import sweeping
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tests.files.conftest import Save, file_of, save_file
from tests.support.world import THEN, World, build_world, ident

LATER = 40 * 24 * 3_600_000
IN_ACME = {"account_id": ident("acme"), "name": "Copy"}


@pytest.fixture
def world(each_database: Path | str) -> World:
    """On each kind of database: what is deleted here must not be what a command names at that moment."""
    return build_world()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let this room's clock be ahead by so many milliseconds."""
    real = uploads.now_ms

    def ahead(ms: int) -> None:
        monkeypatch.setattr("tafla.files.tidying.now_ms", lambda: real() + ms)

    return ahead


def attach(world: World, upload: str, card: str = "ink") -> str:
    attachment = new_id()
    args = {"attachment_id": attachment, "upload_id": upload, "card_id": ident(card), "name": "a.bin"}
    world.done("chidi", "file.attach", **args)
    return attachment


def lying(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_what_is_named_stays_for_ever(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    attach(world, save(b"data", card_id=world.ink))
    clock(LATER)
    tidy()
    tidy()
    assert (StoredFile.objects.get().state, lying(folder)) == ("stored", 1)


def test_what_was_removed_stays_for_a_while_and_then_goes(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    attachment = attach(world, save(b"data", card_id=world.ink))
    removed = world.done("chidi", "file.remove", attachment_id=attachment)
    tidy()
    clock(LATER // 2)
    tidy()
    assert lying(folder) == 1
    clock(LATER)
    tidy()
    assert (StoredFile.objects.count(), lying(folder)) == (0, 0)
    assert world.refusal("chidi", "change.undo", command_id=removed) == "undo_gone"


def test_what_undo_brings_back_counts_as_named_again(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    attachment = attach(world, save(b"data", card_id=world.ink))
    removed = world.done("chidi", "file.remove", attachment_id=attachment)
    clock(LATER // 2)
    tidy()
    world.done("chidi", "change.undo", command_id=removed)
    clock(LATER)
    tidy()
    assert lying(folder) == 1
    assert StoredFile.objects.get().unnamed_at is None


def test_an_older_version_is_named_too(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    attach(world, save(b"first", card_id=world.ink))
    attach(world, save(b"second", card_id=world.ink))
    clock(LATER)
    tidy()
    assert lying(folder) == 2


def test_files_of_a_card_deleted_for_ever_go_at_once(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    upload = save(b"data", card_id=world.ink)
    attach(world, upload)
    thumb = folder / (StoredFile.objects.get().key + ".thumb")
    thumb.write_bytes(b"small")
    Finding.objects.create(id=file_of(upload), preview="image", at=THEN)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    clock(uploads.KEPT_MS + 1000)
    tidy()
    assert (lying(folder), StoredFile.objects.count(), Finding.objects.count()) == (0, 0, 0)


def test_files_of_a_board_deleted_for_ever_go_with_it(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    attach(world, save(b"data", card_id=world.ink))
    BoardPrivacy.objects.filter(id=world.plan).delete()
    sweeping.sweep(current(), "board", world.plan)
    clock(uploads.KEPT_MS + 1000)
    tidy()
    assert lying(folder) == 0


def test_a_copy_keeps_the_bytes_of_a_card_deleted_for_ever(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    attach(world, save(b"data", card_id=world.ink))
    world.done("chidi", "board.copy_frame", board_id=world.plan, new_board_id=world.fresh, **IN_ACME)
    copied = {"card_ids": [world.ink], "new_board_id": world.fresh}
    world.done("chidi", "board.copy_cards", **copied)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    clock(uploads.KEPT_MS + 1000)
    tidy()
    file = StoredFile.objects.get()
    assert (lying(folder), file.board_id, file.subject_id) == (
        1,
        world.fresh,
        derive_id(world.fresh, world.ink),
    )


def test_an_upload_nobody_touches_goes(world: World, folder: Path, clock: Callable[..., None]) -> None:
    asked = uploads.NewUpload(upload_id=new_id(), name="a", size=100, board_id=world.plan)
    upload, _ = uploads.begin(current(), Gate(), ident("chidi"), asked)
    sink = staging.Sink(upload.id)
    sink.go_on(0)
    sink.write(b"half")
    sink.close()
    clock(uploads.KEPT_MS - 60_000)
    tidy()
    assert (Upload.objects.count(), lying(folder)) == (1, 1)
    clock(uploads.KEPT_MS + 60_000)
    tidy()
    assert (Upload.objects.count(), lying(folder)) == (0, 0)


def test_what_was_stored_and_never_attached_goes_after_a_day(
    world: World, save: Save, folder: Path, clock: Callable[..., None]
) -> None:
    save(b"data", card_id=world.ink)
    tidy()
    assert lying(folder) == 1
    clock(uploads.KEPT_MS + 60_000)
    tidy()
    assert (StoredFile.objects.count(), lying(folder)) == (0, 0)


def test_a_storing_broken_off_by_a_restart_can_be_ended(
    world: World, folder: Path, clock: Callable[..., None]
) -> None:
    asked = uploads.NewUpload(upload_id=new_id(), name="a", size=4, board_id=world.plan)
    upload, _ = uploads.begin(current(), Gate(), ident("chidi"), asked)
    sink = staging.Sink(upload.id)
    sink.go_on(0)
    sink.write(b"data")
    sink.save()
    file = uploads.begin_storing(current(), upload, sink)
    sink.close()
    again = Upload.objects.get()
    assert (again.state, uploads.was_stored(current(), again)) == ("storing", False)
    uploads.move_in(file, upload.id)
    assert uploads.was_stored(current(), again)
    assert Upload.objects.get().state == "stored"


def test_a_store_that_is_away_is_tried_again(
    world: World, save: Save, folder: Path, clock: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    attachment = attach(world, save(b"data", card_id=world.ink))
    world.done("chidi", "file.remove", attachment_id=attachment)
    tidy()
    clock(LATER)

    def away(*_: object) -> None:
        raise OSError("away")

    with monkeypatch.context() as broken:
        broken.setattr("tafla.files.store.DiskStore.delete", away)
        tidy()
    assert StoredFile.objects.get().state == "deleting"
    tidy()
    assert (StoredFile.objects.count(), lying(folder)) == (0, 0)


def test_the_disk_is_not_filled_to_its_end(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch, settle: Callable[..., None]
) -> None:
    free = uploads.RESERVE_BYTES + 1_000
    monkeypatch.setattr("tafla.files.uploads.shutil.disk_usage", lambda _: type("U", (), {"free": free}))

    def begin(size: int) -> None:
        asked = uploads.NewUpload(upload_id=new_id(), name="a", size=size, board_id=world.plan)
        uploads.begin(current(), Gate(), ident("chidi"), asked)

    begin(700)
    with pytest.raises(Refusal, match="storage_full"):
        begin(400)
    begin(300)


def test_settings_and_other_rooms_set_limits(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch, settle: Callable[..., None]
) -> None:
    def refuse(_db: object, account_id: str, size: int) -> None:
        if account_id == world.acme and size > 50:
            raise Refusal("quota_exceeded", limit=50)

    monkeypatch.setattr(hooks, "check_quota", [refuse])
    settle(max_file_size=1_000)
    for size, code in ((2_000, "file_too_large"), (60, "quota_exceeded"), (0, "file_empty")):
        with pytest.raises(Refusal, match=code):
            save_file(b"x" * size, board_id=world.plan)
    save_file(b"x" * 50, board_id=world.plan)
