"""Exports over HTTP: for whom, with what, and that the child that makes one ends with its reason."""

import io
import os
import signal
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import quote

import httpx
import openpyxl
import orjson
import pytest

from tafla.core.ids import new_id
from tafla.doors import exporting
from tafla.sync.dispatch import do
from tests.doors.conftest import Place
from tests.support.uploading import Page, attach, code
from tests.support.world import ident

LINK = "secret-of-a-board-0123456789"
FORMATS = ("xlsx", "html", "zip")
# So much that a child waits for its client to take it.
BIG = os.urandom(30_000_000)


@pytest.fixture(autouse=True)
def _no_child_left(place: Place) -> Iterator[None]:
    yield
    wait_for_children(place, 0)


def exports(place: Place, who: str = "", link: str = "") -> Page:
    return Page(place.url, place.cookies.get(who, ""), link=link)


def talk_and_hang(place: Place, data: bytes = b"bytes") -> str:
    """A card with a message and a file; the card."""
    card = place.add_cards(1)[0]
    do(ident("chidi"), "chat.post", message_id=new_id(), card_id=card, text="Between us")
    attach(exports(place, "chidi"), ident("chidi"), data, "notes.bin", card_id=card)
    return card


def children(place: Place) -> list[Path]:
    """The processes that make exports for this server."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, status = (process / "cmdline").read_bytes(), (process / "status").read_text()
        except OSError:
            continue
        if b"tafla.exchange.run" in command and f"\nPPid:\t{place.server.process.pid}\n" in status:
            found.append(process)
    return found


def wait_for_children(place: Place, count: int, within_s: float = 8) -> None:
    deadline = time.monotonic() + within_s
    while len(children(place)) != count:
        assert time.monotonic() < deadline, f"{len(children(place))} children, not {count}"
        time.sleep(0.05)


def get(place: Place, kind: str, who: str, **params: str) -> httpx.Response:
    return exports(place, who).http.get(f"/exports/{place.board}.{kind}", params=params)


def board_json(data: bytes) -> dict[str, list[object]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found: dict[str, list[object]] = orjson.loads(archive.read("board.json"))
    return found


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_comes_as_a_file_of_the_boards_name(place: Place, kind: str) -> None:
    talk_and_hang(place)
    do(ident("ben"), "board.rename", board_id=place.board, name='Plän "A"/B 日本')
    answer = get(place, kind, "chidi", zone="Asia/Tokyo")
    assert answer.status_code == 200, answer.text
    told = answer.headers["content-disposition"]
    day = {str(datetime.fromtimestamp(time.time() + 9 * 3600, UTC).date())}
    name = f"Plän _A_-B 日本 {day.pop()}.{kind}"
    assert told.startswith("attachment; ")
    assert told.endswith(f"filename*=UTF-8''{quote(name, safe='')}")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert b"Between us" in answer.content or kind != "html"


@pytest.mark.parametrize(
    ("who", "has_chat"), [("ana", True), ("ben", True), ("chidi", True), ("dana", False), ("eve", False)]
)
def test_who_may_read_the_team_may_export(place: Place, who: str, has_chat: bool) -> None:
    """Chat goes along for those who may read it. Eve reads as one of the account's team."""
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy="account")
    talk_and_hang(place)
    answer = get(place, "zip", who)
    assert answer.status_code == 200
    found = board_json(answer.content)
    assert (len(found["messages"]), found["with_chat"]) == (int(has_chat), has_chat)
    assert len(found["attachments"]) == 1
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert len(names) == 2, "the file's bytes are there"
    book = openpyxl.load_workbook(io.BytesIO(get(place, "xlsx", who).content))
    assert ("Chat" in book.sheetnames) is has_chat


def test_visitors_get_chat_where_the_board_lets_them_read_it(place: Place) -> None:
    talk_and_hang(place)
    do(ident("ben"), "board.set_visitors_chat", board_id=place.board, on=True)
    time.sleep(0.1)
    assert len(board_json(get(place, "zip", "dana").content)["messages"]) == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_who_may_not_learns_nothing(place: Place, kind: str) -> None:
    do(ident("ana"), "board.set_privacy", board_id=place.board, privacy="link", link_token=LINK)
    do(ident("ben"), "board.set_link_options", board_id=place.board, chat=True, files=True)
    time.sleep(0.1)
    absent = exports(place, "ana").http.get(f"/exports/{new_id()}.{kind}")
    for page in (
        exports(place),
        exports(place, "mallory"),
        exports(place, link=LINK),
        exports(place, "mallory", LINK),
    ):
        answer = page.http.get(f"/exports/{place.board}.{kind}")
        assert (answer.status_code, answer.content) == (404, absent.content)
        assert page.http.head(f"/exports/{place.board}.{kind}").status_code == 404


def test_addresses_and_arguments_that_make_no_sense(place: Place) -> None:
    page = exports(place, "ana")
    for path in ("", "x.xlsx", f"{place.board}", f"{place.board}.exe", f"{place.board}.xlsx/x", "%00.zip"):
        assert page.http.get(f"/exports/{path}").status_code == 404, path
    for zone in ("Nowhere", "../../etc/passwd", "America", "\0", "x" * 5_000):
        answer = get(place, "xlsx", "ana", zone=zone)
        assert code(answer) == (422, "bad_arguments")
    assert page.http.post(f"/exports/{place.board}.xlsx").status_code == 405


def test_head_says_whether_and_makes_nothing(place: Place) -> None:
    answer = exports(place, "dana").http.head(f"/exports/{place.board}.xlsx")
    assert (answer.status_code, answer.content) == (200, b"")
    assert children(place) == []


def test_an_archived_board_can_be_exported(place: Place) -> None:
    do(ident("ben"), "board.set_state", board_id=place.board, state="archived")
    assert get(place, "html", "dana").status_code == 200


def test_a_client_that_goes_away_ends_the_child(place: Place) -> None:
    talk_and_hang(place, BIG)
    with exports(place, "chidi").http.stream("GET", f"/exports/{place.board}.zip") as answer:
        next(answer.iter_raw(65_536))
        wait_for_children(place, 1)
    wait_for_children(place, 0)


def test_a_client_that_goes_away_before_anything_came_ends_the_child(place: Place) -> None:
    impatient = exports(place, "chidi").http
    with pytest.raises(httpx.TimeoutException):
        impatient.get(f"/exports/{place.board}.xlsx", timeout=0.2)
    impatient.close()
    wait_for_children(place, 0)


def test_two_are_made_at_once_and_a_third_is_told_to_come_again(place: Place) -> None:
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(get, place, "xlsx", who) for who in ("chidi", "dana")]
        wait_for_children(place, 2)
        signal_to(children(place), signal.SIGSTOP)
        try:
            assert code(get(place, "html", "ben")) == (503, "too_fast")
            assert exports(place, "ben").http.head(f"/exports/{place.board}.html").status_code == 503
        finally:
            signal_to(children(place), signal.SIGCONT)
        assert [one.result().status_code for one in asked] == [200, 200]
    assert get(place, "html", "ben").status_code == 200


def signal_to(processes: list[Path], what: signal.Signals) -> None:
    for process in processes:
        os.kill(int(process.name), what)


@pytest.mark.slow
def test_clients_that_take_their_time_leave_room_for_others_up_to_a_limit(place: Place) -> None:
    talk_and_hang(place, BIG)
    with ExitStack() as stack:
        for at in range(exporting.MOST_OPEN):
            page = exports(place, "chidi").http
            answer = stack.enter_context(page.stream("GET", f"/exports/{place.board}.zip"))
            assert answer.status_code == 200, at
        assert code(get(place, "html", "ben")) == (503, "too_fast")
    wait_for_children(place, 0)


def test_whoever_is_taken_off_the_board_is_cut_off(place: Place) -> None:
    talk_and_hang(place, BIG)
    with exports(place, "dana").http.stream("GET", f"/exports/{place.board}.zip") as answer:
        body = answer.iter_raw(65_536)
        next(body)
        do(ident("ana"), "member.remove", board_id=place.board, person_id=ident("dana"))
        wait_for_children(place, 0, within_s=5)
        with pytest.raises(httpx.RemoteProtocolError):
            list(body)


def test_a_board_that_is_deleted_for_ever_meanwhile_is_not_there(place: Place) -> None:
    do(ident("ben"), "board.set_state", board_id=place.board, state="trash")
    do(ident("ana"), "board.purge", board_id=place.board)
    time.sleep(0.1)
    assert get(place, "zip", "ana").status_code == 404


def test_no_temporary_folders_are_left(place: Place) -> None:
    before = set(Path(gettempdir()).glob("tafla-export-*"))
    assert get(place, "xlsx", "ana").status_code == 200
    assert set(Path(gettempdir()).glob("tafla-export-*")) <= before
