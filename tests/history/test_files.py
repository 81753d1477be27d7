"""What becomes of files and links, on cards and on boards."""

from tafla.history.models import Entry
from tests.history.lines import Index, indexed, of_board, of_card
from tests.support.shelves import attached, photo_on_ink
from tests.support.world import World


def test_a_file_and_its_versions(world: World, index: Index) -> None:
    photo_on_ink(world)
    world.done("ben", "file.add_version", attachment_id=world.photo, upload_id=world.pic)
    world.done("ben", "file.restore_version", attachment_id=world.photo, number=1)
    world.done("ben", "file.rename", attachment_id=world.photo, name="Front")
    world.done("ben", "file.remove", attachment_id=world.photo)
    index()
    photo, front = ({"id": world.photo, "name": name} for name in ("photo.png", "Front.png"))
    told = of_card("ink")
    assert told[0] == ("unattached", [front], None)
    assert told[1] == ("file_renamed", [photo], [front])
    assert [(what, [old["version"] for old in olds]) for what, olds, _ in told[2:4]] == [
        ("file_version", [2]),
        ("file_version", [1]),
    ]
    assert told[4][0] == "attached"
    assert len(told) == 5


def test_a_link_on_a_board(world: World, index: Index) -> None:
    url = {"board_id": world.plan, "url": "https://example.com/plan"}
    world.done("chidi", "file.add_link", attachment_id=world.photo, **url)
    world.done("chidi", "file.remove", attachment_id=world.photo)
    index()
    link = {"id": world.photo, "name": "https://example.com/plan"}
    assert of_board() == [("unlinked", [link], None), ("linked", None, [link])]


def test_order_and_previews_are_no_history(world: World, index: Index) -> None:
    for name in ("photo", "plot"):
        attached(world, name)
    world.done("chidi", "file.move", attachment_id=world.photo, after=world.plot)
    index()
    assert [what for what, *_ in of_card("ink")] == ["attached", "attached"]


def test_files_travel_with_their_card_and_its_history(world: World) -> None:
    attached(world, "photo")
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.later)
    indexed()
    assert [what for what, *_ in of_card("ink")] == ["board", "attached"]
    assert Entry.objects.get(what="attached").board_id == world.plan
