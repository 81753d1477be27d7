"""What the page behind a link calls itself."""

import re
from html.parser import HTMLParser

from tafla.core.outgoing import OutgoingError, Page, fetch
from tafla.core.text import clean_line

MOST_CHARS = 300
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)


class _Titles(HTMLParser):
    """Gathers the first title, and what the page tells others to show."""

    def __init__(self) -> None:
        super().__init__()
        self.is_inside = False
        self.found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_inside = tag == "title" and not self.found

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = False

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.found += data


def title_of(url: str) -> str | None:
    """The title of a page, None when it has none or may not be asked."""
    try:
        page = fetch(url)
    except OutgoingError:
        return None
    kind = page.headers.get_content_type()
    if page.status != 200 or kind not in ("text/html", "application/xhtml+xml"):
        return None
    parser = _Titles()
    parser.feed(_text(page))
    return clean_line(parser.found)[:MOST_CHARS].strip() or None


def _text(page: Page) -> str:
    told = _CHARSET.search(page.body[:4096])
    charset = page.headers.get_content_charset() or (told[1].decode() if told else "utf-8")
    try:
        return page.body.decode(charset, "replace")
    except (LookupError, ValueError):
        return page.body.decode("utf-8", "replace")
