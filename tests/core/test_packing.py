"""What a client says it takes decides how a body travels."""

import pytest

from tafla.core.packing import SMALLEST, packed

BODY = b"tasks " * SMALLEST


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("GZIP;q=1.0, *;q=0.5", "gzip"),
        ("zstd;q=0, br;q=0.000, gzip;q=0.1", "gzip"),
        ("identity", ""),
        ("", ""),
        (",;,;q=", ""),
    ],
)
def test_encoding(accepted: str, encoding: str) -> None:
    sent, told = packed(BODY, accepted)
    assert told == encoding
    assert (sent == BODY) == (not encoding)


def test_short_bodies_travel_as_they_are() -> None:
    assert packed(b"{}", "zstd, br, gzip") == (b"{}", "")
