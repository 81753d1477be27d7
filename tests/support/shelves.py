"""Attachments in the shared world: uploads that are stored already, as the upload door would leave them."""

from typing import Any

from tafla.files.models import Attachment, AttachmentVersion, Finding, Shelf, StoredFile, Upload
from tests.support.world import THEN, World, ident


def uploaded(name: str, subject: str, *, kind: str = "image/png", size: int = 7) -> str:
    """A stored upload called `name` for a card or board; its id."""
    board = "plan" if subject in ("plan", "ink", "oak", "old", "bin", "fig") else "lair"
    place = {"board_id": ident(board), "subject_id": ident(subject)}
    file_id = ident(f"bytes of {name}")
    StoredFile.objects.create(
        id=file_id, key=file_id, sha256="0" * 64, size=size, type=kind, state="stored", at=THEN, **place
    )
    Upload.objects.create(
        id=ident(name), person_id=ident("chidi"), name=f"{name}.png", size=size, offset=size, state="stored",
        touched_at=THEN, file_id=file_id, **place,
    )  # fmt: skip
    return ident(name)


def attached(world: World, name: str, card: str = "ink") -> str:
    """A file of this name on a card of `plan`; the attachment's id."""
    upload = uploaded(f"{name} upload", card)
    args: dict[str, Any] = {"card_id": ident(card), "upload_id": upload, "name": f"{name}.png"}
    world.done("chidi", "file.attach", attachment_id=ident(name), **args)
    return ident(name)


def photo_on_ink(world: World) -> None:
    attached(world, "photo")
    uploaded("pic", "ink")


def three_on_ink(world: World) -> None:
    for name in ("photo", "plot", "plan file"):
        attached(world, name)


def photo_twice(world: World) -> None:
    photo_on_ink(world)
    world.done("chidi", "file.add_version", attachment_id=world.photo, upload_id=world.pic)


def photo_seen(world: World) -> None:
    """The work process has made a thumbnail."""
    attached(world, "photo")
    seen = {"preview": "image", "width": 30, "height": 20, "at": THEN}
    Finding.objects.create(id=ident("bytes of photo upload"), **seen)


def foreign_shelf() -> None:
    """Mallory's card has a file and an upload of its own."""
    Shelf.objects.create(id=ident("loot"), board_id=ident("lair"), card_id=ident("loot"), count=1)
    row = {
        "subject_id": ident("loot"),
        "name": "loot.png",
        "type": "image/png",
        "size": 7,
        "by": "m",
        "at": 1,
    }
    Attachment.objects.create(
        id=ident("loot_file"), rank="a0V", kind="file", version=1, updated_by="m", updated_at=1, **row
    )
    uploaded("loot_upload", "loot")
    file_id = ident("bytes of loot_upload")
    version = {"id": f"{ident('loot_file')}.1", "attachment_id": ident("loot_file"), "number": 1}
    AttachmentVersion.objects.create(**version, file_id=file_id, **row)
