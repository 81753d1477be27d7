"""What a page calls itself, in whichever way it writes."""

from email.message import Message

import pytest

from tafla.core.outgoing import OutgoingError, Page
from tafla.files import titles


def title(
    monkeypatch: pytest.MonkeyPatch, body: bytes, kind: str = "text/html", status: int = 200
) -> str | None:
    headers = Message()
    headers["content-type"] = kind
    monkeypatch.setattr(titles, "fetch", lambda url: Page(url, status, headers, body))
    return titles.title_of("https://example.org/")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"<title>Hello</title>", "Hello"),
        (b"<html><head><TITLE lang=en>\n  Hello\n   World </TITLE>", "Hello World"),
        (b"<title>A &amp; B &lt;b&gt;</title>", "A & B <b>"),
        ("<title>Grüße</title>".encode(), "Grüße"),
        ("<meta charset='latin-1'><title>Grüße</title>".encode("latin-1"), "Grüße"),
        (b"<title>a</title><svg><title>b</title></svg>", "a"),
        (b"<title></title>", None),
        (b"<title>unfinished", "unfinished"),
        (b"<p>none</p>", None),
        (b"", None),
        (b"\0\xff\xfe" * 100, None),
        ("<title>x\u202eevil</title>".encode(), "xevil"),
        (b"<title>" + b"x" * 1000 + b"</title>", "x" * 300),
        (b"<meta charset='nonsense-7'><title>a</title>", "a"),
    ],
)
def test_titles(monkeypatch: pytest.MonkeyPatch, body: bytes, found: str | None) -> None:
    assert title(monkeypatch, body) == found


def test_the_header_says_how_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "<title>Żółw</title>".encode("iso-8859-2")
    assert title(monkeypatch, body, "text/html; charset=iso-8859-2") == "Żółw"


def test_only_pages_have_titles(monkeypatch: pytest.MonkeyPatch) -> None:
    assert title(monkeypatch, b"<title>a</title>", "image/png") is None
    assert title(monkeypatch, b"<title>Not found</title>", status=404) is None


def test_a_page_that_may_not_be_asked_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(url: str) -> Page:
        raise OutgoingError("private")

    monkeypatch.setattr(titles, "fetch", refuse)
    assert titles.title_of("http://127.0.0.1/") is None
