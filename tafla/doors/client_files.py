"""The built browser client as bytes in memory: found once at start, read and compressed when first asked for.

Only files listed at start are ever opened, so no address can lead out of the folder. A file beside its
`.br`, `.zst` or `.gz` sibling uses that; else the bytes are compressed here, in a thread, once.
"""

import asyncio
import base64
import gzip
import hashlib
import json
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path

import brotli
import zstandard

# The order is the preference: for text, brotli 9 is smallest, and it is made once.
ENCODINGS = {"br": ".br", "zstd": ".zst", "gzip": ".gz"}
TEXT_TYPES = ("text/", "application/json", "application/manifest+json", "image/svg+xml", "application/wasm")
SMALLEST_COMPRESSED = 600
# Styles react-aria 1.22 puts on the page by script: touch on pressable things, and scrolling under an open
# dialog. They are named here in full because their hashes must be in the policy; a new version may write
# others.
LIBRARY_STYLES = (
    "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
    "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
)
KINDS = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass
class ClientFile:
    """One file: its kind, its bytes once read, and what they were compressed to."""

    path: Path
    kind: str
    is_hashed: bool
    etag: str = ""
    variants: dict[str, bytes] = field(default_factory=dict)

    async def read(self, encoding: str) -> bytes:
        """The bytes in this encoding ("" for plain). Raises OSError when the file has gone."""
        if encoding not in self.variants:
            await asyncio.to_thread(self._fill, encoding)
        return self.variants[encoding]

    def _fill(self, encoding: str) -> None:
        if "" not in self.variants:
            plain = self.path.read_bytes()
            self.etag = hashlib.sha256(plain).hexdigest()[:20]
            self.variants[""] = plain
        if encoding:
            sibling = self.path.with_name(self.path.name + ENCODINGS[encoding])
            made = sibling.read_bytes() if sibling.exists() else compress(self.variants[""], encoding)
            self.variants[encoding] = made

    def encoding_for(self, accepted: str) -> str:
        """The best encoding the client takes for this file, or ""."""
        if not self.kind.startswith(TEXT_TYPES) or self.path.stat().st_size < SMALLEST_COMPRESSED:
            return ""
        offered = accepted_encodings(accepted)
        return next((name for name in ENCODINGS if name in offered), "")


def compress(data: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(data, quality=9))
    if encoding == "zstd":
        return zstandard.compress(data, 12)
    return gzip.compress(data, 9, mtime=0)


def accepted_encodings(header: str) -> set[str]:
    """Names in an Accept-Encoding header, without those given weight nought."""
    names = set()
    for part in header.split(","):
        name, _, weight = part.strip().partition(";")
        if weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            names.add(name.strip().lower())
    return names


def find_files(folder: Path) -> dict[str, ClientFile]:
    """Every file of the client by its address, without compressed siblings and hidden files."""
    if not folder.is_dir():
        return {}
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        is_hidden = any(part.startswith(".") for part in parts)
        is_sibling = path.suffix in ENCODINGS.values() and path.with_suffix("").exists()
        if path.is_file() and not is_hidden and not is_sibling:
            found["/" + "/".join(parts)] = ClientFile(path, kind_of(path), is_hashed=parts[0] == "assets")
    return found


def kind_of(path: Path) -> str:
    return KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def style_hashes(folder: Path) -> list[str]:
    """Hashes of inline styles the client needs: React Aria's, and those its build lists in csp.json."""
    known = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in LIBRARY_STYLES]
    return [*(f"sha256-{digest}" for digest in known), *listed_hashes(folder)]


def listed_hashes(folder: Path) -> list[str]:
    """What the build wrote: `{"style": ["sha256-…"]}`."""
    try:
        told = json.loads((folder / "csp.json").read_text())
    except (OSError, ValueError):
        return []
    hashes = told.get("style", []) if isinstance(told, dict) else []
    return [each for each in hashes if isinstance(each, str) and each.startswith("sha256-")]
