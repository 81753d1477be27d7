"""The HTML page shows the board and does nothing."""

import re
from html.parser import HTMLParser

import pytest

from tafla.cards.models import Card, CardText
from tafla.exchange.markdown import rendered
from tests.exchange.conftest import export
from tests.support.world import World, ident

LINKS = ("href", "src", "action", "srcset", "data", "style", "background", "formaction", "xlink:href")
ALLOWED = re.compile(
    "html|head|meta|title|style|body|h[1-6]|p|section|article|span|div|ul|ol|li|a|em|strong|code|pre|blockquote|"
    "table|thead|tbody|tr|th|td|s|hr|br"
)
EVIL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/x)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "![x](data:image/png;base64,AAAA)",
    "[![x](https://evil.example/a.png)](https://ok.example)",
    '[x](https://ok.example "\\" onmouseover=alert(1) x=\\"")',
    "[r]\n\n[r]: javascript:alert(1)",
    "```<script>\nalert(1)\n```",
    '```"onclick=alert(1)\nx\n```',
    "</style><script>alert(1)</script>",
    "</article></body><iframe src=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!-- --!><script>alert(1)</script>",
    "<svg/onload=alert(1)>",
]


class Looker(HTMLParser):
    """Everything a page holds: tags, attributes, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def check_harmless(text: str) -> Looker:
    """That nothing in it runs or is loaded, and that links lead to the web, mail or telephones."""
    page = Looker(text)
    assert all(ALLOWED.fullmatch(tag) for tag in page.tags), page.tags
    for name, value in page.attributes:
        assert not name.startswith("on"), name
        if name in LINKS and name != "style":
            assert re.match(r"(https?://|mailto:|tel:)", value or ""), value
    return page


@pytest.mark.parametrize("text", EVIL)
def test_nothing_typed_anywhere_runs(full: World, text: str) -> None:
    Card.objects.filter(id=ident("ink")).update(title=text)
    CardText.objects.filter(id=ident("ink")).update(details=text)
    full.done("ben", "board.rename", board_id=full.plan, name=text)
    full.done("ben", "board.describe", board_id=full.plan, description=text)
    full.done("ben", "column.rename", column_id=full.todo, name=text[:100])
    full.done("chidi", "chat.post", message_id=ident("evil"), card_id=full.oak, text=text)
    full.done("chidi", "checklist.rename", item_id=ident("cup"), text=text)
    full.done("ben", "tag.rename", tag_id=ident("urgent"), name=text[:50])
    check_harmless(export("html").decode())


def test_the_page_forbids_itself_everything(full: World) -> None:
    page = export("html").decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_what_stands_on_the_board_stands_on_the_page(full: World) -> None:
    page = export("html").decode()
    text = " ".join(Looker(page).text.split())
    for told in (
        *(
            "plan",
            "todo",
            "Card ink",
            "In progress · Chidi · urgent",
            "Overdue: 2026-03-02 10:30",
            "Some words",
        ),
        *("Checklist 1/3", "☐ Milk", "☑ Eggs", "Chidi · 2026-03-01", "photo.png", "Hello", "Due 2036-03-02"),
        *("To all @all", "https://example.org/a"),
    ):
        assert told in text, told
    assert "<strong>words</strong>" in page
    assert "Card bin" not in page, "what is deleted is not for reading"


def test_chat_and_files_stay_out_for_those_who_may_not_read_them(full: World) -> None:
    page = export("html", chat=False, files=False).decode()
    for hidden in ("Hello", "To all", "photo.png", "example.org"):
        assert hidden not in page


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("@[Ana](person:1) hi", "<p>@<span>Ana</span> hi</p>\n"),
        ("[x](https://a.example)", '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>\n'),
        ("![pic](https://a.example/x.png)", "<p>pic</p>\n"),
        ("- [ ] a\n- [x] b\n", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n"),
        ("[ ] no list", "<p>[ ] no list</p>\n"),
        ("~~a~~", "<p><s>a</s></p>\n"),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert rendered(text) == html


def test_tables_are_tables() -> None:
    assert "<td>b</td>" in rendered("|a|\n|-|\n|b|")
