"""What a board's page will ask for, told to the browser with the page itself (`Link` headers).

Without it the browser learns only from the running scripts that it needs the board's own script, who is
there, and the board's first screen: three round trips, one after the other.
"""

import json
import re
from pathlib import Path

from tafla.doors.lean import Headers

BOARD = re.compile(r"/b/([0-9a-f-]{36})(/c/[0-9a-f-]{36})?")
LINK = re.compile(r"(?:^|&)link=([A-Za-z0-9_-]{16,64})(?:&|$)")
BOARD_PAGE = "src/features/boards/BoardPage.tsx"


def board_files(folder: Path) -> list[str]:
    """The scripts and styles of the board's page that the start page does not load, from the build's
    manifest.
    """
    try:
        manifest = json.loads((folder / ".vite" / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return []
    start = _files_of(manifest, "index.html")
    wanted = _files_of(manifest, BOARD_PAGE)
    return [file for file in wanted if file not in start]


def _files_of(manifest: dict[str, dict[str, object]], key: str) -> dict[str, None]:
    """A chunk's files and those of everything it imports at once."""
    found: dict[str, None] = {}
    waiting, seen = [key], {key}
    while waiting:
        chunk = manifest.get(waiting.pop(), {})
        for file in [str(chunk.get("file", "")), *_names(chunk, "css")]:
            found[file] = None
        fresh = [name for name in _names(chunk, "imports") if name not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    found.pop("", None)
    return found


def _names(chunk: dict[str, object], key: str) -> list[str]:
    names = chunk.get(key)
    return [str(name) for name in names] if isinstance(names, list) else []


def early_hints(path: str, query: str, files: list[str]) -> Headers:
    """`Link` headers for the address of a board; none for others."""
    board = BOARD.fullmatch(path)
    if not board:
        return []
    link = LINK.search(query)
    suffix = f"&link={link[1]}" if link else ""
    snapshot = f"/live/snapshot/board:{board[1]}?part=head{suffix}"
    hints = [f"<{address}>; rel=preload; as=fetch; crossorigin" for address in ("/api/v1/me", snapshot)]
    hints += [f"</{file}>; rel=modulepreload" for file in files if file.endswith(".js")]
    hints += [f"</{file}>; rel=preload; as=style" for file in files if file.endswith(".css")]
    return [(b"link", ", ".join(hints).encode())]
