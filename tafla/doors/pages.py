"""The browser client: one page for every address of the app, and the files it loads, without Django.

The page is the same for everybody, so it may be kept by the browser and by its service worker; who is
asking is found out by the scripts. The policy below allows our own scripts and styles and nothing inline,
except styles the build names by hash.
"""

import re
from pathlib import Path

from tafla.doors.client_files import ClientFile, find_files, style_hashes
from tafla.doors.early import board_files, early_hints
from tafla.doors.lean import Headers, Receive, Scope, Send, header, refuse, send_bytes

CLIENT = Path(__file__).resolve().parent.parent / "client"
HIDDEN = ("/csp.json", "/index.html")
SHELL = re.compile(
    r"/(sign-in|sign-up|forgot-password|settings)?"
    r"|/(verify-email|reset-password|views|i|b|l)(/[^/]+)+"
    r"|/verify-email|/search|/settings/[a-z-]+"
)
NOT_BUILT = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tafla: no client</title>
<h1>The browser client has not been built</h1>
<p>The server runs, but it has no pages to show. In a checkout, <code>make run</code>
builds them; a released package brings them along.</p>
</html>
"""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self' data: blob:; font-src 'self'; "
    "media-src 'self' blob:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    # The second policy is the editor's library's own: what is pasted is read in a document that runs nothing.
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types tafla ProseMirrorClipboard"
)
# The service worker runs no other script, and fetches what it keeps from here only.
WORKER = "/sw.js"
WORKER_POLICY = (
    b"default-src 'none'; connect-src 'self'; frame-ancestors 'none'; "
    b"require-trusted-types-for 'script'; trusted-types 'none'"
)


class Pages:
    """Serves the client in a folder. `is_rereading`, for developers: look for changed files each time."""

    def __init__(self, folder: Path = CLIENT, *, is_rereading: bool = False) -> None:
        self.folder = folder
        self.is_rereading = is_rereading
        self._find()

    def _find(self) -> None:
        self.files = find_files(self.folder)
        styles = " ".join(["'self'", *(f"'{each}'" for each in style_hashes(self.folder))])
        self.policy = POLICY.format(styles=styles).encode()
        self.board_files = board_files(self.folder)

    @property
    def is_built(self) -> bool:
        return "/index.html" in self.files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.is_rereading:
            self._find()
        path = scope["path"]
        file = None if path in HIDDEN else self.files.get(path)
        is_page = file is None and wants_page(scope)
        if not (file or is_page):
            await refuse(scope, send, 404)
        elif scope["method"] not in ("GET", "HEAD"):
            await refuse(scope, send, 405)
        elif file:
            await self._send_file(scope, send, file, 200)
        elif self.is_built:
            # An unknown address gets the page too: it says so in the reader's language.
            await self._send_file(
                scope, send, self.files["/index.html"], 200 if SHELL.fullmatch(path) else 404
            )
        else:
            await send_bytes(send, 503, NOT_BUILT, [(b"content-type", b"text/html; charset=utf-8")])

    async def _send_file(self, scope: Scope, send: Send, file: ClientFile, status: int) -> None:
        try:
            encoding = file.encoding_for(header(scope, b"accept-encoding"))
            body = await file.read(encoding)
        except OSError:
            # The client was built or installed anew under a running server.
            self._find()
            await refuse(scope, send, 404)
            return
        etag = f'W/"{file.etag}"'
        headers: Headers = [
            (b"content-type", file.kind.encode()),
            (b"etag", etag.encode()),
            (b"vary", b"accept-encoding"),
            (b"cache-control", b"public, max-age=31536000, immutable" if file.is_hashed else b"no-cache"),
            (b"content-security-policy", WORKER_POLICY if scope["path"] == WORKER else self.policy),
        ]
        if encoding:
            headers.append((b"content-encoding", encoding.encode()))
        if file.kind.startswith("text/html"):
            query = scope["query_string"].decode("latin-1")
            headers += early_hints(scope["path"], query, self.board_files)
        if status == 200 and etag in header(scope, b"if-none-match"):
            await send_bytes(send, 304, b"", headers[1:5])
        elif scope["method"] == "HEAD":
            length = (b"content-length", str(len(body)).encode())
            await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
            await send({"type": "http.response.body", "body": b""})
        else:
            await send_bytes(send, status, body, headers)


def wants_page(scope: Scope) -> bool:
    """An address of the app, or a browser that went somewhere unknown."""
    is_navigation = "text/html" in header(scope, b"accept") and "." not in scope["path"].rsplit("/", 1)[-1]
    return SHELL.fullmatch(scope["path"]) is not None or is_navigation
