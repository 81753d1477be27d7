"""Attachments by their verbs: versions, names, places, links, frozen cards, undo, and cards that go."""

from collections.abc import Callable
from typing import Any

import pytest

from tafla.cards.models import Card
from tafla.core.ids import derive_id, new_id
from tafla.core.refusals import Refusal
from tafla.files.models import Attachment, AttachmentVersion, Shelf, StoredFile
from tafla.files.rules import MOST_ATTACHMENTS
from tafla.sync.db import current
from tafla.sync.gate import Gate
from tafla.sync.models import Change
from tafla.sync.reading import Reader, access_scope
from tests.files.conftest import listen
from tests.support.shelves import attached, photo_twice, three_on_ink, uploaded
from tests.support.world import THEN, World, build_world, ident


@pytest.fixture
def world(database: object) -> World:
    return build_world()


def shelf(world: World, card: str = "ink") -> list[tuple[str, int]]:
    """(name, version) of what hangs on a card, in order; the shelf's count agrees."""
    rows = Attachment.objects.filter(subject_id=ident(card)).order_by("rank", "id")
    count = Shelf.objects.filter(id=ident(card)).values_list("count", flat=True).first() or 0
    assert count == len(rows)
    versions = {row.id: AttachmentVersion.objects.filter(attachment_id=row.id).count() for row in rows}
    assert all(versions[row.id] == row.version for row in rows)
    return [(row.name, row.version) for row in rows]


def attach(world: World, upload: str, name: str, **more: Any) -> str:
    args = {"attachment_id": new_id(), "card_id": world.ink, **more}
    return world.done("chidi", "file.attach", upload_id=uploaded(upload, "ink"), name=name, **args)


def test_the_same_name_makes_a_version_and_another_one_does_not(world: World) -> None:
    attach(world, "u1", "plan.png")
    attach(world, "u2", "plan.png")
    attach(world, "u3", "Plan.png")
    assert shelf(world) == [("plan.png", 2), ("Plan.png", 1)]


def test_an_upload_is_attached_once(world: World) -> None:
    upload = uploaded("u1", "ink")
    args = {"upload_id": upload, "card_id": world.ink, "name": "a.png"}
    world.done("chidi", "file.attach", attachment_id=new_id(), **args)
    again = world.run("chidi", "file.attach", attachment_id=new_id(), **args)
    assert again == {"s": "done", "wrote": []}
    assert shelf(world) == [("a.png", 1)]


def test_an_upload_for_another_card_is_not_there(world: World) -> None:
    upload = uploaded("u1", "oak")
    args = {"attachment_id": new_id(), "upload_id": upload, "name": "a.png"}
    assert world.refusal("chidi", "file.attach", card_id=world.ink, **args) == "not_found"
    assert world.refusal("chidi", "file.attach", board_id=world.plan, **args) == "not_found"


def test_both_places_or_none_are_refused(world: World) -> None:
    """A command without a place would be judged by nobody."""
    args = {"attachment_id": new_id(), "upload_id": uploaded("u1", "ink"), "name": "a.png"}
    for subject in ({}, {"card_id": world.ink, "board_id": world.plan}):
        assert world.refusal("mallory", "file.attach", **args, **subject) in ("bad_arguments", "not_found")
        link = {"attachment_id": new_id(), "url": "https://example.org"}
        assert world.refusal("chidi", "file.add_link", **link, **subject) == "bad_arguments"
    assert world.refusal("mallory", "file.attach", **args) == "bad_arguments"


def test_a_new_version_keeps_the_name_and_takes_the_new_ending(world: World) -> None:
    attached(world, "photo")
    StoredFile.objects.all()
    upload = uploaded("final", "ink")
    world.done("chidi", "file.rename", attachment_id=world.photo, name="Cover.old.png")
    world.done("chidi", "file.add_version", attachment_id=world.photo, upload_id=upload)
    assert shelf(world) == [("Cover.old.png", 2)]
    names = AttachmentVersion.objects.order_by("number").values_list("name", flat=True)
    assert list(names) == ["photo.png", "final.png"]


def test_restoring_makes_one_more_version_of_the_older_bytes(world: World) -> None:
    photo_twice(world)
    world.done("chidi", "file.restore_version", attachment_id=world.photo, number=1)
    files = AttachmentVersion.objects.order_by("number").values_list("file_id", flat=True)
    assert list(files) == [files[0], files[1], files[0]]
    assert shelf(world) == [("photo.png", 3)]
    same = world.run("chidi", "file.restore_version", attachment_id=world.photo, number=3)
    assert same["wrote"] == []
    gone = world.refusal("chidi", "file.restore_version", attachment_id=world.photo, number=9)
    assert gone == "not_found"
    StoredFile.objects.all().delete()
    code = world.refusal("chidi", "file.restore_version", attachment_id=world.photo, number=2)
    assert code == "file_gone"


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ("Summer", "Summer.png"),
        ("Summer.PNG", "Summer.png"),
        ("virus.exe", "virus.exe.png"),
        ("../../x", "x.png"),
        ("a/b\\c", "c.png"),
        ("", "file.png"),
        ("con", "_con.png"),
        ("x\u202egnp.exe", "xgnp.exe.png"),
        ("a\r\nb", "a b.png"),
        ("n" * 400, "n" * 176 + ".png"),
    ],
)
def test_renaming_keeps_the_ending_and_cleans_the_name(world: World, given: str, becomes: str) -> None:
    attached(world, "photo")
    world.done("chidi", "file.rename", attachment_id=world.photo, name=given)
    assert shelf(world) == [(becomes, 1)]


def test_no_two_files_of_a_card_get_the_same_name(world: World) -> None:
    """An upload of that name could become a version of either."""
    three_on_ink(world)
    attached(world, "other", "oak")
    renaming = {"attachment_id": world.plot, "name": "photo"}
    assert world.refusal("chidi", "file.rename", **renaming) == "file_name_taken"
    world.done("chidi", "file.rename", attachment_id=world.other, name="photo")
    world.done("chidi", "file.rename", attachment_id=world.photo, name="photo")
    world.done("chidi", "file.rename", attachment_id=world.photo, name="Front")
    world.done("chidi", "file.rename", **renaming)


def test_order_is_by_neighbours(world: World) -> None:
    three_on_ink(world)
    names = [name for name, _ in shelf(world)]
    assert names == ["photo.png", "plot.png", "plan file.png"]
    world.done("chidi", "file.move", attachment_id=ident("plan file"), before=world.photo)
    assert [name for name, _ in shelf(world)] == ["plan file.png", "photo.png", "plot.png"]
    world.done("chidi", "file.move", attachment_id=ident("plan file"))
    assert [name for name, _ in shelf(world)] == ["photo.png", "plot.png", "plan file.png"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "https://a b/",
        "https://user:secret@example.org/",
        "data:text/html,x",
        "https://example.org/" + "a" * 2000,
        "https://x\n.org",
        "nonsense",
        "",
    ],
)
def test_what_is_no_web_address_is_no_link(world: World, url: str) -> None:
    with pytest.raises(Refusal) as refused:
        world.run("chidi", "file.add_link", attachment_id=new_id(), card_id=world.ink, url=url)
    assert refused.value.code == "bad_url"


def test_a_link_has_a_name_of_its_own_and_no_versions(world: World) -> None:
    link = {"attachment_id": world.new, "card_id": world.ink, "url": "example.org/a"}
    world.done("chidi", "file.add_link", **link)
    row = Attachment.objects.get(id=world.new)
    assert (row.url, row.name, row.title) == ("https://example.org/a", "", None)
    world.done("chidi", "file.rename", attachment_id=world.new, name="Our page.html")
    assert Attachment.objects.get(id=world.new).name == "Our page.html"
    upload = uploaded("u1", "ink")
    code = world.refusal("chidi", "file.add_version", attachment_id=world.new, upload_id=upload)
    assert code == "not_a_file"


def frozen(world: World, place: str) -> None:
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=getattr(world, place))


VERBS: dict[str, Callable[[World], dict[str, Any]]] = {
    "file.add_version": lambda w: {"attachment_id": w.photo, "upload_id": w.pic},
    "file.restore_version": lambda w: {"attachment_id": w.photo, "number": 1},
    "file.rename": lambda w: {"attachment_id": w.photo, "name": "x"},
    "file.move": lambda w: {"attachment_id": w.photo},
    "file.remove": lambda w: {"attachment_id": w.photo},
    "file.add_link": lambda w: {"attachment_id": new_id(), "card_id": w.ink, "url": "https://x.org"},
    "file.attach": lambda w: {
        "attachment_id": new_id(),
        "card_id": w.ink,
        "upload_id": w.pic,
        "name": "new.png",
    },
}


@pytest.mark.parametrize(("place", "code"), [("closed", "card_completed"), ("gone", "card_deleted")])
@pytest.mark.parametrize("verb", VERBS)
def test_a_frozen_card_keeps_what_hangs_on_it(world: World, verb: str, place: str, code: str) -> None:
    photo_twice(world)
    frozen(world, place)
    assert world.refusal("chidi", verb, **VERBS[verb](world)) == code


def test_undo_brings_a_removed_file_back_to_its_place_with_its_versions(world: World) -> None:
    three_on_ink(world)
    world.done("chidi", "file.add_version", attachment_id=world.plot, upload_id=uploaded("u", "ink"))
    before = world.everything()
    removed = world.done("chidi", "file.remove", attachment_id=world.plot)
    assert [name for name, _ in shelf(world)] == ["photo.png", "plan file.png"]
    world.done("chidi", "change.undo", new_id(), command_id=removed)
    assert world.everything() == before
    undone = Change.objects.latest("pos").command_id
    world.done("chidi", "change.redo", command_id=undone)
    assert len(shelf(world)) == 2


def test_undo_of_attaching_and_of_a_new_version(world: World) -> None:
    first = attach(world, "u1", "plan.png")
    second = attach(world, "u2", "plan.png")
    assert world.refusal("chidi", "change.undo", command_id=first) == "undo_changed"
    world.done("chidi", "change.undo", command_id=second)
    assert shelf(world) == [("plan.png", 1)]
    world.done("chidi", "change.undo", command_id=first)
    assert shelf(world) == []


def test_undo_does_not_mind_the_preview_nor_what_others_attached(world: World) -> None:
    from_me = attach(world, "u1", "plan.png")
    AttachmentVersion.objects.update(preview="image", width=3, height=2)
    attach(world, "u2", "other.png")
    world.done("chidi", "change.undo", command_id=from_me)
    assert shelf(world) == [("other.png", 1)]


def test_undo_is_refused_when_the_bytes_are_gone(world: World) -> None:
    attached(world, "photo")
    removed = world.done("chidi", "file.remove", attachment_id=world.photo)
    StoredFile.objects.update(state="deleting")
    assert world.refusal("chidi", "change.undo", command_id=removed) == "undo_gone"


def test_undo_puts_nothing_on_a_frozen_card(world: World) -> None:
    attached(world, "photo")
    removed = world.done("chidi", "file.remove", attachment_id=world.photo)
    frozen(world, "closed")
    assert world.refusal("chidi", "change.undo", command_id=removed) == "card_completed"


def test_undo_puts_nothing_on_a_board_that_the_card_has_gone_to(world: World) -> None:
    attached(world, "photo")
    removed = world.done("chidi", "file.remove", attachment_id=world.photo)
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    assert world.refusal("chidi", "change.undo", command_id=removed) == "undo_gone"


def test_a_card_that_moves_takes_its_shelf_along_and_undo_brings_both_back(world: World) -> None:
    attached(world, "photo")
    before = world.everything()
    moved = world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    assert Shelf.objects.get(id=world.ink).board_id == world.ops
    assert world.row("shelves", "ink", f"files:{world.ops}")
    assert world.row("shelves", "ink", f"files:{world.plan}") is None
    assert world.refusal("ben", "file.rename", attachment_id=world.photo, name="x") == "not_found"
    world.done("chidi", "change.undo", command_id=moved)
    assert world.everything() == before


def test_a_copy_of_a_card_has_its_files_and_links(world: World) -> None:
    photo_twice(world)
    AttachmentVersion.objects.update(preview="image", width=3, height=2)
    link = {"attachment_id": world.new, "card_id": world.ink, "url": "https://example.org/"}
    world.done("chidi", "file.add_link", **link)
    new_board = {"new_board_id": world.fresh, "account_id": world.acme, "name": "Copy"}
    world.done("chidi", "board.copy_frame", board_id=world.plan, **new_board)
    world.done("chidi", "board.copy_cards", card_ids=[world.ink], new_board_id=world.fresh)
    copy = derive_id(world.fresh, world.ink)
    rows = Attachment.objects.filter(subject_id=copy).order_by("rank")
    assert [(row.name, row.version, row.url) for row in rows] == [
        ("photo.png", 1, None),
        ("", 0, "https://example.org/"),
    ]
    version = AttachmentVersion.objects.get(subject_id=copy)
    newest = AttachmentVersion.objects.get(id=f"{world.photo}.2")
    assert (version.id, version.file_id) == (f"{rows[0].id}.1", newest.file_id)
    assert (version.preview, version.width) == ("image", 3)
    shelf_row = Shelf.objects.get(id=copy)
    assert (shelf_row.board_id, shelf_row.card_id, shelf_row.count) == (world.fresh, copy, 2)


def test_undo_of_copying_a_card_puts_the_copy_into_deleted_with_its_files(world: World) -> None:
    photo_twice(world)
    one = {"card_id": world.ink, "new_id": world.fresh}
    copied = world.done("chidi", "card.copy", copies=[one], column_id=world.todo)
    assert shelf(world, "fresh") == [("photo.png", 1)]
    undone = world.done("chidi", "change.undo", command_id=copied)
    assert world.card("fresh")["deleted_at"] is not None
    assert shelf(world, "fresh") == [("photo.png", 1)]
    world.done("chidi", "change.redo", command_id=undone)
    assert world.card("fresh")["deleted_at"] is None


def test_a_card_deleted_for_ever_leaves_no_trace_of_its_files(world: World) -> None:
    """S22."""
    photo_twice(world)
    link = {"attachment_id": world.new, "card_id": world.ink, "url": "https://secret.example"}
    world.done("chidi", "file.add_link", **link)
    world.done("chidi", "file.remove", attachment_id=world.new)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    listen()
    assert not Attachment.objects.exists()
    assert not AttachmentVersion.objects.exists()
    assert not Shelf.objects.exists()
    for change in Change.objects.all():
        assert "photo.png" not in change.patches + change.before
        assert "secret.example" not in change.patches + change.before


def test_a_shelf_too_full_for_one_command_is_swept_after_it(world: World) -> None:
    full(world)
    world.done("chidi", "card.delete", card_ids=[world.ink])
    world.done("ben", "card.purge", card_ids=[world.ink])
    with pytest.raises(Refusal, match="not_found"):
        access_scope(current(), Gate(), Reader(world.chidi), f"shelf:{world.ink}")
    assert Attachment.objects.count() == MOST_ATTACHMENTS
    listen()
    assert not Attachment.objects.exists()


def test_a_card_that_moves_is_not_swept(world: World) -> None:
    attached(world, "photo")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    listen()
    assert shelf(world) == [("photo.png", 1)]


def full(world: World) -> None:
    Shelf.objects.create(id=world.ink, board_id=world.plan, card_id=world.ink, count=MOST_ATTACHMENTS)
    row = {"subject_id": world.ink, "kind": "link", "name": "", "title": "x", "by": "x", "at": THEN}
    Attachment.objects.bulk_create(
        Attachment(id=new_id(), rank=f"a{at:03}V", updated_by="x", updated_at=THEN, **row)
        for at in range(MOST_ATTACHMENTS)
    )


def test_a_shelf_is_full_some_day(world: World) -> None:
    full(world)
    link = {"attachment_id": new_id(), "card_id": world.ink, "url": "https://example.org"}
    assert world.refusal("chidi", "file.add_link", **link) == "too_many"
    file = {"attachment_id": new_id(), "card_id": world.ink, "upload_id": uploaded("u", "ink"), "name": "x"}
    assert world.refusal("chidi", "file.attach", **file) == "too_many"


def test_refreshing_takes_nothing_from_whoever_asks(world: World) -> None:
    attached(world, "photo")
    assert world.run("chidi", "file.refresh", attachment_id=world.photo)["wrote"] == []
    with pytest.raises(Refusal, match="bad_arguments"):
        world.run("chidi", "file.refresh", attachment_id=world.photo, preview="image")
    assert Card.objects.filter(id=world.ink).exists()
