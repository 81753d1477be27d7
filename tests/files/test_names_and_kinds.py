"""Names that say nothing but a name, and types that the bytes decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafla.files.kinds import media_type, preview_of, served_as, shrinks
from tafla.files.names import MOST_BYTES, clean_name, ending_of
from tafla.files.zipping import unique_names


@pytest.mark.parametrize(
    ("given_name", "stored"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\plan.pdf", "plan.pdf"),
        ("/", "file"),
        ("..", "file"),
        (".", "file"),
        ("", "file"),
        ("   ", "file"),
        (".htaccess", ".htaccess"),
        ("a\0b.txt", "a b.txt"),
        ("a\nb\tc.txt", "a b c.txt"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("zero\u200bwidth.txt", "zerowidth.txt"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("console.txt", "console.txt"),
        ("name. . .", "name"),
        ("e\u0301.txt", "é.txt"),
        ("日本語.txt", "日本語.txt"),
        ("👩‍💻.png", "👩‍💻.png"),
        ("\ud800.txt", ".txt"),
    ],
)
def test_names(given_name: str, stored: str) -> None:
    assert clean_name(given_name) == stored


@given(st.text(max_size=600))
def test_every_name_is_short_harmless_and_stays_as_it_is(text: str) -> None:
    name = clean_name(text)
    assert 0 < len(name.encode()) <= MOST_BYTES
    assert not set(name) & set('/\\<>:"|?*\0\n\r\t\u202e')
    assert name not in (".", "..")
    assert name == name.strip()
    assert clean_name(name) == name


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("ä" * 500 + ".tar.gz").endswith("ä.tar.gz")
    assert ending_of("a.tar.gz") == ".tar.gz"
    assert ending_of("a.b.c.pdf") == ".pdf"
    assert ending_of(".pdf") == ""
    assert ending_of("a. not an ending") == ""


def test_names_in_a_zip_are_told_apart() -> None:
    assert unique_names(["a.txt", "A.txt", "a.txt", "a (2).txt"]) == [
        "a.txt",
        "A (2).txt",
        "a (3).txt",
        "a (2) (2).txt",
    ]


KINDS = [
    (b"\x89PNG\r\n\x1a\n....", "x", "image/png"),
    (b"\xff\xd8\xff\xe0", "x.txt", "image/jpeg"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "x", "image/webp"),
    (b"RIFF\0\0\0\0WAVEfmt ", "x", "audio/wav"),
    (b"RIFF\0\0\0\0AVI LIST", "x", "application/octet-stream"),
    (b"\0\0\0\x18ftypavif", "x", "image/avif"),
    (b"\0\0\0\x18ftypmp42", "x", "video/mp4"),
    (b"\0\0\0\x18ftypM4A ", "x", "audio/mp4"),
    (b"\x1aE\xdf\xa3....webm", "x", "video/webm"),
    (b"\x1aE\xdf\xa3....matroska", "x", "video/x-matroska"),
    (b"%PDF-1.4", "x.html", "application/pdf"),
    (b"PK\x03\x04", "x.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"PK\x03\x04", "x.html", "application/zip"),
    (b"hello", "x", "text/plain"),
    (b"hello", "x.md", "text/markdown"),
    (b"hello", "x.png", "text/plain"),
    (b"hello", "x.html", "text/plain"),
    ("grüße".encode(), "x", "text/plain"),
    ("grüße".encode()[:3], "x", "text/plain"),
    ("grüße".encode("latin-1"), "x", "application/octet-stream"),
    (b"a\0b", "x.txt", "application/octet-stream"),
    (b"<!DOCTYPE html><html>", "x.txt", "text/html"),
    (b"\xef\xbb\xbf \n<HTML>", "x.txt", "text/html"),
    (b"<script>1</script>", "x.png", "text/html"),
    (b"<!-- c --><html>", "x", "text/html"),
    (b"<svg/onload=alert(1)>", "x.png", "image/svg+xml"),
    (b"<?xml version='1.0'?><!-- --><svg>", "x", "image/svg+xml"),
    (b"<?xml version='1.0'?><a/>", "x.svg", "application/xml"),
    (b"MZ\x90\0", "x.png", "application/octet-stream"),
    (b"\xff", "x", "application/octet-stream"),
]


@pytest.mark.parametrize(("head", "name", "kind"), KINDS)
def test_kinds(head: bytes, name: str, kind: str) -> None:
    assert media_type(head, name) == kind


@given(st.binary(max_size=200), st.text(max_size=20))
def test_nothing_is_served_as_what_could_run(head: bytes, name: str) -> None:
    kind = media_type(head, name)
    served, is_inline = served_as(kind)
    assert not any(word in served for word in ("html", "xml", "script", "svg"))
    assert is_inline or served == "application/octet-stream"
    assert preview_of(kind) in ("none", "pdf", "text", "audio", "video")


def test_only_what_shrinks_is_packed() -> None:
    assert shrinks("text/plain")
    assert shrinks("image/svg+xml")
    for kind in ("image/png", "application/zip", "application/octet-stream", "video/mp4"):
        assert not shrinks(kind)
