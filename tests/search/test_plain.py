"""Passages read as the page shows the text: the same words as a whole parser of Markdown finds in it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tafla.search.plain import plain

PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """What a page shows of a text, as one line."""
    return " ".join(" ".join(_said(token) for token in PARSER.parse(text)).split())


def _said(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.children and token.type != "image":
        return "".join(_said(child) for child in token.children)
    return token.content


TEXTS = [
    "# Goals #\n\nSetext\n======\nOther\n---\nlast",
    "Some **bold**, *slanted*, ***both***, __more__, _thin_ and ~~gone~~ words",
    "snake_case_name, 5*3=15, 2 * 3 * 4, a ** b, f(*args, **kwargs), __init__.py, ~/home, ~one~",
    "**Bold with *slanted* inside** and *slanted with **bold** inside*",
    "*unclosed and **also unclosed",
    "un*frigging*believable and __a__b",
    "“*quoted*” (**in brackets**), *x*. **Wort**teil",
    "[a link](https://example.com/a_b_c?d=e&f=*g*), [titled](https://example.com 'its title'), [](https://x.org)",
    "[with (brackets)](https://example.com/a_(b)_c) and [angle](<https://example.com/a b>)",
    "[**bold** link](https://example.com) and [`code`](https://example.com)",
    "![A picture](attachment:0198) and [![badge](https://example.com/i.png)](https://example.com)",
    "[named][here] or [here], [here][], [nowhere], [x][nowhere]\n\n[here]: https://example.com 'Its title'",
    "<https://example.com/a_b_c> and <ana@example.com>",
    "Array[0](1) is [no link] (really) and [x] (y)",
    "`a*b*c`, ``with ` tick``, ` padded `, `[no](link)`, `<b>`, unclosed ` tick",
    "```python\ndef f(*args, **kwargs):\n    return a_b_c  # *not* bold\n```\nafter *it*",
    "~~~\n[no](link)\n```\nstill\n~~~\nafter",
    "````\n```\ninside\n```\n````\nafter",
    "```\nnever closed *x*",
    "| Name | Price |\n|---|--:|\n| *Oak* | 5\\|6 |\n| `Elm` | [7](https://example.com) |\n\nafter | it",
    "Name | Price\n:--|--:\nOak | 5\nElm | 6",
    "no | table\nhere | at all",
    "before\n| A |\n|---|\n| b |",
    "> quoted *words*\n> go on\n>> deeper\n\n> - item in it",
    "- one\n- two\n  - *three*\n  goes on\n\n  still two\n1. first\n2) other\n* star\n+ plus",
    "a line\n***\nrule\n\n* * *\n_____\n- - -\nend",
    "Hard\\\nbreak and  \nother and \\*escaped\\* \\[x\\](y) \\# \\_ back\\slash \\",
    "&amp; &lt;b&gt; &copy; &#65; &#x42; &nosuch; AT&T &amp;amp;",
    "<b>bold</b> <img src=x onerror=alert(1)> <!-- note --> <script>x</script> a < b > c",
    "Ask @[Ana](person:0198) and @[all](person:all)",
    "全角の**太字**と[リンク](https://example.com)、コード`x`",
    "هذا **نص** و[رابط](https://example.com)",
    "🎉 **party** 👩‍👩‍👧 *time*",
    "#hashtag is no heading, #12 neither\n#\n## \n####### seven",
    "Meet 9:30 - 10:00 - room 3\n2026. was good",
    "tabs\there\n\n\tindented code",
    "",
    "plain words only",
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_reads_as_the_page_shows_it(text: str) -> None:
    assert plain(text) == shown(text)


def test_tasks_lose_their_boxes() -> None:
    assert plain("- [ ] buy\n- [x] *sold*\n- [y] kept\n1. [X] last") == "buy sold [y] kept last"


MARKUP = "*_~`[]() x|#\\!<>-=1.&;:a\n\U000f0041é\u0301漢🎉\x00\u202e"


@settings(deadline=500)
@given(st.text(alphabet=MARKUP, max_size=300))
def test_no_text_is_an_error_or_more_than_one_line(text: str) -> None:
    found = plain(text)
    assert "\n" not in found
    assert found == found.strip()


LONG = [
    "[",
    "![",
    "*a_",
    "a*",
    "`",
    "[a](",
    "<a",
    "<a@",
    "|a",
    "\\",
    "&a",
    "[x][",
    "~~a",
    "((",
    "[a]((",
    "#",
    "*_",
    "&#",
    "x.y-",
    "[a](<",
    "[a](b(c)",
    "[a](b)[",
]
LONG += ['[a](b "', "` ``", "*a ", "**a_b ", "[a]: b\n", "> ", "- ", "1. ", "a|b\n-|-\n", "```\n", "\t"]


@pytest.mark.parametrize("piece", LONG)
def test_nothing_takes_long(piece: str) -> None:
    text = (piece * (50_000 // len(piece)))[:50_000]
    began = time.process_time()
    plain(text)
    assert time.process_time() - began < 2
