"""Sending files: in one go, in pieces, again after a lost line; and all ways in which it must not work."""

import os
import socket
import threading
import time
from pathlib import Path

import httpx
import pytest

from tafla.core.ids import new_id
from tafla.files.models import StoredFile, Upload
from tafla.sync.dispatch import do
from tests.doors.conftest import Place
from tests.support.uploading import Page, code
from tests.support.world import ident

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


@pytest.fixture
def chidi(place: Place) -> Page:
    return Page(place.url, place.cookies["chidi"])


def folder(place: Place) -> Path:
    return place.server.log.parent / "files"


def stored_at(place: Place, upload_id: str) -> Path:
    file = StoredFile.objects.get(id=Upload.objects.get(id=upload_id).file_id)
    assert file.state == "stored"
    return folder(place) / file.key


def test_a_file_is_stored_whole_under_a_name_of_the_servers_own(place: Place, chidi: Page) -> None:
    data = os.urandom(3_000_000)
    upload = chidi.upload(data, "../../etc/passwd", board_id=place.board)
    assert stored_at(place, upload).read_bytes() == data
    told = chidi.state(upload)
    assert (told["state"], told["offset"], told["name"]) == ("stored", 3_000_000, "passwd")
    assert not (folder(place) / "incoming" / upload).exists()


def test_type_is_told_by_the_bytes_and_not_by_the_name(place: Place, chidi: Page) -> None:
    """A file that is called a picture and is none stays a plain file."""
    assert chidi.state(chidi.upload(PNG, "a.txt", board_id=place.board))["type"] == "image/png"
    told = chidi.state(chidi.upload(b"MZ\x90\0\x03 not a picture", "a.png", board_id=place.board))
    assert told["type"] == "application/octet-stream"


def test_sending_goes_on_where_the_server_says(place: Place, chidi: Page) -> None:
    data = os.urandom(2_500_000)
    upload = chidi.begin(len(data), board_id=place.board).json()["upload_id"]
    assert chidi.send(upload, data[:1_000_000]).json()["offset"] == 1_000_000
    assert chidi.http.head(f"/api/v1/uploads/{upload}").headers["upload-offset"] == "1000000"
    for wrong in ("0", "999999", "1000001", "2500000", "-1", "x", ""):
        answer = chidi.send(upload, data[1_000_000:1_000_100], **{"upload-offset": wrong})
        assert code(answer) == (409, "upload_offset")
        assert answer.json()["args"]["offset"] == 1_000_000
    assert chidi.send(upload, data[1_000_000:], 1_000_000).json()["state"] == "stored"
    assert stored_at(place, upload).read_bytes() == data


def test_what_came_before_the_line_broke_is_kept(place: Place, chidi: Page) -> None:
    data = os.urandom(4_000_000)
    upload = chidi.begin(len(data), board_id=place.board).json()["upload_id"]
    head = (
        f"PATCH /api/v1/uploads/{upload} HTTP/1.1\r\nhost: 127.0.0.1:{place.server.port}\r\n"
        f"origin: {place.url}\r\nx-csrftoken: {'c' * 32}\r\ncookie: {place.cookies['chidi']}\r\n"
        f"upload-offset: 0\r\ncontent-length: {len(data)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", place.server.port)) as line:
        line.sendall(head.encode() + data[:3_000_000])
        time.sleep(0.3)
    deadline = time.monotonic() + 5
    while chidi.state(upload)["offset"] == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    offset = chidi.state(upload)["offset"]
    assert 0 < offset <= 3_000_000
    assert chidi.send(upload, data[offset:], offset).json()["state"] == "stored"
    assert stored_at(place, upload).read_bytes() == data


def test_a_second_request_takes_over_from_one_that_hangs(place: Place, chidi: Page) -> None:
    data = os.urandom(3_000_000)
    upload = chidi.begin(len(data), board_id=place.board).json()["upload_id"]
    goes_on = threading.Event()

    def slowly():  # type: ignore[no-untyped-def]
        yield data[:2_000_000]
        goes_on.wait(10)
        yield data[2_000_000:2_500_000]

    outcome: list[httpx.Response] = []
    hanging = threading.Thread(target=lambda: outcome.append(chidi.send(upload, slowly())))
    hanging.start()
    time.sleep(0.5)
    other = Page(place.url, place.cookies["chidi"])
    answers = []
    taking = threading.Thread(target=lambda: answers.append(other.send(upload, data)))
    taking.start()
    time.sleep(0.3)
    goes_on.set()
    hanging.join(20)
    taking.join(20)
    # One of the two has given way, and what lies there is of one piece.
    assert "upload_busy" in outcome[0].text + answers[0].text
    offset = chidi.state(upload)["offset"]
    if offset < len(data):
        last = chidi.send(upload, data[offset:], offset)
        assert last.json().get("state") == "stored", (outcome[0].text, answers[0].text, offset, last.text)
    assert stored_at(place, upload).read_bytes() == data


def test_beginning_twice_is_beginning_once(place: Place, chidi: Page) -> None:
    upload = new_id()
    assert chidi.begin(10, upload_id=upload, board_id=place.board).status_code == 201
    chidi.send(upload, b"12345")
    again = chidi.begin(10, upload_id=upload, board_id=place.board)
    assert (again.status_code, again.json()["offset"]) == (200, 5)
    assert code(chidi.begin(11, upload_id=upload, board_id=place.board)) == (409, "id_taken")
    ben = Page(place.url, place.cookies["ben"])
    assert code(ben.begin(10, upload_id=upload, board_id=place.board)) == (409, "id_taken")


def test_an_upload_is_its_senders_alone(place: Place, chidi: Page) -> None:
    upload = chidi.begin(10, board_id=place.board).json()["upload_id"]
    ben = Page(place.url, place.cookies["ben"])
    for answer in (ben.get(f"/api/v1/uploads/{upload}"), ben.send(upload, b"x"), _drop(ben, upload)):
        assert code(answer) == (404, "not_found")
    assert chidi.state(upload)["offset"] == 0


def _drop(page: Page, upload: str) -> httpx.Response:
    return page.http.delete(f"/api/v1/uploads/{upload}")


def test_an_upload_given_up_leaves_nothing(place: Place, chidi: Page) -> None:
    upload = chidi.begin(1000, board_id=place.board).json()["upload_id"]
    chidi.send(upload, b"x" * 500)
    assert (folder(place) / "incoming" / upload).exists()
    assert _drop(chidi, upload).status_code == 204
    assert not (folder(place) / "incoming" / upload).exists()
    assert code(chidi.get(f"/api/v1/uploads/{upload}")) == (404, "not_found")
    assert not Upload.objects.filter(id=upload).exists()


@pytest.mark.parametrize("length", ["told", "not told"])
def test_more_bytes_than_announced_are_refused(place: Place, chidi: Page, length: str) -> None:
    upload = chidi.begin(1000, board_id=place.board).json()["upload_id"]
    data = b"x" * 5000
    answer = chidi.send(upload, data if length == "told" else iter([data]))
    assert code(answer) == (413, "upload_too_long")
    assert chidi.state(upload)["offset"] == 0
    assert chidi.send(upload, b"x" * 1000).json()["state"] == "stored"


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({"size": 0}, 422, "file_empty"),
        ({"size": 6 * 1024**3}, 413, "file_too_large"),
        ({"size": -1}, 422, "bad_arguments"),
        ({"size": "12"}, 422, "bad_arguments"),
        ({"size": 1.5}, 422, "bad_arguments"),
        ({"size": 2**62}, 413, "file_too_large"),
        ({"size": 2**70}, 422, "bad_arguments"),
        ({"size": None}, 422, "bad_arguments"),
        ({"name": 7}, 422, "bad_arguments"),
        ({"upload_id": "../../x"}, 422, "bad_arguments"),
        ({"upload_id": "X" * 36}, 422, "bad_arguments"),
        ({"card_id": new_id()}, 422, "bad_arguments"),
        ({"board_id": new_id()}, 404, "not_found"),
        ({"board_id": None}, 422, "bad_arguments"),
        ({"surplus": 1}, 422, "bad_arguments"),
    ],
)
def test_what_cannot_be_begun(
    place: Place, chidi: Page, body: dict[str, object], status: int, said: str
) -> None:
    whole = {"upload_id": new_id(), "name": "a", "size": 10, "board_id": place.board, **body}
    assert code(chidi.http.post("/api/v1/uploads", json=whole)) == (status, said)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff\xfe", b"{" + b" " * 100_000 + b"}"])
def test_a_beginning_that_makes_no_sense(chidi: Page, body: bytes) -> None:
    assert chidi.http.post("/api/v1/uploads", content=body).status_code == 422


def test_only_who_may_write_begins(place: Place, chidi: Page) -> None:
    def begun(name: str, **subject: str) -> tuple[int, str]:
        return code(Page(place.url, place.cookies[name]).begin(10, **subject))

    assert begun("dana", board_id=place.board) == (403, "not_allowed")
    assert begun("mallory", board_id=place.board) == (404, "not_found")
    card = place.add_cards(1)[0]
    assert begun("mallory", card_id=card) == (404, "not_found")
    assert chidi.begin(10, card_id=card).status_code == 201
    assert code(Page(place.url).begin(10, board_id=place.board)) == (401, "signed_out")


def test_pages_of_other_sites_send_nothing(place: Place, chidi: Page) -> None:
    upload = chidi.begin(10, board_id=place.board).json()["upload_id"]
    for headers in ({"origin": "https://evil.example"}, {"origin": ""}, {"x-csrftoken": "d" * 32}):
        assert code(chidi.send(upload, b"x", **headers)) == (403, "bad_origin")
    assert chidi.state(upload)["offset"] == 0


def test_odd_addresses_are_not_found(chidi: Page) -> None:
    for address in ("x", "../x", new_id() + "/x", "%00", "a" * 500):
        assert chidi.get(f"/api/v1/uploads/{address}").status_code == 404
    assert chidi.http.put("/api/v1/uploads").status_code in (404, 405)


def test_a_person_has_so_many_uploads_under_way(place: Place) -> None:
    ana = Page(place.url, place.cookies["ana"])
    begun = [ana.begin(10, board_id=place.board) for _ in range(21)]
    assert [answer.status_code for answer in begun] == [201] * 20 + [429]
    assert begun[20].json()["args"] == {"limit": 20}
    _drop(ana, begun[0].json()["upload_id"])
    assert ana.begin(10, board_id=place.board).status_code == 201
    Upload.objects.filter(person_id=ident("ana")).delete()


def test_a_full_disk_is_told_and_nothing_is_lost(place: Place, chidi: Page) -> None:
    upload = chidi.begin(3_000_000, board_id=place.board).json()["upload_id"]
    path = folder(place) / "incoming" / upload
    path.symlink_to("/dev/full")
    assert code(chidi.send(upload, b"x" * 3_000_000)) == (507, "storage_full")
    path.unlink()
    assert chidi.state(upload)["offset"] == 0
    assert chidi.send(upload, b"x" * 3_000_000).json()["state"] == "stored"


def test_nothing_is_attached_before_it_is_stored(place: Place, chidi: Page) -> None:
    upload = chidi.begin(10, board_id=place.board).json()["upload_id"]
    args = {"attachment_id": new_id(), "upload_id": upload, "board_id": place.board, "name": "a.txt"}
    with pytest.raises(Exception, match="upload_unfinished"):
        do(ident("chidi"), "file.attach", **args)
    chidi.send(upload, b"0123456789")
    assert do(ident("chidi"), "file.attach", **args)["s"] == "done"
