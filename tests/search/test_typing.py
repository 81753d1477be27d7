"""Whatever is typed or stands in an address is answered or refused, and never breaks anything."""

from itertools import product
from urllib.parse import quote_from_bytes

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tafla.search.terms import MOST_CHARS
from tests.search.asking import indexed
from tests.support.world import World
from tests.test_access_matrix import signed_in

TYPED = [
    *["AND", "a OR b", "NOT card", "NEAR(card, 2)", "card*"],
    *[ '"card', "'; DROP TABLE search_document; --", "^card"],
    *["title:card", "{a b}", "card -oak", "%", "_", "\\", "$1", "?", "[[x]]", "#", "##12", "#-1", "𝟙𝟚"],
    *["\x00", "\x00card", "card\x00oak", "\x1b[2J", "\u202ecard", "\ufeff", "\U000e0001", "\u0301"],
    *["🙂", "👩‍👩‍👧", "🇩🇪", "\ufffe", "\U0010ffff", "x" * 10_000, "é" * 5_000, "漢" * 3_300, "card " * 2_000],
    *["a" * 41, "ß" * 400, "ﷺ" * 400, "İ" * 400, "\u1112\u1161\u11ab" * 300, "e" + "\u0301" * 900],
    *["' ' '", "\t\n\r\f\v", "\u00a0\u3000\u2028", " "],
]  # fmt: skip
NAMES = ("q", "tag", "board", "here", "column", "person", "status", "from", "to", "archived")
# A surrogate in UTF-8, half of a character, no UTF-8 at all, nothing, a null.
NO_TEXT = (b"\xed\xa0\x80", b"\xf0\x9f", b"\xff\xfe", b"", b"\x00")


def test_what_is_typed_is_answered(world: World) -> None:
    indexed()
    chidi = signed_in("chidi")
    for q in TYPED:
        answer = chidi.get("/api/v1/search", {"q": q})
        assert (q, answer.status_code) == (q, 200)
        assert answer.json()["is_cut"] == (len(q) > MOST_CHARS)


def ask_all(raw: list[tuple[str, bytes]]) -> None:
    query = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in raw)
    status = signed_in("chidi").get(f"/api/v1/search?{query}").status_code
    assert (query, status in (200, 400, 404, 422)) == (query, True)


def test_bytes_that_are_no_text_do_no_harm(world: World) -> None:
    for name, value in product(NAMES, NO_TEXT):
        ask_all([(name, value), ("q", b"card")])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.binary(max_size=20) | st.text(max_size=60).map(str.encode) | st.just(b"card"),
        ),
        max_size=4,
    )
)
def test_no_address_breaks_it(world: World, raw: list[tuple[str, bytes]]) -> None:
    ask_all(raw)
