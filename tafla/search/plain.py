"""Texts as one line without their markup: what is looked through, and what passages are cut from.

Reads Markdown as the page shows it (web/src/ui/markdown), without building a tree: that takes seven times as
long as looking for words in it. HTML is text, there as here.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tafla.core.text import clean_text
from tafla.search.emphasis import without_emphasis

_FENCE = re.compile(r"(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})([^`]*)$")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
# What may interrupt a paragraph: of numbers only the first.
_FIRST = re.compile(r"[ \t]*(?:[-*+]|0{0,8}1[.)])[ \t]+\S")
_TASK = re.compile(r"\[[ xX]\](?=\s|$)[ \t]*")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:(?P<sign>[-*_])[ \t]*(?:(?P=sign)[ \t]*){2,}|-+[ \t]*)$")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")
_COLUMNS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_TITLE = r"""(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|\([^()\n]{0,300}\))"""
_TARGET = r"(?:<[^<>\n]*>|(?!<)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
_DEFINED = re.compile(rf" {{0,3}}\[([^\[\]]+)\]:[ \t]*(?!\s)(?:{_TARGET})(?:[ \t]+{_TITLE})?[ \t]*$")
_LINK = re.compile(rf"!?\[([^\[\]]*)\]\([ \t\n]*{_TARGET}(?:[ \t\n]+{_TITLE})?[ \t\n]*\)")
_REFERENCE = re.compile(r"!?\[([^\[\]]*)\](?:\[([^\[\]]*)\])?")
# Links within pictures within links.
_NESTED = 3
_LITERAL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\\(?=\n)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,500}?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<address>(?:https?://|mailto:|tel:)[^<>\s]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|\w{2,31});)",
    re.S,
)
# Signs that stand for themselves are moved out of the way, to where no letter is, and back in the end.
_SIGNS = [code for code in range(0x21, 0x7F) if not chr(code).isalnum()]
_AWAY = {code: 0xF0000 + code for code in _SIGNS}
_BACK = {away: code for code, away in _AWAY.items()}
_MARKUP = re.compile(r"[\\`*_~\[\]<>#|&]|^[ \t]*(?:[-+=]|\d{1,9}[.)])", re.M)


def plain(markdown: str) -> str:
    """What a reader sees of it: one line."""
    text = clean_text(markdown)
    if _MARKUP.search(text):
        text = "\n".join(_shown(text))
    return " ".join(text.split())


def _shown(text: str) -> Iterator[str]:
    """What is shown of each block."""
    reader = _Blocks()
    for line in text.split("\n"):
        reader.take(line)
    reader.end()
    for is_code, block in reader.blocks:
        yield block if is_code else _inline(block, reader.defined)


@dataclass
class _Blocks:
    """Blocks, each with whether it is code, and the names that links are defined by: line by line."""

    blocks: list[tuple[bool, str]] = field(default_factory=list)
    defined: set[str] = field(default_factory=set)
    paragraph: list[str] = field(default_factory=list)
    fence: str = ""
    is_table: bool = False
    is_item: bool = False

    def take(self, line: str) -> None:
        found = _FENCE.match(line)
        if self.fence:
            is_end = bool(found and found[1].startswith(self.fence) and not found[2].strip())
            self.blocks += [] if is_end else [(True, line)]
            self.fence = "" if is_end else self.fence
        elif found:
            self.end()
            self.fence = found[1]
        else:
            self._take_text(line)

    def _take_text(self, line: str) -> None:
        is_inside = self.is_item or not self.paragraph
        rest, is_new = _without_prefix(line, _ITEM if is_inside else _FIRST)
        if is_new or not rest.strip():
            self.end()
        if self.is_table:
            self._add(_cells(rest))
        elif self._is_below_header(rest):
            header = self.paragraph.pop()
            self.end()
            self._add(_cells(header))
            self.is_table = True
        elif _RULE.match(rest) or (self.paragraph and _UNDERLINE.match(rest)):
            self.end()
        elif not self.paragraph and (definition := _DEFINED.match(rest)):
            self.defined.add(definition[1].casefold())
        elif _HEADING.match(rest):
            self.end()
            self._add([_HEADING_END.sub("", _HEADING.sub("", rest))])
        elif rest.strip():
            self.is_item = is_new or (self.is_item and bool(self.paragraph))
            self.paragraph.append(rest)

    def _is_below_header(self, line: str) -> bool:
        header = self.paragraph[-1] if self.paragraph else ""
        is_row = header and "|" in header + line and _COLUMNS.match(line)
        return bool(is_row and len(_cells(header)) == len(_cells(line)))

    def _add(self, blocks: Iterable[str]) -> None:
        self.blocks += [(False, block) for block in blocks]

    def end(self) -> None:
        """The paragraph or table ends here."""
        self._add(["\n".join(self.paragraph)])
        self.paragraph.clear()
        self.is_table = False


def _without_prefix(line: str, item: re.Pattern[str]) -> tuple[str, bool]:
    """A line without what makes it part of a quote or a list, and whether an item begins with it, as one may
    here.
    """
    is_new = False
    while True:
        if found := _QUOTE.match(line):
            line = line[found.end() :]
        elif not _RULE.match(line) and item.match(line) and (found := _ITEM.match(line)):
            item, task = _ITEM, _TASK.match(line, found.end())
            line, is_new = line[(task or found).end() :], True
        else:
            return line, is_new


def _cells(row: str) -> list[str]:
    return _CELL_ENDS.split(row.strip().removeprefix("|").removesuffix("|"))


def _inline(text: str, defined: set[str]) -> str:
    shown = _LITERAL.sub(_literal, text)
    for _ in range(_NESTED):
        shown = _LINK.sub(r"\1", shown)
    if defined:
        shown = _REFERENCE.sub(lambda found: _referred(found, defined), shown)
    return without_emphasis(shown).translate(_BACK)


def _literal(found: re.Match[str]) -> str:
    """What stands for itself, out of the way of what follows."""
    code = found["code"]
    if code is not None:
        code = code.replace("\n", " ")
        is_padded = code[0] == code[-1] == " " and code.strip()
        shown = code[1:-1] if is_padded else code
    elif found["entity"]:
        shown = clean_text(html.unescape(found["entity"]))
    else:
        shown = found["escaped"] or found["address"] or ""
    return shown.translate(_AWAY)


def _referred(found: re.Match[str], defined: set[str]) -> str:
    return found[1] if (found[2] or found[1]).casefold() in defined else found[0]
