"""Files made for tests, and hands that choose, drop and paste them."""

import struct
import zlib
from collections.abc import Sequence
from typing import Any, TypedDict

from playwright.sync_api import JSHandle, Locator

from tests.e2e.person import Person


class Made(TypedDict):
    """A file as Playwright takes it."""

    name: str
    mimeType: str
    buffer: bytes


def made(name: str, data: bytes | str, kind: str = "application/octet-stream") -> Made:
    return {"name": name, "mimeType": kind, "buffer": data.encode() if isinstance(data, str) else data}


def png(name: str = "bank.png", width: int = 40, height: int = 30) -> Made:
    """A green picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    lines = (b"\0" + b"\x30\x90\x50" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(lines)), chunk(b"IEND", b""))
    return made(name, b"\x89PNG\r\n\x1a\n" + b"".join(parts), "image/png")


def pdf(words: str, name: str = "plan.pdf") -> Made:
    """One page with these words, in a font that the document does not bring along."""
    content = f"BT /F1 24 Tf 72 700 Td ({words}) Tj ET"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    whole, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(parts) + 1
    end = f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(whole)}\n%%EOF\n"
    return made(name, f"{whole}xref\n0 {count}\n0000000000 65535 f \n{table}{end}", "application/pdf")


def choose(person: Person, button: Locator, *files: Made) -> None:
    """Press what asks for files, and give it these."""
    with person.page.expect_file_chooser() as asked:
        button.click()
    asked.value.set_files(list(files))


def carried(person: Person, files: Sequence[Made]) -> JSHandle:
    """What a drag or the clipboard holds."""
    told: list[Any] = [[one["name"], one["mimeType"], list(one["buffer"])] for one in files]
    return person.page.evaluate_handle(
        """(files) => files.reduce((data, [name, type, bytes]) => {
          data.items.add(new File([new Uint8Array(bytes)], name, { type }));
          return data;
        }, new DataTransfer())""",
        told,
    )


def hold(person: Person, over: Locator, *files: Made) -> JSHandle:
    """Carry files over something on the page."""
    data = carried(person, files)
    over.dispatch_event("dragover", {"dataTransfer": data})
    return data


def paste(person: Person, into: Locator, *files: Made) -> None:
    into.evaluate(
        """(element, data) => element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))""",
        carried(person, files),
    )
