"""The client's page and files: which address gets what, how long it may be kept, how small it travels."""

import asyncio
import gzip
import json
import re
from pathlib import Path
from typing import Any

import brotli
import pytest

from tafla.doors.client_files import LIBRARY_STYLES
from tafla.doors.pages import Pages
from tests.support.servers import ROOT

SCRIPT = "export const words = '" + "tafla " * 500 + "';"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Tafla</title>")
    (tmp_path / "assets" / "app-4f3a.js").write_text(SCRIPT)
    (tmp_path / "assets" / "old-11aa.js").write_text(SCRIPT)
    (tmp_path / "assets" / "old-11aa.js.br").write_bytes(b"made by the build")
    (tmp_path / "sw.js").write_text("// worker")
    (tmp_path / ".stamp").write_text("built")
    (tmp_path / "csp.json").write_text(json.dumps({"style": ["sha256-abc=", "'unsafe-inline'"]}))
    return tmp_path


def test_library_styles_are_still_what_the_installed_library_writes() -> None:
    sources = ROOT / "web" / "node_modules" / "react-aria" / "dist" / "private"
    if not sources.exists():
        pytest.skip("the client's packages are not installed")
    found = set()
    for path in sources.rglob("*.mjs"):
        text = path.read_text()
        names = dict(re.findall(r"const (\S*_ATTRIBUTE) = '([^']+)'", text))
        for style in re.findall(r"style\.textContent = `(.*?)`", text, re.DOTALL):
            found.add(re.sub(r"\$\{(\S+?)\}", lambda match: names[match[1]], style).strip())  # noqa: B023
    assert found == set(LIBRARY_STYLES)


class Told:
    """One answer of an ASGI handler."""

    def __init__(self, sent: list[dict[str, Any]]) -> None:
        self.status = sent[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        self.body = b"".join(message.get("body", b"") for message in sent[1:])


def ask(pages: Pages, path: str, method: str = "GET", **headers: str) -> Told:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": named, "query_string": b""}
    asyncio.run(pages(scope, receive, send))
    return Told(sent)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sign-in",
        "/sign-up",
        "/verify-email/NQ:1x:abc",
        "/forgot-password",
        "/reset-password/k-1",
        "/i/token",
        "/b/0190-board/card",
        "/l/token",
        "/settings",
    ],
)
def test_every_address_of_the_app_gets_the_page(folder: Path, path: str) -> None:
    told = ask(Pages(folder), path)
    assert (told.status, told.headers["cache-control"]) == (200, "no-cache")
    assert told.body.startswith(b"<!doctype html>")


def test_policy_allows_own_scripts_and_only_hashed_inline_styles(folder: Path) -> None:
    policy = ask(Pages(folder), "/").headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-" in policy
    assert "'sha256-abc=';" in policy
    assert "require-trusted-types-for 'script'; trusted-types tafla" in policy
    assert "unsafe" not in policy


def test_somebody_who_went_astray_gets_the_page_with_404(folder: Path) -> None:
    assert ask(Pages(folder), "/nowhere", accept="text/html,*/*").status == 404
    assert ask(Pages(folder), "/nowhere", accept="text/html,*/*").body.startswith(b"<!doctype")
    assert json.loads(ask(Pages(folder), "/nowhere").body)["code"] == "not_found"


@pytest.mark.parametrize(
    "path", ["/.stamp", "/csp.json", "/assets/../sw.js", "/assets", "/assets/old-11aa.js.br"]
)
def test_what_is_no_file_of_the_client_is_not_found(folder: Path, path: str) -> None:
    assert ask(Pages(folder), path, accept="*/*").status == 404


def test_hashed_file_may_be_kept_for_ever_and_others_are_asked_for_again(folder: Path) -> None:
    pages = Pages(folder)
    assert "immutable" in ask(pages, "/assets/app-4f3a.js").headers["cache-control"]
    worker = ask(pages, "/sw.js")
    assert worker.headers["cache-control"] == "no-cache"
    again = ask(pages, "/sw.js", if_none_match=worker.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_service_worker_has_a_policy_of_its_own_and_is_asked_for_again(folder: Path) -> None:
    worker = ask(Pages(folder), "/sw.js")
    policy = worker.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; connect-src 'self'; ")
    assert "style-src" not in policy
    assert worker.headers["cache-control"] == "no-cache"


def test_file_travels_compressed_as_the_client_likes(folder: Path) -> None:
    pages = Pages(folder)
    best = ask(pages, "/assets/app-4f3a.js", accept_encoding="gzip, deflate, br, zstd")
    assert best.headers["content-encoding"] == "br"
    assert brotli.decompress(best.body).decode() == SCRIPT
    plain = ask(pages, "/assets/app-4f3a.js", accept_encoding="gzip, br;q=0")
    assert gzip.decompress(plain.body).decode() == SCRIPT
    assert plain.headers["vary"] == "accept-encoding"
    assert ask(pages, "/assets/app-4f3a.js").body.decode() == SCRIPT


def test_file_compressed_by_the_build_is_used_as_it_is(folder: Path) -> None:
    assert ask(Pages(folder), "/assets/old-11aa.js", accept_encoding="br").body == b"made by the build"


def test_head_tells_the_size_and_sends_nothing(folder: Path) -> None:
    told = ask(Pages(folder), "/assets/app-4f3a.js", "HEAD")
    assert (told.status, told.headers["content-length"], told.body) == (200, str(len(SCRIPT)), b"")


def test_without_a_client_a_person_is_told_how_to_get_one(tmp_path: Path) -> None:
    told = ask(Pages(tmp_path / "absent"), "/", accept="text/html")
    assert told.status == 503
    assert b"make run" in told.body


def test_a_client_built_anew_under_a_running_server_is_found(folder: Path) -> None:
    pages = Pages(folder)
    (folder / "assets" / "app-4f3a.js").rename(folder / "assets" / "app-9c1d.js")
    assert ask(pages, "/assets/app-4f3a.js").status == 404
    assert ask(pages, "/assets/app-9c1d.js").status == 200


def test_developers_see_a_new_file_without_a_restart(folder: Path) -> None:
    pages = Pages(folder, is_rereading=True)
    (folder / "new.txt").write_text("new")
    assert ask(pages, "/new.txt").status == 200
