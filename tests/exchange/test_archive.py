"""The zip holds the whole board, so that it can be read back."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tafla.cards.models import Card, ChecklistItem
from tafla.chat.models import Message, Reaction
from tafla.exchange import making
from tafla.files.models import Attachment, AttachmentVersion, StoredFile
from tafla.files.store import DiskStore
from tests.exchange.conftest import board_json, export
from tests.support.shelves import uploaded
from tests.support.talks import long_talk
from tests.support.ties import tied
from tests.support.world import World, ident

BYTES = b"\x89PNG bytes of a picture"


@pytest.fixture
def store(full: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DiskStore:
    """A store with the bytes of every stored file in it."""
    made = DiskStore(tmp_path / "files")
    monkeypatch.setattr(making, "the_store", lambda: made)
    for file in StoredFile.objects.all():
        (tmp_path / "source").write_bytes(BYTES)
        StoredFile.objects.filter(id=file.id).update(size=len(BYTES))
        made.put(file.key, tmp_path / "source")
    return made


def test_counts_are_equal(full: World) -> None:
    found = board_json(export("zip"))
    here = {"board_id": full.plan}
    cards = list(Card.objects.filter(**here).values_list("id", flat=True))
    assert {card["id"] for card in found["cards"]} == set(cards)
    items = [item for card in found["cards"] for item in card["items"]]
    assert len(items) == ChecklistItem.objects.filter(card_id__in=cards).count() == 4
    subjects = [*cards, full.plan]
    assert len(found["messages"]) == Message.objects.filter(subject_id__in=subjects).count() == 3
    reactions = [one for message in found["messages"] for one in message["reactions"]]
    assert len(reactions) == Reaction.objects.filter(subject_id__in=subjects).count() == 1
    assert len(found["attachments"]) == Attachment.objects.filter(subject_id__in=subjects).count() == 2


def test_rows_are_what_clients_hold(full: World) -> None:
    found = board_json(export("zip"))
    copy = full.copy(f"board:{full.plan}")
    for table in ("columns", "tags"):
        assert {row["id"]: row for row in found[table]} == copy.tables[table]
    assert found["board"] == copy.tables["boards"][full.plan]
    for card in found["cards"]:
        row = {name: value for name, value in card.items() if name not in ("details", "items")}
        assert row == copy.tables["cards"][card["id"]]
    ink = next(card for card in found["cards"] if card["id"] == full.ink)
    assert ink["details"] == "Some **words**"
    assert {item["id"]: item for item in ink["items"]} == full.copy(f"card:{full.ink}").tables[
        "checklist_items"
    ]


def test_what_ties_its_cards_is_told_once_and_nothing_of_other_boards(full: World) -> None:
    tied(full)
    data = export("zip")
    found = board_json(data)
    ends = {(row["card_id"], row["other_id"]) for row in found["dependencies"]}
    assert ends == {(full.ink, full.oak), (full.elm, full.ink), (full.oak, full.old), (full.fig, full.bin)}
    assert {row["kind"] for row in found["dependencies"]} == {"blocks"}
    assert found["people"][full.chidi]
    for secret in (full.ops, full.ops1):
        assert secret not in json.dumps(found)


def test_the_head_says_what_it_is(full: World) -> None:
    data = export("zip")
    found = board_json(data)
    assert list(found) == [
        *("format", "version", "exported_at", "site", "with_chat", "with_files", "board", "columns", "tags"),
        *("people", "cards", "dependencies", "messages", "attachments"),
    ]
    assert (found["format"], found["version"], found["site"]) == ("tafla-board", 1, "http://testserver")
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_everybody_named_has_a_name(full: World) -> None:
    found = board_json(export("zip"))
    assert found["people"] == {full.ana: "Ana", full.ben: "Ben", full.chidi: "Chidi"}


def test_files_lie_where_board_json_says(full: World, store: DiskStore) -> None:
    data = export("zip")
    photo = next(one for one in board_json(data)["attachments"] if one["kind"] == "file")
    (version,) = photo["versions"]
    assert version["path"] == f"files/{photo['id']}/1/photo.png"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["board.json", version["path"]]
        assert archive.read(version["path"]) == BYTES
    assert "file_id" not in version


def test_every_version_goes_along(full: World, store: DiskStore, tmp_path: Path) -> None:
    uploaded("pic", "ink")
    full.done("chidi", "file.add_version", attachment_id=ident("photo"), upload_id=ident("pic"))
    (tmp_path / "source").write_bytes(b"second!")
    store.put(ident("bytes of pic"), tmp_path / "source")
    data = export("zip")
    photo = next(one for one in board_json(data)["attachments"] if one["kind"] == "file")
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert [archive.read(one["path"]) for one in photo["versions"]] == [BYTES, b"second!"]


def test_a_name_is_no_way_out_of_the_folder(full: World, store: DiskStore) -> None:
    AttachmentVersion.objects.update(name="../../etc/passwd")
    names = zipfile.ZipFile(io.BytesIO(export("zip"))).namelist()
    assert names[1] == f"files/{ident('photo')}/1/passwd"


def test_a_file_the_store_has_lost_is_left_out(full: World, store: DiskStore) -> None:
    store.delete(StoredFile.objects.get().key)
    data = export("zip")
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["board.json"]
    assert len(board_json(data)["attachments"]) == 2


def test_chat_and_files_stay_out_for_those_who_may_not_read_them(full: World, store: DiskStore) -> None:
    data = export("zip", chat=False, files=False)
    found = board_json(data)
    assert (found["messages"], found["attachments"]) == ([], [])
    assert (found["with_chat"], found["with_files"]) == (False, False)
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["board.json"]


def test_a_long_talk_is_whole_and_in_order(world: World) -> None:
    long_talk(world, "oak", 1_203)
    found = board_json(export("zip"))["messages"]
    assert [row["text"] for row in found] == [f"Message {at}" for at in range(1_203)]
    assert sum(len(row["reactions"]) for row in found) == 121
