"""What a file is, decided by its bytes. The name counts only among things that are harmless alike.

Nothing here opens or unpacks a file: the first bytes are compared with a table.
"""

import codecs
import re

# So many bytes from the start are looked at.
HEAD_BYTES = 8192
UNKNOWN = "application/octet-stream"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic", b"heix": "image/heic"}
_BRANDS |= {b"mif1": "image/heic", b"M4A ": "audio/mp4", b"qt  ": "video/quicktime"}

_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_OASIS = "application/vnd.oasis.opendocument."
# What a name may add to what the bytes said.
_NAMED: dict[str, dict[str, str]] = {
    "application/zip": {
        "docx": f"{_OPEN_XML}wordprocessingml.document",
        "xlsx": f"{_OPEN_XML}spreadsheetml.sheet",
        "pptx": f"{_OPEN_XML}presentationml.presentation",
        "odt": f"{_OASIS}text",
        "ods": f"{_OASIS}spreadsheet",
        "odp": f"{_OASIS}presentation",
        "epub": "application/epub+zip",
    },
    "application/x-ole-storage": {
        "doc": "application/msword",
        "xls": "application/vnd.ms-excel",
        "ppt": "application/vnd.ms-powerpoint",
    },
    "text/plain": {
        "md": "text/markdown",
        "csv": "text/csv",
        "json": "application/json",
        "css": "text/css",
        "js": "text/javascript",
        "ics": "text/calendar",
    },
}
_BAD_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(
    rb"<(!doctype\s+html|html|head|body|script|iframe|style|title|meta|table|div|p|a|img)\b", re.I
)

IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
# Read for thumbnails, though no browser shows them.
PICTURES = IMAGES | {"image/tiff"}
_INLINE = IMAGES | {"application/pdf", "video/mp4", "video/webm", "audio/mpeg", "audio/aac", "audio/ogg"}
_INLINE |= {"audio/flac", "audio/wav", "audio/mp4"}
_TEXT = frozenset({"text/plain", "application/xml", *_NAMED["text/plain"].values()})
_LOOSE = _TEXT | {"text/html", "image/svg+xml", *_NAMED["application/x-ole-storage"].values()}


def media_type(head: bytes, name: str) -> str:
    """The media type of a file that begins with these bytes."""
    found = _by_magic(head) or _by_text(head) or UNKNOWN
    return _NAMED.get(found, {}).get(name.rpartition(".")[2].lower(), found)


def _by_magic(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    found = next((kind for start, kind in _MAGIC if head.startswith(start)), None)
    if found == "audio/ogg" and b"theora" in head[:512]:
        return "video/ogg"
    if found == "video/webm" and b"webm" not in head[:64]:
        return "video/x-matroska"
    return found


def _by_text(head: bytes) -> str | None:
    try:
        # The last character may be cut in half.
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return None
    if _BAD_TEXT.search(head):
        return None
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if b"<svg" in head.lower() and start.startswith(b"<"):
        return "image/svg+xml"
    if _HTML.match(start) or (start.startswith(b"<") and b"<html" in start):
        return "text/html"
    return "application/xml" if start.startswith(b"<?xml") else "text/plain"


def preview_of(kind: str) -> str:
    """What the client can make of a type at once: pdf, text, audio, video or none. Pictures wait for their
    thumbnail.
    """
    if kind in _TEXT:
        return "text"
    if kind in _INLINE and kind not in IMAGES:
        return "pdf" if kind == "application/pdf" else kind.partition("/")[0]
    return "none"


def served_as(kind: str) -> tuple[str, bool]:
    """(content type of the answer, whether a browser may show it on its own)."""
    if kind in _TEXT:
        return "text/plain; charset=utf-8", True
    return (kind, True) if kind in _INLINE else (UNKNOWN, False)


def shrinks(kind: str) -> bool:
    """Whether packing is worth its time; nearly everything else is packed already."""
    return kind in _LOOSE
