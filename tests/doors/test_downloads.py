"""Fetching files: whole, in part, as a zip; by those who may, harmless, and no longer than they may."""

import io
import os
import time
import zipfile
from collections.abc import Iterator

import httpx
import pytest

from tafla.files.models import StoredFile
from tafla.sync.dispatch import do
from tests.doors.conftest import Place
from tests.support.uploading import Page, attach
from tests.support.world import ident

LINK = "secret-of-a-board-0123456789"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


@pytest.fixture
def chidi(place: Place) -> Page:
    return Page(place.url, place.cookies["chidi"])


def hang(place: Place, page: Page, data: bytes, name: str = "a.bin", **subject: str) -> str:
    return attach(page, ident("chidi"), data, name, **(subject or {"board_id": place.board}))


def test_the_newest_and_every_older_version(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, b"first", "notes.txt")
    upload = chidi.upload(b"second", "notes.txt", board_id=place.board)
    do(ident("chidi"), "file.add_version", attachment_id=file, upload_id=upload)
    assert chidi.get(f"/files/{file}/notes.txt").content == b"second"
    assert chidi.get(f"/files/{file}/1/whatever").content == b"first"
    assert chidi.get(f"/files/{file}/2/notes.txt").content == b"second"
    for missing in ("3", "0", "01x", "-1", "9" * 30):
        assert chidi.get(f"/files/{file}/{missing}/notes.txt").status_code == 404


def test_what_a_browser_holds_is_not_sent_again(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, b"hello", "a.txt")
    first = chidi.get(f"/files/{file}/a.txt")
    assert first.headers["cache-control"] == "private, no-cache"
    again = chidi.get(f"/files/{file}/a.txt", **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=4-", 206, slice(4, None)),
        ("bytes=-3", 206, slice(-3, None)),
        ("bytes=-99999999", 206, slice(0, None)),
        ("bytes=5-99999999", 206, slice(5, None)),
        ("bytes=700000-", 416, None),
        ("bytes=-0", 416, None),
        ("bytes=5-2", 200, slice(0, None)),
        ("bytes=0-1,4-5", 200, slice(0, None)),
        ("bytes=-", 200, slice(0, None)),
        ("lines=1-2", 200, slice(0, None)),
        ("bytes=" + "9" * 50 + "-", 200, slice(0, None)),
    ],
)
def test_parts(place: Place, chidi: Page, asked: str, status: int, part: slice | None) -> None:
    data = os.urandom(700_000)
    file = hang(place, chidi, data)
    answer = chidi.get(f"/files/{file}/a.bin", range=asked)
    assert answer.status_code == status
    assert answer.content == (data[part] if part else b"")
    if status == 206:
        assert answer.headers["content-range"].endswith("/700000")


def test_a_part_of_other_bytes_is_not_given(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, b"0123456789")
    answer = chidi.get(f"/files/{file}/x", range="bytes=2-3", **{"if-range": '"of an older version"'})
    assert (answer.status_code, answer.content) == (200, b"0123456789")
    head = chidi.http.head(f"/files/{file}/x")
    assert (head.status_code, head.headers["content-length"], head.content) == (200, "10", b"")


SCRIPT = b"<script>alert(document.cookie)</script>"


@pytest.mark.parametrize(
    ("name", "data", "kind", "disposition"),
    [
        ("a.png", PNG, "image/png", "inline"),
        ("a.pdf", b"%PDF-1.7 ...", "application/pdf", "inline"),
        ("a.txt", b"plain", "text/plain; charset=utf-8", "inline"),
        ("a.csv", b"a,b", "text/plain; charset=utf-8", "inline"),
        ("a.js", b"alert(1)", "text/plain; charset=utf-8", "inline"),
        ("a.mp3", b"ID3" + b"\xff" * 20, "audio/mpeg", "inline"),
        ("a.html", b"<html>" + SCRIPT, "application/octet-stream", "attachment"),
        ("a.txt", SCRIPT, "application/octet-stream", "attachment"),
        ("a.png", SCRIPT, "application/octet-stream", "attachment"),
        ("a.svg", b'<svg xmlns="x">' + SCRIPT + b"</svg>", "application/octet-stream", "attachment"),
        ("a.svg", b"<?xml version='1.0'?>\n<svg>", "application/octet-stream", "attachment"),
        ("a.png", b"GIF89a" + SCRIPT, "image/gif", "inline"),
        ("a.exe", b"MZ\x90\0\x03", "application/octet-stream", "attachment"),
        ("a.zip", b"PK\x03\x04\x14\0", "application/octet-stream", "attachment"),
    ],
)
def test_what_could_run_is_only_a_download(
    place: Place, chidi: Page, name: str, data: bytes, kind: str, disposition: str
) -> None:
    answer = chidi.get(f"/files/{hang(place, chidi, data, name)}/{name}")
    assert answer.headers["content-type"] == kind
    assert answer.headers["content-disposition"].startswith(disposition + ";")
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "allow-scripts" not in policy


def test_a_download_can_be_asked_for(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, PNG, "a.png")
    asked = chidi.http.get(f"/files/{file}/a.png", params={"download": "1"})
    assert asked.headers["content-disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    "name", ["Überblick „neu“.txt", 'a";x=".txt', "日本語.txt", "100%.txt", "a\r\nx: y.txt"]
)
def test_names_travel_in_the_header_and_no_further(place: Place, chidi: Page, name: str) -> None:
    answer = chidi.get(f"/files/{hang(place, chidi, b'x', name)}/x")
    told = answer.headers["content-disposition"]
    assert told.isascii()
    assert "x" not in answer.headers
    plain = told.split('filename="')[1].split('"')[0]
    assert told.count('"') == 2, plain


def test_who_may_not_read_learns_nothing(place: Place, chidi: Page) -> None:
    """Byte for byte the same answer, whether the file is there or not."""
    card = place.add_cards(1)[0]
    file = hang(place, chidi, PNG, "a.png", card_id=card)
    absent = "01900000-0000-7000-8000-000000000000"
    for page in (Page(place.url), Page(place.url, place.cookies["mallory"]), Page(place.url, link="x" * 22)):
        for there, not_there in (
            (f"/files/{file}/a.png", f"/files/{absent}/a.png"),
            (f"/files/{file}/1/a.png", f"/files/{absent}/1/a.png"),
            (f"/files/thumb/{file}/1", f"/files/thumb/{absent}/1"),
            (f"/files/zip/{card}", f"/files/zip/{absent}"),
        ):
            one, other = page.get(there), page.get(not_there)
            assert one.status_code == 404
            assert (one.status_code, one.content) == (other.status_code, other.content)
    assert Page(place.url, place.cookies["dana"]).get(f"/files/{file}/a.png").content == PNG


MAY = {"ana": 200, "ben": 200, "chidi": 200, "dana": 200, "eve": 404, "mallory": 404}


@pytest.mark.parametrize("privacy", ["team", "account"])
def test_who_reads_files_role_by_role(place: Place, chidi: Page, privacy: str) -> None:
    """Eve is of the account's team, and not on the board."""
    file = hang(place, chidi, PNG, "a.png")
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy=privacy)
    may = MAY | ({"eve": 200} if privacy == "account" else {})
    found = {}
    for name in MAY:
        page = Page(place.url, place.cookies[name])
        answers = {
            page.get(address).status_code for address in (f"/files/{file}/x", f"/files/zip/{place.board}")
        }
        assert len(answers) == 1
        found[name] = answers.pop()
    assert found == may


def test_a_link_opens_files_when_the_board_says_so(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, PNG, "a.png")
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy="link", link_token=LINK)
    guest = Page(place.url, link=LINK)
    assert guest.get(f"/files/{file}/a.png").status_code == 404
    do(ident("ben"), "board.set_link_options", board_id=place.board, chat=False, files=True)
    time.sleep(0.1)
    assert guest.get(f"/files/{file}/a.png").content == PNG
    assert guest.http.post("/api/v1/uploads", json={}).status_code == 401


def test_whoever_is_taken_off_the_board_fetches_nothing_more(place: Place, chidi: Page) -> None:
    dana = Page(place.url, place.cookies["dana"])
    file = hang(place, chidi, PNG, "a.png")
    assert dana.get(f"/files/{file}/a.png").status_code == 200
    do(ident("ana"), "member.remove", board_id=place.board, person_id=ident("dana"))
    deadline = time.monotonic() + 5
    while dana.get(f"/files/{file}/a.png").status_code == 200:
        assert time.monotonic() < deadline, "still readable after five seconds"
        time.sleep(0.1)


def test_a_download_under_way_is_cut_off_with_the_access(place: Place, chidi: Page) -> None:
    """S10: within five seconds, and so that nobody takes the part for the whole."""
    data = os.urandom(40_000_000)
    file = hang(place, chidi, data)
    page = Page(place.url, place.cookies["dana"])
    with page.http.stream("GET", f"/files/{file}/a.bin") as answer:
        body = answer.iter_bytes(65_536)
        next(body)
        do(ident("ana"), "member.remove", board_id=place.board, person_id=ident("dana"))
        with pytest.raises(httpx.RemoteProtocolError):
            _read_slowly(body)


def _read_slowly(body: Iterator[bytes]) -> None:
    ended_by = time.monotonic() + 8
    for _ in body:
        assert time.monotonic() < ended_by
        time.sleep(0.05)


def test_a_card_that_moves_takes_its_files_out_of_reach(place: Place, chidi: Page) -> None:
    card = place.add_cards(1)[0]
    file = hang(place, chidi, PNG, "a.png", card_id=card)
    dana = Page(place.url, place.cookies["dana"])
    assert dana.get(f"/files/{file}/a.png").status_code == 200
    do(ident("chidi"), "card.move", card_ids=[card], column_id=ident("later"))
    assert dana.get(f"/files/{file}/a.png").status_code == 404
    assert chidi.get(f"/files/{file}/a.png").content == PNG


def test_a_zip_of_everything_with_names_told_apart(place: Place, chidi: Page) -> None:
    card = place.add_cards(1)[0]
    files = {"a.txt": b"text " * 100_000, "a.png": PNG, "b.bin": os.urandom(1_000_000)}
    ids = [hang(place, chidi, data, name, card_id=card) for name, data in files.items()]
    do(ident("chidi"), "file.rename", attachment_id=ids[2], name="B")
    extra = hang(place, chidi, b"another", "c.txt", card_id=card)
    do(ident("chidi"), "file.rename", attachment_id=extra, name="A")
    answer = chidi.get(f"/files/zip/{card}")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.txt", "a.png", "B.bin", "A (2).txt"]
        assert archive.read("B.bin") == files["b.bin"]
        kinds = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert kinds["a.png"] == zipfile.ZIP_STORED
    assert kinds["a.txt"] == zipfile.ZIP_DEFLATED
    assert chidi.get(f"/files/zip/{place.board}").status_code == 404


def test_a_file_that_is_missing_in_the_store_is_not_found(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, PNG, "a.png")
    stored = StoredFile.objects.latest("id")
    (place.server.log.parent / "files" / stored.key).unlink()
    assert chidi.get(f"/files/{file}/a.png").status_code == 404


def test_nothing_but_reading(place: Place, chidi: Page) -> None:
    file = hang(place, chidi, PNG, "a.png")
    assert chidi.http.post(f"/files/{file}/a.png").status_code == 405
    for odd in ("/files/", "/files/x", "/files/x/y/z/w", "/files/..%2f/x", "/files/%00/x", "/files/zip/x"):
        assert chidi.get(odd).status_code == 404
