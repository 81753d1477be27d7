"""The page of a board tells the browser what it will ask for."""

import json
from pathlib import Path

from tafla.doors.early import board_files, early_hints

BOARD = "01a2004a-9498-7719-a472-11e34ab9786c"
FILES = ["assets/BoardPage-1.js", "assets/BoardPage-1.css"]


def hints(path: str, query: str = "") -> str:
    headers = early_hints(path, query, FILES)
    return headers[0][1].decode() if headers else ""


def test_a_board_names_its_first_screen_who_is_there_and_its_files() -> None:
    said = hints(f"/b/{BOARD}")
    assert f"</live/snapshot/board:{BOARD}?part=head>; rel=preload; as=fetch; crossorigin" in said
    assert "</api/v1/me>; rel=preload; as=fetch; crossorigin" in said
    assert "</assets/BoardPage-1.js>; rel=modulepreload" in said
    assert "</assets/BoardPage-1.css>; rel=preload; as=style" in said


def test_an_open_card_names_its_board() -> None:
    assert f"board:{BOARD}?part=head>" in hints(f"/b/{BOARD}/c/{BOARD}")


def test_a_link_reader_asks_with_the_link() -> None:
    assert "part=head&link=0123456789abcdef0123>" in hints(f"/b/{BOARD}", "link=0123456789abcdef0123")


def test_what_could_break_a_header_is_left_out() -> None:
    assert "link=" not in hints(f"/b/{BOARD}", "link=%0d%0aSet-Cookie:x")
    assert hints("/b/%0d%0a") == ""


def test_other_pages_say_nothing() -> None:
    assert hints("/") == ""
    assert hints("/sign-in") == ""


def test_files_of_the_board_are_those_the_start_does_not_load(tmp_path: Path) -> None:
    manifest = {
        "index.html": {"file": "assets/index.js", "imports": ["_base.js"]},
        "_base.js": {"file": "assets/base.js"},
        "src/features/boards/BoardPage.tsx": {
            "file": "assets/board.js",
            "imports": ["_base.js", "index.html", "_part.js"],
            "css": ["assets/board.css"],
        },
        "_part.js": {"file": "assets/part.js", "css": ["assets/part.css"]},
    }
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(manifest))
    expected = {"board.js", "board.css", "part.js", "part.css"}
    assert set(board_files(tmp_path)) == {f"assets/{name}" for name in expected}


def test_without_a_build_there_is_nothing_to_name(tmp_path: Path) -> None:
    assert board_files(tmp_path) == []
