"""Markdown as harmless HTML: no HTML of its own, no pictures, and only links that lead somewhere safe."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

_SAFE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # Where a link may lead is decided below; one that may lead nowhere is still shown by its text.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    return reader


def rendered(text: str) -> str:
    """A text as HTML."""
    reader = _reader()
    tokens = reader.parse(text)
    for (first, second), inline in zip(pairwise(tokens), tokens[2:], strict=False):
        if (first.type, second.type, inline.type) == ("list_item_open", "paragraph_open", "inline"):
            _tick(inline.children or [])
    for token in tokens:
        _calm(token.children or [])
    return str(reader.renderer.render(tokens, reader.options, {}))


def _tick(inline: Sequence[Token]) -> None:
    """Show the box of a task that a list item is."""
    if inline and inline[0].type == "text":
        inline[0].content = _TASK.sub(lambda found: _BOXES[found[1]], inline[0].content, count=1)


def _calm(inline: Sequence[Token]) -> None:
    """Make pictures links, and links that are not safe plain text; a person who is mentioned is one."""
    is_link = False
    for token in inline:
        if token.type == "image":
            token.type, token.tag, token.children = "text", "", None
        elif token.type == "link_open":
            is_link = bool(_SAFE.match(str(token.attrs.get("href", ""))))
            token.attrs = {"href": token.attrs["href"], "rel": "noopener noreferrer"} if is_link else {}
        if token.type in ("link_open", "link_close") and not is_link:
            token.tag = "span"
