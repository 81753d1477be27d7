"""An exported board comes back with equal counts; what is no export, or hurts, is refused or left out."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import orjson
import pytest

from tafla.boards.models import Board, Column, Tag
from tafla.cards.models import Card, CardText, ChecklistItem
from tafla.chat.models import Message, Talk
from tafla.core.clock import now_ms
from tafla.core.ids import new_id
from tafla.core.refusals import Refusal
from tafla.exchange import importing, unpack
from tafla.files import uploads
from tafla.files.models import Attachment, AttachmentVersion, Shelf, StoredFile
from tafla.files.store import the_store
from tafla.sync import jobs
from tafla.sync.models import Job
from tests.exchange.conftest import export
from tests.support.ties import ties_of, web
from tests.support.world import World, build_world, many_cards

Rows = dict[str, Any]


@pytest.fixture
def world(database: object) -> Iterator[World]:
    built = build_world()
    yield built
    for board in (built.fresh, built.second):
        importing.forget(board)


def zipped(rows: Rows | bytes, files: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("board.json", rows if isinstance(rows, bytes) else orjson.dumps(rows))
        for name, body in (files or {}).items():
            archive.writestr(name, body)
    return out.getvalue()


def uploaded(world: World, board_id: str, body: bytes, who: str = "ben") -> Rows:
    """What the door does: keep the zip, say whose it is, look into it."""
    folder = importing.folder_of(board_id)
    folder.mkdir(parents=True)
    (folder / "owner").write_text(getattr(world, who))
    (folder / "board.zip").write_bytes(body)
    return unpack.unpack(board_id)


def run(world: World, board_id: str, who: str = "ben", **other: Any) -> Job:
    job_id = new_id()
    told = {"board_id": board_id, "account_id": world.acme, "name": "Back again"} | other
    jobs.start(getattr(world, who), job_id, "board.import", told)
    while jobs.turn():
        pass
    return Job.objects.get(id=job_id)


def small(**other: Any) -> Rows:
    """An export of a small board with one of everything."""
    ids = {name: new_id() for name in ("board", "todo", "done", "gone", "tag", "card", "item", "file", "ana")}
    card = {
        "id": ids["card"],
        "column_id": ids["done"],
        "rank": "a0V",
        "number": 3,
        "title": "=1+1",
        "created_at": 5,
    }
    card |= {"tag_ids": [ids["tag"]], "details": "*How*", "completed_at": 6, "assignee_ids": [ids["ana"]]}
    item = {"id": ids["item"], "rank": "a0V", "text": "Step", "done": True, "assignee_ids": []}
    message = {
        "id": new_id(),
        "subject_id": ids["card"],
        "at": 7,
        "by": ids["ana"],
        "text": "Hello",
        "reactions": [],
    }
    version = {"id": "x", "number": 1, "name": "a.txt", "path": f"files/{ids['file']}/1/a.txt"}
    shelf = {
        "id": ids["file"],
        "subject_id": ids["card"],
        "kind": "file",
        "name": "a.txt",
        "versions": [version],
    }
    link = {
        "id": new_id(),
        "subject_id": ids["board"],
        "kind": "link",
        "url": "https://example.org/",
        "name": "Us",
    }
    kinds = (("todo", "normal"), ("done", "completed"), ("gone", "deleted"))
    rows = {
        "format": "tafla-board",
        "version": 1,
        "board": {"id": ids["board"], "name": "Small", "wip_mode": "block"},
        "columns": [{"id": ids[name], "name": name, "kind": kind, "wip_limit": None} for name, kind in kinds],
        "tags": [{"id": ids["tag"], "name": "Red", "hue": "red"}],
        "people": {ids["ana"]: "Ana"},
        "cards": [card | {"items": [item]}],
        "messages": [message],
        "attachments": [shelf, link],
    }
    return rows | other


def files_of(rows: Rows) -> dict[str, bytes]:
    return {rows["attachments"][0]["versions"][0]["path"]: b"some bytes"}


def test_what_was_exported_comes_back_with_equal_counts(world: World) -> None:
    rows = small()
    summary = uploaded(world, world.fresh, zipped(rows, files_of(rows)))
    assert summary["counts"] == {
        "columns": 3, "tags": 1, "cards": 1, "items": 1, "messages": 1, "attachments": 2, "versions": 1,
    }  # fmt: skip
    assert summary["left_out"] == {"assignees": 1}
    assert run(world, world.fresh).state == "done"
    board = Board.objects.get(id=world.fresh)
    assert (board.name, board.wip_mode, board.next_number) == ("Back again", "block", 4)
    assert Column.objects.filter(board_id=world.fresh).count() == 3
    card = Card.objects.get(board_id=world.fresh)
    assert (card.title, card.number, card.completed_at, card.created_at) == ("=1+1", 3, 6, 5)
    assert card.tag_ids == f'["{Tag.objects.get(board_id=world.fresh).id}"]'
    assert (card.checklist_done, card.checklist_total) == (1, 1)
    assert CardText.objects.get(id=card.id).details == "*How*"
    assert ChecklistItem.objects.get(card_id=card.id).done
    message = Message.objects.get(subject_id=card.id)
    assert (message.text, message.by, message.at) == ("**Ana:** Hello", world.ben, 7)
    assert Talk.objects.get(id=card.id).count == 1
    assert Shelf.objects.get(id=card.id).count == Shelf.objects.get(id=world.fresh).count == 1
    version = AttachmentVersion.objects.get(subject_id=card.id)
    stored = StoredFile.objects.get(id=version.file_id)
    assert b"".join(the_store().read(stored.key, 0, stored.size)) == b"some bytes"
    assert Attachment.objects.get(subject_id=world.fresh).url == "https://example.org/"
    assert not importing.folder_of(world.fresh).exists(), "what was uploaded is gone"


def test_the_same_file_can_be_imported_twice(world: World) -> None:
    rows = small()
    for board in (world.fresh, world.second):
        uploaded(world, board, zipped(rows, files_of(rows)))
        assert run(world, board).state == "done"
    assert Card.objects.filter(board_id__in=[world.fresh, world.second]).count() == 2


def test_a_large_board_comes_in_commands_of_a_bounded_size(world: World) -> None:
    rows = small()
    first = rows["cards"][0]
    many = [
        first
        | {
            "id": new_id(),
            "number": at + 1,
            "rank": f"b{at:04d}V",
            "items": [],
            "column_id": rows["columns"][0]["id"],
        }
        for at in range(450)
    ]
    summary = uploaded(world, world.fresh, zipped(rows | {"cards": many, "messages": [], "attachments": []}))
    assert summary["counts"]["cards"] == 450
    job = run(world, world.fresh)
    assert (job.state, Card.objects.filter(board_id=world.fresh).count()) == ("done", 450)
    assert job.sent >= 5
    numbers = Card.objects.filter(board_id=world.fresh).order_by("rank").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 451))


BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "no zip": ("import_unknown", lambda: b"hello"),
    "nothing": ("import_unknown", lambda: b""),
    "a cut zip": ("import_unknown", lambda: zipped(small())[:200]),
    "another zip": ("import_unknown", lambda: zipped(b"{}")),
    "no json": ("import_broken", lambda: zipped(b"{")),
    "json of numbers": ("import_unknown", lambda: zipped(b"[1,2]")),
    "deep json": ("import_broken", lambda: zipped(b"[" * 100_000)),
    "another version": ("import_unknown", lambda: zipped(small(version=99))),
    "no board": ("import_broken", lambda: zipped(small(board=None))),
    "no columns": ("import_broken", lambda: zipped(small(columns=[]))),
    "columns that are none": ("import_broken", lambda: zipped(small(columns="x"))),
    "a name too long": (
        "import_broken",
        lambda: zipped(small(tags=[{"id": "t", "name": "x" * 99, "hue": "red"}])),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_export_is_refused(world: World, name: str) -> None:
    code, make = BROKEN[name]
    with pytest.raises(Refusal) as refused:
        uploaded(world, world.fresh, make())
    assert refused.value.code == code


def test_rows_that_cannot_be_kept_are_counted_and_the_rest_comes(world: World) -> None:
    rows = small()
    good = rows["cards"][0]
    bad = [
        good | {"id": new_id(), "title": ""},
        good | {"id": new_id(), "column_id": "elsewhere"},
        good | {"id": new_id(), "created_at": "then"},
        "no card",
        {"title": "no id"},
    ]
    told = rows | {"cards": [good, *bad]}
    summary = uploaded(world, world.fresh, zipped(told, files_of(rows)))
    assert summary["counts"]["cards"] == 1
    assert summary["left_out"]["cards"] == 5
    assert run(world, world.fresh).state == "done"


def test_files_outside_the_zips_own_folder_are_left_out(world: World) -> None:
    rows = small()
    rows["attachments"][0]["versions"][0]["path"] = "../../etc/passwd"
    summary = uploaded(world, world.fresh, zipped(rows, {"../../etc/passwd": b"x"}))
    assert summary["left_out"]["versions"] == 1
    assert run(world, world.fresh).state == "done"
    assert not AttachmentVersion.objects.exists()


def test_an_import_is_its_uploaders_alone(world: World) -> None:
    uploaded(world, world.fresh, zipped(small()))
    with pytest.raises(Refusal, match="import_gone"):
        run(world, world.fresh, "chidi")
    with pytest.raises(Refusal, match="import_gone"):
        run(world, world.second)


def test_it_goes_on_where_a_process_died(world: World) -> None:
    rows = small()
    uploaded(world, world.fresh, zipped(rows, files_of(rows)))
    job_id = new_id()
    told = {"board_id": world.fresh, "account_id": world.acme, "name": "x"}
    jobs.start(world.ben, job_id, "board.import", told)
    while jobs.turn():
        Job.objects.update(cursor=Job.objects.get(id=job_id).cursor, claimed_until=0)
    assert Job.objects.get(id=job_id).state == "done"
    assert Card.objects.filter(board_id=world.fresh).count() == 1


def test_what_hangs_on_a_card_that_is_left_out_and_links_that_are_none_do_not_end_it(world: World) -> None:
    rows = small()
    bad = rows["cards"][0] | {"id": new_id(), "title": "", "items": []}
    rows["cards"].append(bad)
    rows["messages"].append(rows["messages"][0] | {"id": new_id(), "subject_id": bad["id"]})
    link = rows["attachments"][1]
    rows["attachments"] += [
        link | {"id": new_id(), "subject_id": bad["id"]},
        link | {"id": new_id(), "url": "javascript:alert(1)"},
    ]
    summary = uploaded(world, world.fresh, zipped(rows, files_of(rows)))
    assert summary["left_out"] == {"assignees": 1, "cards": 1, "messages": 1, "attachments": 2}
    assert run(world, world.fresh).state == "done"


def test_a_message_of_a_clock_that_is_ahead_was_said_by_now(world: World) -> None:
    rows = small()
    rows["messages"][0]["at"] = 2**52
    uploaded(world, world.fresh, zipped(rows, files_of(rows)))
    assert run(world, world.fresh).state == "done"
    assert Message.objects.get().at <= now_ms()


def test_files_do_not_fill_the_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "RESERVE_BYTES", 2**60)
    rows = small()
    uploaded(world, world.fresh, zipped(rows, files_of(rows)))
    job = run(world, world.fresh)
    assert (job.state, job.code) == ("failed", "storage_full")
    assert not StoredFile.objects.exists()


def cards_tied(*ties: tuple[str, str]) -> Rows:
    """An export of cards a to e, in which these (blocker, blocked) are tied."""
    rows = small(messages=[], attachments=[])
    ids = {name: new_id() for name in "abcde"}
    plain = rows["cards"][0] | {"items": [], "column_id": rows["columns"][0]["id"]}
    cards = [
        plain | {"id": ids[name], "title": name, "number": at + 1, "rank": f"b{at}V"}
        for at, name in enumerate(ids)
    ]
    told = [
        {
            "id": f"{one}.{other}",
            "kind": "blocks",
            "card_id": ids.get(one, one),
            "other_id": ids.get(other, other),
        }
        for one, other in ties
    ]
    return rows | {"cards": cards, "dependencies": told}


def test_what_ties_cards_comes_back(world: World) -> None:
    ties = {("a", "b"), ("c", "b"), ("b", "d"), ("e", "a"), ("e", "c")}
    summary = uploaded(world, world.fresh, zipped(cards_tied(*sorted(ties))))
    assert summary["counts"]["dependencies"] == len(ties)
    assert "dependencies" not in summary["left_out"]
    assert run(world, world.fresh).state == "done"
    assert ties_of(world.fresh) == ties


def test_a_whole_board_comes_back_tied_as_it_was(world: World) -> None:
    ids = many_cards("todo", 260)
    pairs = {(ids[at], ids[before]) for at in range(1, 260) for before in (at - 1, at // 2, at // 3)}
    web(world, {(one, other) for one, other in pairs if one != other} | {(world.bin, world.ink)})
    summary = uploaded(world, world.fresh, export("zip"))
    assert "dependencies" not in summary["left_out"]
    assert run(world, world.fresh).state == "done"
    assert ties_of(world.fresh) == ties_of(world.plan)
    assert summary["counts"]["dependencies"] == len(ties_of(world.fresh)) > 600


def test_an_export_of_before_has_no_dependencies(world: World) -> None:
    rows = cards_tied()
    del rows["dependencies"]
    uploaded(world, world.fresh, zipped(rows))
    assert run(world, world.fresh).state == "done"
    assert ties_of(world.fresh) == set()


@pytest.mark.parametrize(
    ("ties", "kept"),
    [
        ([("a", "b"), ("b", "a")], 1),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("d", "e"), ("e", "d")], 3),
        ([("a", "a"), ("a", "b"), ("a", "b"), ("a", "nobody"), ("nobody", "a")], 1),
    ],
)
def test_circles_and_ties_to_nothing_are_left_out_and_counted(
    world: World, ties: list[tuple[str, str]], kept: int
) -> None:
    summary = uploaded(world, world.fresh, zipped(cards_tied(*ties)))
    assert summary["counts"].get("dependencies", 0) == kept
    assert summary["left_out"]["dependencies"] == len(ties) - kept
    assert run(world, world.fresh).state == "done"
    assert len(ties_of(world.fresh)) == kept


def test_rows_of_dependencies_that_are_none_are_left_out(world: World) -> None:
    rows = cards_tied(("a", "b"))
    rows["dependencies"] += [
        7,
        None,
        {"id": "x"},
        {"id": "y", "kind": "blocks", "card_id": [], "other_id": {}},
    ]
    summary = uploaded(world, world.fresh, zipped(rows))
    assert (summary["counts"]["dependencies"], summary["left_out"]["dependencies"]) == (1, 4)


def test_a_card_that_blocks_something_gets_no_blocker_by_import(world: World) -> None:
    def refusal(*pairs: tuple[str, str]) -> str:
        told = [{"blocker_id": one, "blocked_id": other} for one, other in pairs]
        return world.refusal("ben", "dependency.import", board_id=world.plan, pairs=told)

    assert refusal((world.ink, world.oak), (world.oak, world.ink)) == "dependency_circle"
    assert refusal((world.ink, world.ink)) == "dependency_circle"
    world.done("chidi", "dependency.add", card_id=world.ink, kind="blocks", other_id=world.oak)
    assert refusal((world.oak, world.ink)) == "dependency_circle"
    assert refusal((world.ops1, world.oak)) == "not_found"
    ids = many_cards("todo", 21)
    assert refusal(*((one, ids[20]) for one in ids[:20]), (world.elm, ids[20])) == "too_many"
