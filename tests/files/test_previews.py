"""Thumbnails and titles, as the work process makes them, and everything that must not become one."""

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tafla.accounts.models import Member
from tafla.core.ids import new_id
from tafla.files import listeners, previews
from tafla.files.models import Attachment, AttachmentVersion, Finding, StoredFile
from tafla.files.store import THUMB
from tafla.sync.models import Change, Scope
from tests.files.conftest import Save, file_of, listen
from tests.support.world import World


def picture(size: tuple[int, int] = (60, 40), kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()


def hang(world: World, save: Save, data: bytes, name: str = "a.png") -> AttachmentVersion:
    """Attach a file to `ink` and let the work process see it."""
    upload = save(data, name, card_id=world.ink)
    row = {"attachment_id": new_id(), "upload_id": upload, "card_id": world.ink, "name": name}
    world.done("chidi", "file.attach", **row)
    listen()
    return AttachmentVersion.objects.get(file_id=file_of(upload))


def thumb_of(version: AttachmentVersion, folder: Path) -> Image.Image:
    return Image.open(folder / (StoredFile.objects.get(id=version.file_id).key + THUMB))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF", "TIFF"])
def test_a_picture_gets_a_thumbnail_and_its_size(world: World, save: Save, folder: Path, kind: str) -> None:
    version = hang(world, save, picture((1200, 600), kind))
    assert (version.preview, version.width, version.height) == ("image", 1200, 600)
    thumb = thumb_of(version, folder)
    assert (thumb.format, thumb.size) == ("WEBP", (512, 256))


def test_a_picture_lying_on_its_side_is_put_upright_and_says_nothing_else(
    world: World, save: Save, folder: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of Ana"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 0.0)
    data = picture((900, 300), "JPEG", exif=exif)
    assert b"Camera of Ana" in data
    version = hang(world, save, data, "a.jpg")
    assert (version.width, version.height) == (300, 900)
    thumb = thumb_of(version, folder)
    assert thumb.size == (171, 512)
    assert not thumb.getexif()
    stored = StoredFile.objects.get(id=version.file_id)
    assert b"Camera" not in (folder / (stored.key + THUMB)).read_bytes()


def test_ten_thousand_pixels_a_side_are_not_too_many(world: World, save: Save, folder: Path) -> None:
    version = hang(world, save, picture((10_000, 10_000), "PNG", compress_level=1))
    assert (version.preview, version.width, version.height) == ("image", 10_000, 10_000)


def png_of(width: int, height: int) -> bytes:
    """A picture that says it is this large, and has hardly any bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        png_of(60_000, 60_000),
        png_of(2**31 - 1, 2**31 - 1),
        png_of(0, 0),
        picture()[:80],
        b"\x89PNG\r\n\x1a\n" + os.urandom(5_000),
        b"\xff\xd8\xff\xe0" + os.urandom(5_000),
        b"GIF89a" + b"\xff" * 200,
        b"RIFF\x10\0\0\0WEBPVP8 " + os.urandom(50),
        b"\0\0\0\x18ftypavif" + os.urandom(500),
        b"II*\0" + os.urandom(500),
    ],
    ids=["large", "largest", "none", "cut", "png", "jpeg", "gif", "webp", "avif", "tiff"],
)
def test_a_bomb_or_a_broken_picture_is_a_plain_file(
    world: World, save: Save, folder: Path, data: bytes
) -> None:
    version = hang(world, save, data)
    assert (version.preview, version.width) == ("none", None)
    assert Finding.objects.get(id=version.file_id).preview == "none"
    assert not (folder / (StoredFile.objects.get(id=version.file_id).key + THUMB)).exists()


def test_a_decoder_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "forever.py"
    program.write_text("while True: pass")
    monkeypatch.setattr(previews, "PROGRAM", program)
    monkeypatch.setattr(previews, "WITHIN_S", 0.3)
    assert previews.make_thumb(tmp_path / "a", tmp_path / "b") is None


def test_what_is_no_picture_is_not_looked_at(world: World, save: Save, folder: Path) -> None:
    assert hang(world, save, b"<svg xmlns='x'></svg>", "a.svg").preview == "none"
    assert hang(world, save, b"hello", "a.png").preview == "text"
    assert hang(world, save, b"%PDF-1.7", "a.pdf").preview == "pdf"
    assert not Finding.objects.exists()


def test_nothing_is_unpacked(world: World, save: Save, folder: Path) -> None:
    """A zip bomb is a file like others: nobody opens it."""
    bomb = b"PK\x03\x04" + b"\0" * 200
    version = hang(world, save, bomb, "bomb.zip")
    assert (version.preview, version.type) == ("none", "application/zip")
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [version.file_id]


def test_clients_are_told_by_a_change_of_whoever_attached_it(world: World, save: Save) -> None:
    version = hang(world, save, picture())
    change = Change.objects.filter(verb="file.refresh").get()
    assert (change.scope, change.person_id) == (f"shelf:{world.ink}", world.chidi)
    assert version.id in change.patches


def test_who_left_meanwhile_is_stood_in_for_by_the_owner(world: World, save: Save) -> None:
    upload = save(picture(), card_id=world.ink)
    row = {"attachment_id": new_id(), "upload_id": upload, "card_id": world.ink, "name": "a.png"}
    world.done("chidi", "file.attach", **row)
    Member.objects.filter(board_id=world.plan, person_id=world.chidi).delete()
    Scope.objects.filter(id=f"board:{world.plan}").update(access_rev=99)
    listen()
    assert AttachmentVersion.objects.get(file_id=file_of(upload)).preview == "image"
    assert Change.objects.filter(verb="file.refresh").get().person_id == world.ana


def test_telling_twice_changes_nothing(world: World, save: Save) -> None:
    hang(world, save, picture())
    count = Change.objects.count()
    listen()
    assert Change.objects.count() == count


def test_an_older_version_made_the_newest_keeps_its_preview(world: World, save: Save) -> None:
    first = hang(world, save, picture())
    hang(world, save, b"%PDF-1.7", "a.png")
    newest = Attachment.objects.get(id=first.attachment_id)
    assert (newest.version, newest.name) == (2, "a.png")
    world.done("chidi", "file.restore_version", attachment_id=newest.id, number=1)
    assert AttachmentVersion.objects.get(id=f"{newest.id}.3").preview == "image"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses whose titles were asked for; each answers with one."""
    found: list[str] = []
    monkeypatch.setattr(listeners, "title_of", lambda url: found.append(url) or f"Title of {url}")
    return found


def link(world: World, url: str = "https://example.org/") -> str:
    return world.done("chidi", "file.add_link", attachment_id=new_id(), card_id=world.ink, url=url)


def test_a_link_gets_the_title_of_its_page_once(world: World, asked: list[str]) -> None:
    link(world)
    listen()
    listen()
    assert asked == ["https://example.org/"]
    assert Attachment.objects.get().title == "Title of https://example.org/"


def test_a_page_without_a_title_is_not_asked_again(
    world: World, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    monkeypatch.setattr(listeners, "title_of", lambda url: asked.append(url))
    link(world)
    listen()
    listen()
    assert len(asked) == 1
    assert Attachment.objects.get().title is None


def test_slow_links_of_one_person_do_not_take_everybodys_time(
    world: World, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 10_000, 25))
    monkeypatch.setattr(listeners.time, "monotonic", lambda: float(next(clock)))
    monkeypatch.setattr(listeners, "SPAN_S", 10_000.0)
    listeners._spent.clear()
    for at in range(8):
        link(world, f"https://slow.example/{at}")
    listen()
    assert 0 < len(asked) < 5
    listeners._spent.clear()


def test_undo_of_attaching_a_link_does_not_mind_its_title(world: World, asked: list[str]) -> None:
    command = link(world)
    listen()
    world.done("chidi", "change.undo", command_id=command)
    assert not Attachment.objects.exists()
